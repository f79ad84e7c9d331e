import { z } from "zod";
import { instant, namedShapes } from "./shapes.ts";

const heldLink = z
	.object({
		id: z.guid().meta({ description: "Of the newest that they hold" }),
		name: z.string().meta({ description: "Whose it is" }),
		at: instant.meta({ description: "When the newest was sent" }),
		until: instant.meta({ description: "Until then one of them opens it" }),
	})
	.register(namedShapes, { id: "HeldTicketLink" });

export const ticketLinksShape = z
	.object({ links: z.array(heldLink) })
	.register(namedShapes, {
		id: "TicketLinks",
		description:
			"Who can open a ticket by the link of a message; one entry a person, however many messages they got",
	});

export type TicketLinks = z.infer<typeof ticketLinksShape>;
