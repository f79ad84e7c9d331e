/** The life of a ticket: what may follow what, and who may do it. */
import type { Role } from "../role.ts";
import type { PersonId } from "../rota/rota.ts";
import type { Assignee, TicketStatus } from "./ticket.ts";

/** Who does something with a ticket. */
export interface Actor {
	/** As others know them. */
	readonly name: string;
	readonly role: Role;
	/** Id of their account; null for whoever has none. */
	readonly account: string | null;
	/** Who they are on the rotas. */
	readonly people: readonly {
		readonly line: string;
		readonly person: PersonId;
	}[];
}

export const ticketActions = [
	"acknowledge",
	"start",
	"arrive",
	"finish",
	"give-back",
	"note",
	"assign",
	"change",
	"close",
	"reopen",
	"merge",
	"split",
] as const;

export type TicketAction = (typeof ticketActions)[number];

/** What the rules look at; both a ticket's record and its view have it. */
export interface LivingTicket {
	readonly line: string;
	readonly status: TicketStatus;
	readonly assignee: Assignee | null;
	/** null when no call waits that nobody took. */
	readonly missedCallAt: unknown;
	readonly onSiteAt: unknown;
	readonly mergedInto: string | null;
}

/** Why something cannot be done with a ticket as it is. */
export type LifeRefusal =
	/** Technicians may not do it. */
	| { readonly kind: "desk-only" }
	| { readonly kind: "somebody-has-it"; readonly name: string }
	| { readonly kind: "yours-already" }
	| { readonly kind: "nobody-has-it" }
	| { readonly kind: "on-site-already" }
	| { readonly kind: "merged"; readonly into: string }
	/** It does not follow this status. */
	| { readonly kind: "status"; readonly status: TicketStatus };

/** Whether the actor may do it with the ticket as it is now. */
export function may(
	action: TicketAction,
	ticket: LivingTicket,
	actor: Actor,
): boolean {
	return whyNot(action, ticket, actor) === null;
}

/** Everything that the actor may do with the ticket now. */
export function actionsFor(ticket: LivingTicket, actor: Actor): TicketAction[] {
	return ticketActions.filter((action) => may(action, ticket, actor));
}

/** Why the actor may not do it with the ticket as it is now; null when they may. */
export function whyNot(
	action: TicketAction,
	ticket: LivingTicket,
	actor: Actor,
): LifeRefusal | null {
	if (!isDesk(actor) && !technicians.has(action)) return { kind: "desk-only" };
	if (action === "acknowledge") return whyNotAcknowledged(ticket, actor);
	if (ticket.mergedInto !== null && !mergedToo.has(action))
		return { kind: "merged", into: ticket.mergedInto };
	if (!follows[action].includes(ticket.status))
		return { kind: "status", status: ticket.status };
	if (action === "arrive" && ticket.onSiteAt !== null)
		return { kind: "on-site-already" };
	if (action === "give-back" && ticket.assignee === null)
		return { kind: "nobody-has-it" };
	return isDesk(actor) ? null : whoElseHas(ticket, actor);
}

/**
 * "I have it" ends the alarm. It takes nothing from a colleague, save where a call waits that nobody took: then whoever says so
 * has it, for the one who had it, or was to have it, may be asleep.
 */
function whyNotAcknowledged(
	ticket: LivingTicket,
	actor: Actor,
): LifeRefusal | null {
	const { status, mergedInto, missedCallAt } = ticket;
	if (mergedInto !== null) return { kind: "merged", into: mergedInto };
	if (status === "closed") return { kind: "status", status };
	if (status === "new") return null;
	if (missedCallAt !== null) return null;
	if (status === "assigned") return whoElseHas(ticket, actor);
	if (status === "done" || ticket.assignee === null)
		return { kind: "status", status };
	return whoElseHas(ticket, actor) ?? { kind: "yours-already" };
}

function whoElseHas(ticket: LivingTicket, actor: Actor): LifeRefusal | null {
	const { assignee } = ticket;
	return assignee === null || isTheirs(ticket, actor)
		? null
		: { kind: "somebody-has-it", name: assignee.name };
}

/** Whether the actor has the ticket. */
export function isTheirs(
	{ line, assignee }: Pick<LivingTicket, "line" | "assignee">,
	actor: Actor,
): boolean {
	if (!assignee) return false;
	const { person, account, name } = assignee;
	if (person !== null)
		return actor.people.some(
			(one) => one.line === line && one.person === person,
		);
	if (account !== null) return account === actor.account;
	return actor.account === null && name === actor.name;
}

/** The actor as the one who has a ticket of the line: as its rota's person where they are one, else as their account. */
export function asAssignee(actor: Actor, line: string): Assignee {
	const person = actor.people.find((one) => one.line === line)?.person ?? null;
	return {
		person,
		account: person === null ? actor.account : null,
		name: actor.name,
	};
}

function isDesk({ role }: Actor): boolean {
	return role !== "technician";
}

/** What whoever has the ticket may do; everything else is the office's. */
const technicians: ReadonlySet<TicketAction> = new Set([
	"acknowledge",
	"start",
	"arrive",
	"finish",
	"give-back",
	"note",
]);

const mergedToo: ReadonlySet<TicketAction> = new Set(["reopen", "note"]);

/** The statuses of a ticket on which somebody has yet to work. */
const openStatuses = [
	"new",
	"assigned",
	"acknowledged",
	"under-way",
] as const satisfies readonly TicketStatus[];

const notClosed: readonly TicketStatus[] = [...openStatuses, "done"];
const every: readonly TicketStatus[] = [...notClosed, "closed"];

/** Which statuses an action may follow. */
const follows: Readonly<
	Record<Exclude<TicketAction, "acknowledge">, readonly TicketStatus[]>
> = {
	start: ["new", "assigned", "acknowledged"],
	arrive: openStatuses,
	finish: openStatuses,
	"give-back": ["assigned", "acknowledged", "under-way"],
	note: every,
	assign: openStatuses,
	change: every,
	close: notClosed,
	reopen: ["done", "closed"],
	merge: notClosed,
	split: notClosed,
};
