import { isDemo } from "../../config.ts";
import { permissionsOf } from "../access.ts";
import { phonesAddress } from "../phones-address.ts";
import { peopleOf, sessionAccountView } from "./account-views.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import { session } from "./shapes.ts";

export const sessionEndpoint = jsonEndpoint({
	path: "/session",
	summary: "Who is asking, and what they may do",
	permission: "see who is on duty",
	answers: session,
	handle: async (ctx, { asker }) => ({
		name: asker.name,
		role: asker.role,
		may: asker.session?.mustEnrol ? [] : permissionsOf(asker.role),
		mustEnrol: asker.session?.mustEnrol ?? false,
		account: await sessionAccountView(ctx, asker.account),
		people: asker.account ? peopleOf(ctx, asker.account.email) : [],
		demo: isDemo(ctx.config),
		at: isoInstant(ctx.clock.now()),
		phones: phonesAddress(ctx.config),
	}),
});
