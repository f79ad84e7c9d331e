import type { DateTime } from "luxon";
import {
	type CallsFilter,
	somebodyUnknown,
} from "../domain/ticket/calls-filter.ts";
import {
	type AnsweredWithin,
	answerBounds,
	type LogFilter,
	wholeLog,
} from "../domain/ticket/log-filter.ts";

/** Which tickets are meant: a filter with everything in it made out that needs a clock or a knowledge of phone numbers. */
export interface TicketsMeant
	extends Omit<LogFilter, "q" | "from" | "to" | "days" | "calls"> {
	/** Opened at this instant or later. */
	readonly from: DateTime | null;
	/** Opened before this instant. */
	readonly to: DateTime | null;
	/** As it stands on the ticket. */
	readonly caller: string | null;
	readonly looksFor: LooksFor | null;
	readonly calls: CallsMeant | null;
	/** By which a ticket is overdue; null: by the database's clock. */
	readonly now: DateTime | null;
}

/** Which calls are meant, in which zone's hours. */
export interface CallsMeant extends Omit<CallsFilter, "from" | "to"> {
	readonly from: DateTime;
	readonly to: DateTime;
	/** IANA. */
	readonly zone: string;
}

/** All of them. */
export const everyTicket: TicketsMeant = {
	...filtersOf(wholeLog),
	...{ from: null, to: null, caller: null, looksFor: null },
	...{ calls: null, now: null },
};

/** The filters that need nothing made out. */
export function filtersOf({
	q: _q,
	from: _from,
	to: _to,
	days: _days,
	calls: _calls,
	...filters
}: LogFilter): Omit<LogFilter, "q" | "from" | "to" | "days" | "calls"> {
	return filters;
}

/** What somebody wrote into the search box, made out. */
export type LooksFor =
	| {
			readonly kind: "number";
			/** A ticket's number, year and all. */
			readonly whole: string | null;
			/** The running part of a ticket's number, of any year. */
			readonly running: string | null;
			/** How the caller's number begins, E.164. */
			readonly beginnings: readonly string[];
			/** The digits that the caller's number ends in. */
			readonly end: string | null;
	  }
	| {
			readonly kind: "words";
			/** Letters and digits only; a minus before one that must not be there. */
			readonly words: readonly string[];
			/** Whether the last one may go on. */
			readonly isUnfinished: boolean;
	  };

/** A statement in the making: gives each value its place. */
export class Statement {
	readonly values: unknown[] = [];

	give(value: unknown): string {
		this.values.push(value);
		return `$${this.values.length}`;
	}
}

/** One way to tickets, by an index. */
export interface Way {
	/** Of a way for each of several values: what gives them, as `one`. */
	readonly each?: string;
	/** Whether the values come in the order of the list, so that the first page that is full ends the search. */
	readonly isInTurn?: boolean;
	readonly from: string;
	readonly where: string;
	/** What the index is ordered by, newest first. */
	readonly at: string;
	readonly id: string;
}

type Named = Exclude<
	keyof TicketsMeant,
	"from" | "to" | "now" | "stairwell" | "looksFor"
>;

/** The filters that decide what is read, the one that lets fewest tickets through first. */
const order: readonly Named[] = [
	"property",
	"caller",
	"label",
	"person",
	"unacknowledged",
	"overdue",
	"calls",
	"subject",
	"costs",
	"status",
	"answeredWithin",
	"outcome",
	"urgency",
	"channel",
	"line",
];

/**
 * How to come to the tickets: the ways of the filter that lets fewest through, each with the rest as conditions. A ticket may
 * stand on several of them.
 */
export function waysTo(meant: TicketsMeant, statement: Statement): Way[] {
	const leading = order.find((name) => isSet(meant, name));
	if (!leading) return [wayWhere("true")];
	return waysOf(meant, leading, statement).map((way) => ({
		...way,
		where: [way.where, ...conditionsOf(meant, statement, leading)].join(
			" and ",
		),
	}));
}

/** What holds for every ticket that is meant, whatever it is looked for by, but for the filter that is seen to already. */
export function conditionsOf(
	meant: TicketsMeant,
	statement: Statement,
	except?: Named,
): string[] {
	const conditions = order
		.filter((name) => name !== except && isSet(meant, name))
		.map((name) => conditionOf(meant, name, statement));
	if (meant.property !== null && meant.stairwell !== null)
		conditions.push(`t.stairwell = ${statement.give(meant.stairwell)}`);
	return conditions;
}

/** The span in which tickets are meant, and after which one, by what the list is ordered by. */
export function spanOf(
	{ from, to }: Pick<TicketsMeant, "from" | "to">,
	after: { readonly openedAt: string; readonly id: string } | null,
	statement: Statement,
	{ at, id }: Pick<Way, "at" | "id">,
): string[] {
	const conditions: string[] = [];
	if (from) conditions.push(`${at} >= ${statement.give(from.toJSDate())}`);
	if (to) conditions.push(`${at} < ${statement.give(to.toJSDate())}`);
	if (after)
		conditions.push(
			`(${at}, ${id}) < (${statement.give(after.openedAt)}::timestamptz, ${statement.give(after.id)}::uuid)`,
		);
	return conditions;
}

function isSet(meant: TicketsMeant, name: Named): boolean {
	const value = meant[name];
	if (Array.isArray(value)) return value.length > 0;
	// That the tenant is not to be billed is something to filter by.
	return value !== null && (value !== false || name === "costs");
}

