import type { DateTime } from "luxon";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	lastDeedOn,
	lockTicket,
	type StandingTicket,
	saveTicket,
	type TicketPatch,
} from "../database/ticket-life.ts";
import {
	type Actor,
	type TicketAction,
	whyNot,
} from "../domain/ticket/life.ts";
import type { TicketRefusal } from "../domain/ticket/life-words.ts";
import { withoutAnyNumber } from "../domain/ticket/searched-numbers.ts";

export type TicketContext = Pick<Context, "database" | "clock">;

export interface TicketChange {
	/** Of the ticket. */
	readonly number: string;
	readonly by: Actor;
	/** The one that the actor saw; a ticket that has changed since is not touched. */
	readonly revision?: number | undefined;
	readonly reason?: string | undefined;
}

/** The number of another ticket that is concerned too, and locked with it. */
interface Also {
	readonly also?: string;
}

export type TicketResult =
	| { readonly kind: "changed"; readonly number: string }
	| { readonly kind: "refused"; readonly because: TicketRefusal };

/** A ticket as it stands, locked until the transaction ends. */
export interface TicketAtWork {
	readonly ticket: StandingTicket;
	/** The other ticket that was asked for; null when there is none. */
	readonly other: StandingTicket | null;
	readonly at: DateTime;
	readonly transaction: Transaction;
}

/** What becomes of the ticket, and its audit entry. */
export interface TicketChanged {
	/** In the past tense. */
	readonly action: string;
	readonly patch: TicketPatch;
	/** Told in the entry beside what changed. */
	readonly after?: Readonly<Record<string, unknown>>;
	/** Runs once it is saved, in the same transaction. */
	readonly afterwards?: () => Promise<void>;
}

/** null: it is so already. */
type Decided = TicketChanged | TicketRefusal | null;

/**
 * Does one thing with a ticket in one transaction: the save, its audit entry with what was before and after, the news of it. Nobody else
 * can touch the ticket meanwhile, and nothing is kept of what is refused.
 */
export async function atTicket(
	ctx: TicketContext,
	action: TicketAction,
	change: TicketChange & Also,
	decide: (work: TicketAtWork) => Decided | Promise<Decided>,
): Promise<TicketResult> {
	const { database, clock } = ctx;
	const { number, by, reason, also = number } = change;
	return database.transaction(async (transaction) => {
		const locked = new Map<string, StandingTicket | null>();
		// In one order for everybody, so that nobody waits for each other.
		for (const each of [...new Set([number, also])].sort())
			locked.set(each, await lockTicket(database, transaction, each));
		const ticket = locked.get(number);
		if (!ticket) return refused({ kind: "no-such-ticket", number });
		const refusal = await refusalOf(ctx, transaction, action, ticket, change);
		if (refusal) return refused(refusal);
		const at = clock.now();
		const other = locked.get(also) ?? null;
		const decided = await decide({ ticket, other, at, transaction });
		if (decided === null) return { kind: "changed", number };
		if ("kind" in decided) return refused(decided);
		await saveTicket(database, transaction, ticket.id, decided.patch);
		await enterDeed(ctx, transaction, {
			ticket,
			at,
			by,
			reason,
			action: decided.action,
			...differences(ticket, decided),
		});
		await decided.afterwards?.();
		return { kind: "changed", number };
	});
}

/** The audit entry of what was done with a ticket, and the news for everybody who looks at it. */
export async function enterDeed(
	{ database }: TicketContext,
	transaction: Transaction,
	deed: {
		readonly ticket: Pick<StandingTicket, "number" | "line">;
		readonly at: DateTime;
		readonly by: Actor;
		readonly reason?: string | undefined;
		readonly action: string;
		readonly before?: unknown;
		readonly after?: unknown;
	},
): Promise<void> {
	const { ticket, at, by, reason, action, before, after } = deed;
	await auditEntry(database, transaction, {
		at,
		actor: by.name,
		action,
		subject: { kind: "ticket", id: ticket.number },
		...(reason ? { reason: withoutAnyNumber(reason) } : {}),
		before: onRecord(before),
		after: onRecord(after),
	});
	await notifyOfChange(database, transaction, {
		kind: "ticket-changed",
		number: ticket.number,
		line: ticket.line,
	});
}

/** An entry is for ever: a phone number that somebody wrote into a text could not be erased from it. */
function onRecord(told: unknown): unknown {
	if (typeof told !== "object" || told === null) return told;
	const written: Record<string, unknown> = { ...told };
	if (typeof written.summary === "string")
		written.summary = withoutAnyNumber(written.summary);
	if (Array.isArray(written.labels))
		written.labels = written.labels.map((label) =>
			withoutAnyNumber(String(label)),
		);
	return written;
}

function refused(because: TicketRefusal): TicketResult {
	return { kind: "refused", because };
}

/** Why the actor cannot do it, with who did what before them. */
async function refusalOf(
	{ database }: TicketContext,
	transaction: Transaction,
	action: TicketAction,
	ticket: StandingTicket,
	{ by, revision, number }: TicketChange,
): Promise<TicketRefusal | null> {
	const refusal = whyNot(action, ticket, by);
	if (refusal && refusal.kind !== "status") return refusal;
	if (refusal) {
		const { status } = refusal;
		const last = await lastDeedOn(database, transaction, number, status);
		return { kind: "status", status, last };
	}
	if (revision === undefined || revision === ticket.revision) return null;
	const last = await lastDeedOn(database, transaction, number);
	return { kind: "changed-meanwhile", last };
}

/** What the audit entry tells: the fields that people read; when things happened is the entry's own time. */
const told = [
	"status",
	"summary",
	"subject",
	"urgency",
	"property",
	"stairwell",
	"flat",
	"tenant",
	"labels",
	"costs",
	"dueAt",
	"mergedInto",
] as const;

function differences(
	ticket: StandingTicket,
	{ patch, after: more }: TicketChanged,
): { before: object; after: object } {
	const before: Record<string, unknown> = {};
	const after: Record<string, unknown> = {};
	for (const field of told) {
		const value = patch[field];
		if (value === undefined || isSame(value, ticket[field])) continue;
		before[field] = ticket[field];
		after[field] = value;
	}
	if (
		patch.assignee !== undefined &&
		patch.assignee?.name !== ticket.assignee?.name
	) {
		before.assignee = ticket.assignee?.name ?? null;
		after.assignee = patch.assignee?.name ?? null;
	}
	return { before, after: { ...after, ...more } };
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
