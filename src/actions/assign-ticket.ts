import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { accountById } from "../database/accounts.ts";
import { personWithEmail } from "../domain/rota/person-of.ts";
import type { Assignee } from "../domain/ticket/ticket.ts";
import { tellOfTicket } from "./tell-of-ticket.ts";
import {
	atTicket,
	type TicketChange,
	type TicketResult,
} from "./ticket-at-work.ts";

/** A person of the line's rota, or an account; null: nobody is to have it any more. */
export type AssignTo =
	| { readonly person: string }
	| { readonly account: string }
	| null;

/** Gives the ticket to somebody, who has yet to acknowledge it. */
export async function assignTicket(
	ctx: Context,
	{ to, ...change }: TicketChange & { readonly to: AssignTo },
): Promise<TicketResult> {
	return atTicket(ctx, "assign", change, async ({ ticket, transaction }) => {
		const assignee =
			to === null ? null : await assigneeOf(ctx, ticket.line, to, transaction);
		if (assignee === undefined) return { kind: "no-such-assignee" };
		if (assignee === null && ticket.assignee === null)
			return { kind: "nobody-has-it" };
		if (assignee !== null && isSame(assignee, ticket.assignee))
			return { kind: "has-it-already", name: assignee.name };
		return {
			action: "ticket-assigned",
			patch: {
				status: assignee ? "assigned" : "new",
				assignee,
				acknowledgedAt: null,
				acknowledgedBy: null,
				underWayAt: null,
				onSiteAt: null,
			},
			afterwards: async () => {
				if (assignee)
					await tellOfTicket(ctx, transaction, {
						ticketId: ticket.id,
						event: "assigned",
						by: change.by,
					});
			},
		};
	});
}

/** An account of somebody who is on the line's rota is that person, who has a phone; undefined for nobody at all. */
async function assigneeOf(
	ctx: Pick<Context, "database" | "rotas">,
	line: string,
	to: NonNullable<AssignTo>,
	transaction: Transaction,
): Promise<Assignee | undefined> {
	const rota = ctx.rotas.current(line)?.rota;
	const asPerson = (person: string | null) => {
		const people = rota?.people ?? {};
		return person !== null && Object.hasOwn(people, person)
			? { person, account: null, name: people[person]?.name ?? person }
			: undefined;
	};
	if ("person" in to) return asPerson(to.person);
	const account = await accountById(ctx.database, to.account, transaction);
	if (!account || account.disabledAt) return undefined;
	return (
		asPerson(rota ? personWithEmail(rota, account.email) : null) ?? {
			person: null,
			account: account.id,
			name: account.name,
		}
	);
}

function isSame(one: Assignee, other: Assignee | null): boolean {
	return one.person === other?.person && one.account === other?.account;
}