/** The filter as a condition on the ticket `t`, where another one leads. */
function conditionOf(
	meant: TicketsMeant,
	name: Named,
	statement: Statement,
): string {
	if (name === "label") return `${statement.give(meant.label)} = any(t.labels)`;
	const ways = waysOf(meant, name, statement).map(({ each, where }) =>
		each ? `exists (select from ${each} where ${where})` : where,
	);
	return `(${ways.join(" or ")})`;
}

function wayWhere(where: string, each?: string): Way {
	return {
		...(each !== undefined && { each }),
		...{ from: "tickets t", where, at: "t.opened_at", id: "t.id" },
	};
}

/** A way for each value, written out one by one, for an index that leaves the commonest value out is used for the others only so. */
function waysAmong(
	column: string,
	values: readonly unknown[],
	statement: Statement,
): Way[] {
	return values.map((value) =>
		wayWhere(`${column} = ${statement.give(value)}`),
	);
}

function waysOf(meant: TicketsMeant, name: Named, statement: Statement): Way[] {
	const value = (column: string, wanted: unknown) =>
		waysAmong(column, [wanted], statement);
	switch (name) {
		case "property":
			return value("t.property_id", meant.property);
		case "caller":
			return value("t.caller", meant.caller);
		case "person":
			return waysToPerson(meant.person ?? "", statement);
		case "label":
			return [
				{
					from: "ticket_labels l join tickets t on t.id = l.ticket_id",
					where: `l.label = ${statement.give(meant.label)}`,
					...{ at: "l.opened_at", id: "l.ticket_id" },
				},
			];
		case "subject":
			return [wayWhere("t.subject = one.value", branchOf(meant, statement))];
		case "unacknowledged":
			return [
				...waysAmong("t.status", ["new", "assigned"], statement),
				wayWhere("t.missed_call_at is not null"),
			];
		case "overdue":
			return [
				wayWhere(
					`t.due_at < coalesce(${statement.give(meant.now?.toJSDate() ?? null)}::timestamptz, now()) and t.status not in ('done', 'closed')`,
				),
			];
		case "answeredWithin":
			return bucketsOf(meant.answeredWithin).map((bucket) =>
				wayWhere(
					`answer_bucket(t.answer_seconds, t.outcome) = ${statement.give(bucket)} and t.outcome is not null`,
				),
			);
		case "calls":
			return meant.calls ? [wayToCalls(meant.calls, statement)] : [];
		case "costs":
			return value("t.costs", meant.costs);
		case "line":
			return value("t.line", meant.line);
		case "status":
		case "outcome":
		case "urgency":
		case "channel":
			return waysAmong(`t.${name}`, meant[name], statement);
		default:
			return [];
	}
}

/** A ticket's calls come within a month of its opening, so that its own index bounds what is looked at. */
function wayToCalls(meant: CallsMeant, statement: Statement): Way {
	const from = statement.give(meant.from.toJSDate());
	const to = statement.give(meant.to.toJSDate());
	const conditions = [
		`c.ticket_id = t.id and c.arrived_at >= ${from} and c.arrived_at < ${to}`,
	];
	const equal = (column: string, value: unknown) => {
		if (value !== null) conditions.push(`${column} = ${statement.give(value)}`);
	};
	equal("c.outcome", meant.outcome);
	if (meant.outcome === null) conditions.push("c.outcome <> 'blocked'");
	if (meant.person === somebodyUnknown)
		conditions.push("c.answered_by is null");
	else equal("c.answered_by", meant.person);
	if (meant.weekday !== null || meant.hour !== null) {
		const local = `c.arrived_at at time zone ${statement.give(meant.zone)}`;
		equal(`extract(isodow from ${local})`, meant.weekday);
		equal(`extract(hour from ${local})`, meant.hour);
	}
	if (meant.isMissed)
		conditions.push("c.outcome not in ('answered', 'blocked')");
	if (meant.within !== null)
		conditions.push(
			`c.outcome = 'answered' and c.answer_seconds <= ${statement.give(meant.within)}`,
		);
	return wayWhere(
		`t.opened_at >= ${from}::timestamptz - interval '31 days' and t.opened_at < ${to}::timestamptz
			and exists (select from calls c where ${conditions.join(" and ")})`,
	);
}

/** Whoever took its first answered call, and whoever has it: a person of a rota, or an account. */
function waysToPerson(person: string, statement: Statement): Way[] {
	return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(person)
		? waysAmong("t.assignee_account", [person], statement)
		: [
				...waysAmong("t.answered_by", [person], statement),
				...waysAmong("t.assignee_person", [person], statement),
			];
}

/** The subject and everything below it. */
function branchOf({ subject }: TicketsMeant, statement: Statement): string {
	return `(with recursive branch as (
		select id from subjects where id = ${statement.give(subject)}
		union select below.id from subjects below join branch on below.parent = branch.id
	) select id as value from branch) one`;
}

/** As the index counts: 0 for the first bound and up, then later than all of them, then never. */
function bucketsOf(answered: AnsweredWithin | null): number[] {
	if (!answered) return [];
	const bound = answerBounds.indexOf(answered.seconds);
	const later = answerBounds.length;
	const among = {
		within: [0, bound],
		later: [bound + 1, later],
		not: [bound + 1, later + 1],
	}[answered.how];
	const [first = 0, last = 0] = among;
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
