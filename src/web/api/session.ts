import { permissionsOf } from "../access.ts";
import { phonesAddress } from "../phones-address.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import { session } from "./shapes.ts";

export const sessionEndpoint = jsonEndpoint({
	path: "/session",
	summary: "Who is asking, and what they may do",
	permission: "see who is on duty",
	answers: session,
	handle: (ctx, { asker }) => ({
		name: asker.name,
		role: asker.role,
		may: permissionsOf(asker.role),
		at: isoInstant(ctx.clock.now()),
		phones: phonesAddress(ctx.config),
	}),
});
