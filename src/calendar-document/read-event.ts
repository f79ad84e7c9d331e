import type {
	Guest,
	UnreadableBecause,
} from "../domain/rota/calendar/entry.ts";
import type { ZoneClock } from "../domain/rota/wall-clock.ts";
import { type Component, lineValue, type Property } from "./calendar-text.ts";
import { type Length, type Moment, readLength, readMoment } from "./moments.ts";

/** One VEVENT, read but not yet repeated. */
export interface CalendarEvent {
	readonly uid: string | null;
	readonly sequence: number;
	readonly title: string;
	readonly guests: readonly Guest[];
	readonly cancelled: boolean;
	/** On the event's own wall clock. */
	readonly start: number;
	readonly isDate: boolean;
	/** null for a date or time that floats: it is the rota's own. */
	readonly clock: ZoneClock | null;
	readonly length: Length;
	readonly rule: string | null;
	readonly added: readonly AtClock[];
	readonly left: readonly AtClock[];
	/** Which occurrence of its series this event stands for. */
	readonly instead: (AtClock & { readonly andAllAfter: boolean }) | null;
}

/** A moment with the clock that it is on. */
export interface AtClock {
	readonly moment: Moment;
	readonly clock: ZoneClock | null;
}

export type EventReading =
	| { readonly kind: "event"; readonly event: CalendarEvent }
	| { readonly kind: "unreadable"; readonly because: UnreadableBecause };

type ClockNamed = (tzid: string) => ZoneClock | null;

const longestTitle = 200;
const mostGuests = 50;
const mostDates = 5_000;

/** Reads an event; `utc` is the clock of times that end in Z. */
export function readEvent(
	component: Component,
	clockNamed: ClockNamed,
	utc: ZoneClock,
): EventReading {
	const at = (name: string) =>
		component.properties
			.filter(([each]) => each === name)
			.flatMap((property) => momentsOf(property, clockNamed, utc));
	const start = at("dtstart")[0];
	const times = [start, ...at("exdate"), ...at("rdate"), at("dtend")[0]];
	if (times.includes("unknown-zone"))
		return { kind: "unreadable", because: "unknown-zone" };
	if (!start || typeof start === "string")
		return { kind: "unreadable", because: "no-time" };
	const length = lengthOf(component, start, at("dtend")[0]);
	if (!length) return { kind: "unreadable", because: "no-length" };
	const instead = at("recurrence-id")[0];
	if (typeof instead === "string")
		return { kind: "unreadable", because: "no-time" };
	const { lines } = component;
	return {
		kind: "event",
		event: {
			uid: lineValue(lines, "UID"),
			sequence: Number(lineValue(lines, "SEQUENCE") ?? 0) || 0,
			title: titleOf(component),
			guests: guestsOf(component),
			cancelled: /^cancelled$/i.test(lineValue(lines, "STATUS") ?? ""),
			start: start.moment.local,
			isDate: start.moment.isDate,
			clock: start.clock,
			length,
			rule: lineValue(lines, "RRULE"),
			added: moments(at("rdate")),
			left: moments(at("exdate")),
			instead: instead
				? { ...instead, andAllAfter: isAndAllAfter(component) }
				: null,
		},
	};
}

/** The event's own words for what it is; an empty one keeps the problem readable. */
export function titleIn(lines: readonly string[]): string {
	const text = lineValue(lines, "SUMMARY") ?? "";
	return plain(
		text.replace(/\\n/gi, " ").replaceAll(/\\([\\;,])/g, "$1"),
	).slice(0, longestTitle);
}

function titleOf({ properties }: Component): string {
	const summary = properties.find(([name]) => name === "summary")?.[3];
	return plain(typeof summary === "string" ? summary : "").slice(
		0,
		longestTitle,
	);
}

function plain(text: string): string {
	return text
		.replace(/\p{Cc}+/gu, " ")
		.replace(/\s+/g, " ")
		.trim();
}

type Found = AtClock | "unreadable" | "unknown-zone";

function moments(found: readonly Found[]): AtClock[] {
	return found.filter((each) => typeof each !== "string").slice(0, mostDates);
}

/** What the parser adds to a date that does not say it is one, or to a time without seconds. */
const unsaid = /T::$|:$/;

/** The times of one property; of a period only its beginning. */
function momentsOf(
	[, parameters, , ...values]: Property,
	clockNamed: ClockNamed,
	utc: ZoneClock,
): Found[] {
	const tzid = typeof parameters.tzid === "string" ? parameters.tzid : null;
	return values.map((value) => {
		const text = Array.isArray(value) ? value[0] : value;
		const moment = readMoment(String(text).replace(unsaid, ""));
		if (!moment) return "unreadable";
		if (moment.isUtc) return { moment, clock: utc };
		if (moment.isDate || tzid === null) return { moment, clock: null };
		const clock = clockNamed(tzid);
		return clock ? { moment, clock } : "unknown-zone";
	});
}

/** What starts and ends on one clock keeps its times of day; a date without an end is that day; a time without one is nothing. */
function lengthOf(
	{ lines }: Component,
	{ moment, clock }: AtClock,
	end: Found | undefined,
): Length | null {
	if (end && typeof end !== "string") {
		if (end.moment.isDate !== moment.isDate) return null;
		const exact =
			end.clock === clock
				? end.moment.local - moment.local
				: instantOf(end) - instantOf({ moment, clock });
		if (exact <= 0) return moment.isDate ? { days: 1, exact: 0 } : null;
		return end.clock === clock ? wallLength(exact) : { days: 0, exact };
	}
	const written = lineValue(lines, "DURATION");
	const length = written === null ? null : readLength(written);
	if (length && length.days + length.exact > 0) return length;
	return moment.isDate && !length ? { days: 1, exact: 0 } : null;
}

/** Both ends are on the wall clock, so the whole of the length is. */
function wallLength(millis: number): Length {
	return { days: millis / 86_400_000, exact: 0 };
}

function instantOf({ moment, clock }: AtClock): number {
	return clock ? clock.instantOf(moment.local) : moment.local;
}

function guestsOf({ properties }: Component): Guest[] {
	return properties
		.filter(([name, { partstat, cutype }]) => {
			if (name !== "attendee") return false;
			return (
				!/^declined$/i.test(String(partstat ?? "")) &&
				!/^(room|resource)$/i.test(String(cutype ?? ""))
			);
		})
		.slice(0, mostGuests)
		.map(([, { cn, email }, , value]) => {
			const address = [value, email]
				.map((each) => String(each ?? "").replace(/^mailto:/i, ""))
				.find((each) => each.includes("@"));
			return {
				...(address && { email: address.slice(0, longestTitle) }),
				...(typeof cn === "string" && {
					name: plain(cn).slice(0, longestTitle),
				}),
			};
		});
}

function isAndAllAfter({ properties }: Component): boolean {
	const range = properties.find(([name]) => name === "recurrence-id")?.[1]
		.range;
	return /^thisandfuture$/i.test(String(range ?? ""));
}
