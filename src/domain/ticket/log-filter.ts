/** What of the log is wanted: filters that hold together, as they stand in an address. */
import {
	type CallsFilter,
	callsFilterParts,
	readCallsFilter,
} from "./calls-filter.ts";
import {
	type CallOutcome,
	type Channel,
	callOutcomes,
	channels,
	type TicketStatus,
	ticketStatuses,
	type Urgency,
	urgencies,
} from "./ticket.ts";

export interface LogFilter {
	/** What somebody looks for: words, a ticket's number, a phone number; empty for all. */
	readonly q: string;
	readonly line: string | null;
	/** Opened then or later: a date or an instant, ISO 8601. */
	readonly from: string | null;
	/** Opened before that. */
	readonly to: string | null;
	/** Opened within so many days before now. */
	readonly days: number | null;
	/** One of these; none for all. So for every list. */
	readonly channel: readonly Channel[];
	readonly outcome: readonly CallOutcome[];
	readonly status: readonly TicketStatus[];
	readonly urgency: readonly Urgency[];
	/** With its whole branch of the tree. */
	readonly subject: string | null;
	readonly property: string | null;
	/** Of the property. */
	readonly stairwell: string | null;
	/** Who took it or has it: a person of a rota, or the id of an account. */
	readonly person: string | null;
	readonly answeredWithin: AnsweredWithin | null;
	/** Due by now, and not done. */
	readonly overdue: boolean;
	/** Nobody has said "I have it". */
	readonly unacknowledged: boolean;
	readonly label: string | null;
	/** Whether the tenant is to be billed. */
	readonly costs: boolean | null;
	/** Has such a call. */
	readonly calls: CallsFilter | null;
}

export interface AnsweredWithin {
	/** `not`: later or never. `later`: answered, and later. */
	readonly how: "within" | "later" | "not";
	readonly seconds: AnswerSeconds;
}

/** The bounds between which answers are counted. */
export const answerBounds = [10, 20, 30, 60, 120] as const;

export type AnswerSeconds = (typeof answerBounds)[number];

/** Nothing is done with these any more. */
const finished: readonly TicketStatus[] = ["done", "closed"];

/** What `open` stands for. */
export const openStatuses: readonly TicketStatus[] = ticketStatuses.filter(
	(status) => !finished.includes(status),
);

/** Everything. */
export const wholeLog: LogFilter = {
	q: "",
	line: null,
	from: null,
	to: null,
	days: null,
	channel: [],
	outcome: [],
	status: [],
	urgency: [],
	subject: null,
	property: null,
	stairwell: null,
	person: null,
	answeredWithin: null,
	overdue: false,
	unacknowledged: false,
	label: null,
	costs: null,
	calls: null,
};

/** Reads what stands in an address; what cannot be read is as if it were not there, so that an old address still shows something. */
export function readLogFilter(address: URLSearchParams | string): LogFilter {
	const given = new URLSearchParams(address);
	const text = (name: string) => plain(given.get(name));
	const property = text("property");
	return {
		q: text("q")?.slice(0, longestSearch) ?? "",
		line: text("line"),
		from: instantIn(given.get("from")),
		to: instantIn(given.get("to")),
		days: daysIn(given.get("days")),
		channel: someOf(channels, given.get("channel")),
		outcome: someOf(callOutcomes, given.get("outcome")),
		status: statusesIn(given.get("status")),
		urgency: someOf(urgencies, given.get("urgency")),
		subject: text("subject"),
		property,
		stairwell: property === null ? null : text("stairwell"),
		person: text("person"),
		answeredWithin: answeredWithinIn(given.get("answeredWithin")),
		overdue: given.get("overdue") === "yes",
		unacknowledged: given.get("unacknowledged") === "yes",
		label: text("label"),
		costs: yesOrNo(given.get("costs")),
		calls: readCallsFilter(given),
	};
}

/** Of what is looked for, no more than this is read. */
export const longestSearch = 200;

/** As it stands in an address, always in one order; nothing for what is not filtered. Reading it gives the same filter. */
export function writeLogFilter(filter: LogFilter): URLSearchParams {
	const written = new URLSearchParams();
	const set = (name: keyof LogFilter, value: string | null) => {
		if (value) written.set(name, value);
	};
	const yes = (is: boolean) => (is ? "yes" : null);
	set("q", filter.q);
	set("line", filter.line);
	set("from", filter.from);
	set("to", filter.to);
	set("days", filter.days === null ? null : String(filter.days));
	set("channel", filter.channel.join(","));
	set("outcome", filter.outcome.join(","));
	set("status", statusesWritten(filter.status));
	set("urgency", filter.urgency.join(","));
	set("subject", filter.subject);
	set("property", filter.property);
	set("stairwell", filter.stairwell);
	set("person", filter.person);
	set("answeredWithin", answerWritten(filter.answeredWithin));
	set("overdue", yes(filter.overdue));
	set("unacknowledged", yes(filter.unacknowledged));
	set("label", filter.label);
	set("costs", filter.costs === null ? null : filter.costs ? "yes" : "no");
	for (const [name, value] of filter.calls
		? callsFilterParts(filter.calls)
		: [])
		written.set(name, value);
	return written;
}

/** The statuses that a list names, each once and in their order; `open` stands for several, and what is none is left out. */
export function statusesIn(list: string | null): TicketStatus[] {
	const named = namesIn(list);
	return ticketStatuses.filter(
		(status) =>
			named.includes(status) ||
			(named.includes("open") && openStatuses.includes(status)),
	);
}

/** Reads `30`, `later-120` or `not-30`; null for anything else. */
export function answeredWithinIn(text: string | null): AnsweredWithin | null {
	const [, how, written] =
		/^(?:(later|not)-)?(\d{1,3})$/.exec(text ?? "") ?? [];
	const seconds = answerBounds.find((bound) => String(bound) === written);
	if (!seconds) return null;
	return { how: (how as "later" | "not" | undefined) ?? "within", seconds };
}

/** A list's names; a comma divides them. */
export function namesIn(list: string | null): string[] {
	return (list ?? "").split(",").filter((name) => name !== "");
}

function statusesWritten(statuses: readonly TicketStatus[]): string {
	const isOpen = openStatuses.every((status) => statuses.includes(status));
	if (!isOpen) return statuses.join(",");
	const rest = statuses.filter((status) => !openStatuses.includes(status));
	return ["open", ...rest].join(",");
}

/** As `answeredWithinIn` reads it. */
export function answerWritten(answered: AnsweredWithin | null): string | null {
	if (!answered) return null;
	const { how, seconds } = answered;
	return how === "within" ? String(seconds) : `${how}-${seconds}`;
}

function someOf<Name extends string>(
	names: readonly Name[],
	list: string | null,
): Name[] {
	const named = namesIn(list);
	return names.filter((name) => named.includes(name));
}

function plain(text: string | null): string | null {
	const cleaned = text?.replace(/\p{Cc}/gu, " ").trim();
	return cleaned ? cleaned : null;
}

function instantIn(text: string | null): string | null {
	return text !== null && instantText.test(text) ? text : null;
}

const instantText =
	/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function daysIn(text: string | null): number | null {
	return /^[1-9]\d{0,3}$/.test(text ?? "") ? Number(text) : null;
}

function yesOrNo(text: string | null): boolean | null {
	if (text === "yes") return true;
	return text === "no" ? false : null;
}
