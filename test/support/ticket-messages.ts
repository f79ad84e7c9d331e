import {
	type TicketEvent,
	tellOfTicket,
} from "../../src/actions/tell-of-ticket.ts";
import type { MailMessage } from "../../src/context.ts";
import type { AtWork } from "./at-work.ts";

/** A message that was written, with what became of it. */
export interface Written {
	readonly purpose: string;
	readonly channel: string;
	readonly recipient: string;
	readonly body: string;
	readonly status: string;
	readonly error: string | null;
	readonly attempt: number;
	readonly id: string;
}

/** All outgoing messages, or those of one purpose, oldest first. */
export function written(
	{ rows }: AtWork,
	purpose: string | null = null,
): Promise<Written[]> {
	return rows<Written>(
		`select id, purpose, channel, recipient, body, status, error, attempt from messages
		where direction = 'out' and ($1::text is null or purpose = $1) order by created_at, purpose, recipient`,
		purpose,
	);
}

/** Purpose and receiver of each. */
export async function toldTo(work: AtWork, purpose: string | null = null) {
	return (await written(work, purpose)).map(
		(message) => `${message.purpose} ${message.recipient}`,
	);
}

/** The only ticket. */
export async function ticketId({ rows }: AtWork): Promise<string> {
	const [ticket] = await rows<{ id: string }>("select id from tickets");
	if (!ticket) throw new Error("there is no ticket");
	return ticket.id;
}

/** As an action does that has just changed the ticket so. */
export async function happens(
	work: AtWork,
	event: TicketEvent["event"],
	changed = "",
	by?: TicketEvent["by"],
): Promise<void> {
	const { ctx } = work;
	const id = await ticketId(work);
	await ctx.database.transaction(async (transaction) => {
		await ctx.database.query(
			`update tickets set revision = revision + 1 ${changed && `, ${changed}`}`,
			{ transaction },
		);
		await tellOfTicket(ctx, transaction, {
			ticketId: id,
			event,
			...(by && { by }),
		});
	});
}

/** A mail server that takes everything; what it took. */
export function takesMail({ ctx }: AtWork): MailMessage[] {
	const taken: MailMessage[] = [];
	Object.assign(ctx, {
		mail: {
			isSet: true,
			send: async (message: MailMessage) => {
				taken.push(message);
			},
		},
	});
	return taken;
}

/** Gives the ticket a place, and a tenant who speaks Swedish. */
export async function atHome({ rows }: AtWork): Promise<void> {
	await rows(
		"insert into properties (id, key, address) values ('00000000-0000-4000-8000-000000000001', 'k2', 'Kiviparintie 2')",
	);
	await rows(
		`insert into tenants (id, name, language, property_id, stairwell, flat)
		values ('00000000-0000-4000-8000-000000000002', 'Ture Tenant', 'sv', '00000000-0000-4000-8000-000000000001', 'B', '12')`,
	);
	await rows(
		`update tickets set property_id = '00000000-0000-4000-8000-000000000001', stairwell = 'B', flat = '12',
		tenant_id = '00000000-0000-4000-8000-000000000002', summary = 'Water in the cellar'`,
	);
}
