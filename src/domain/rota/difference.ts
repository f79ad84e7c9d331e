/** Which hours change hands between two rotas. */
import { DateTime } from "luxon";
import type { PersonId } from "./rota.ts";
import type { TimeSpan } from "./shifts.ts";
import type { Timeline } from "./timeline.ts";
import { type Cut, cutAt, type Track } from "./track.ts";

export interface Difference {
	/** A duty's name, or `office` for the office hours. */
	readonly duty: string;
	readonly start: DateTime;
	readonly end: DateTime;
	/** A person, null for a gap or a duty that is not there; for the office `open` or `closed`. */
	readonly before: PersonId | "open" | "closed" | null;
	readonly after: PersonId | "open" | "closed" | null;
}

/** The spans in which two timelines answer differently, the office first, then duty by duty, each by time; neighbours with the same change are joined. */
export function differenceBetween(
	before: Timeline,
	after: Timeline,
	span: TimeSpan,
): Difference[] {
	const says = (open: boolean) => (open ? "open" : "closed");
	const duties = new Set([...before.duties.keys(), ...after.duties.keys()]);
	return [
		...differences(before.office, after.office, "office", span, says),
		...[...duties].flatMap((duty) =>
			differences(
				before.duties.get(duty),
				after.duties.get(duty),
				duty,
				span,
				(person) => person,
			),
		),
	];
}

function differences<Value>(
	before: Track<Value> | undefined,
	after: Track<Value> | undefined,
	duty: string,
	{ from, to }: TimeSpan,
	says: (value: Value) => Difference["before"],
): Difference[] {
	const tracks = [before, after].filter((track) => track !== undefined);
	const end = Math.min(to.toMillis(), ...tracks.map((track) => track.end));
	let start = Math.max(from.toMillis(), ...tracks.map((track) => track.start));
	const zone = { zone: (after ?? before)?.zone ?? "UTC" };
	const rows: {
		start: number;
		end: number;
		was: Difference["before"];
		is: Difference["before"];
	}[] = [];
	while (start < end) {
		const [was, is] = [at(before, start), at(after, start)];
		const until = Math.min(was.until, is.until, end);
		const row = { start, end: until, was: told(was.value), is: told(is.value) };
		start = until;
		if (row.was === row.is) continue;
		const last = rows.at(-1);
		if (last?.end === row.start && last.was === row.was && last.is === row.is)
			last.end = row.end;
		else rows.push(row);
	}
	return rows.map((row) => ({
		duty,
		start: DateTime.fromMillis(row.start, zone),
		end: DateTime.fromMillis(row.end, zone),
		before: row.was,
		after: row.is,
	}));

	function told(value: Value | null): Difference["before"] {
		return value === null ? null : says(value);
	}
}

function at<Value>(track: Track<Value> | undefined, millis: number) {
	if (!track) return { value: null, until: Number.POSITIVE_INFINITY };
	const cut = cutAt(track, millis);
	return {
		value: (track.cuts[cut] as Cut<Value>).value,
		until: track.changes[cut] as number,
	};
}
