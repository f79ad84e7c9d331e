import { readRule } from "../domain/rota/recurrence/rule.ts";
import { occurrencesOf } from "../domain/rota/recurrence.ts";
import {
	clockOf,
	clockWith,
	dayMillis,
	type ZoneClock,
} from "../domain/rota/wall-clock.ts";
import { type Component, lineValue } from "./calendar-text.ts";
import { readMoment } from "./moments.ts";
import { zoneOfWindows } from "./windows-zones.ts";

/** From `from` to `to`, in Unix milliseconds. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/**
 * The clock of each TZID of a calendar: that of the zone it names, in IANA's manner or in Windows', with or without a
 * program's own prefix; else the one that the calendar itself describes. null for a name that means nothing.
 */
export function zonesOf(
	described: readonly Component[],
	span: Span,
): (tzid: string) => ZoneClock | null {
	const known = new Map<string, ZoneClock | null>();
	return (tzid) => {
		const clock = known.get(tzid);
		if (clock !== undefined) return clock;
		const found = clockNamed(tzid) ?? clockDescribed(tzid, described, span);
		known.set(tzid, found);
		return found;
	};
}

function clockNamed(tzid: string): ZoneClock | null {
	const name = tzid.trim().replace(/^"|"$/g, "");
	const windows = zoneOfWindows(name);
	if (windows) return clockOf(windows);
	if (/^(utc|gmt|z|etc\/gmt)$/i.test(name)) return clockOf("UTC");
	const clock = clockOf(name);
	if (clock) return clock;
	// /freeassociation.sourceforge.net/Europe/Helsinki and its like.
	const [, bare] =
		/(?:^|\/)([A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?)$/.exec(name) ?? [];
	return bare ? clockOf(bare) : null;
}

interface Change {
	readonly at: number;
	readonly offset: number;
}

/** From a VTIMEZONE: it knows the offset before and after each change, and when the changes are. */
function clockDescribed(
	tzid: string,
	described: readonly Component[],
	span: Span,
): ZoneClock | null {
	const zone = described.find(({ lines }) => lineValue(lines, "TZID") === tzid);
	if (!zone) return null;
	const location = lineValue(zone.lines, "X-LIC-LOCATION");
	const located = location ? clockNamed(location) : null;
	if (located) return located;
	const changes: Change[] = [];
	let before: number | null = null;
	for (const part of zone.parts) {
		const read = changesOf(part, span);
		if (!read) continue;
		changes.push(...read.changes);
		before ??= read.before;
	}
	changes.sort((one, other) => one.at - other.at);
	if (before === null) return null;
	const first = before;
	return clockWith(tzid, (instant) => {
		const last = changes.findLast(({ at }) => at <= instant);
		return last?.offset ?? first;
	});
}

const yearMillis = 366 * dayMillis;

function changesOf(
	{ lines }: Component,
	span: Span,
): { changes: Change[]; before: number } | null {
	const before = offsetIn(lineValue(lines, "TZOFFSETFROM"));
	const offset = offsetIn(lineValue(lines, "TZOFFSETTO"));
	const start = readMoment(lineValue(lines, "DTSTART") ?? "");
	if (before === null || offset === null || !start) return null;
	const locals = new Set([start.local]);
	for (const line of lines) {
		if (!/^RDATE/i.test(line)) continue;
		for (const text of line
			.replace(/^[^:]*:/, "")
			.split(",")
			.slice(0, 500)) {
			const moment = readMoment(text);
			if (moment) locals.add(moment.local);
		}
	}
	const rule = readRule(lineValue(lines, "RRULE") ?? "");
	if (rule.kind === "rule") {
		const occurrences = occurrencesOf({
			rule: rule.rule,
			start: start.local,
			clock: clockWith("", () => before),
			from: span.from - 2 * yearMillis,
			work: { left: 100_000 },
		});
		for (const { local } of occurrences) {
			if (local > span.to + yearMillis) break;
			locals.add(local);
		}
	}
	const changes = [...locals].map((local) => ({ at: local - before, offset }));
	return { changes, before };
}

/** `+0200` in milliseconds. */
function offsetIn(text: string | null): number | null {
	const parts = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text?.trim() ?? "");
	if (!parts) return null;
	const [hours, minutes, seconds] = [parts[2], parts[3], parts[4] ?? 0].map(
		Number,
	) as [number, number, number];
	const size = ((hours * 60 + minutes) * 60 + seconds) * 1000;
	return parts[1] === "-" ? -size : size;
}
