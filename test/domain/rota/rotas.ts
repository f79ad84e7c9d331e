import { DateTime } from "luxon";
import type { Answer } from "../../../src/domain/rota/answer.ts";
import type { HolidayCalendar } from "../../../src/domain/rota/holidays.ts";
import type { Rota } from "../../../src/domain/rota/rota.ts";
import {
	answerAt,
	compileRota,
	type Timeline,
} from "../../../src/domain/rota/timeline.ts";
import { holidaysOf } from "../../../src/rota-document/holidays-by-law.ts";

export const zone = "Europe/Helsinki";

/** A rota without problems: one office worker, four technicians, two duties. */
export function rotaWith(changes: Partial<Rota> = {}): Rota {
	const person = (name: string) => ({ name, phone: "+46701740605" });
	return {
		rota: 1,
		line: "fault-line",
		name: "Fault line",
		zone,
		people: {
			aino: { ...person("Aino Virtanen"), answers: "directly" },
			kalle: person("Kalle Korhonen"),
			liisa: person("Liisa Lind"),
			pekka: person("Pekka Nieminen"),
			sanna: person("Sanna Heikkinen"),
		},
		holidays: { country: "FI", eves: ["christmas-eve", "midsummer-eve"] },
		hours: [
			{ rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", start: "08:00", end: "16:00" },
			{ rrule: "FREQ=WEEKLY;BYDAY=FR", start: "08:00", end: "15:00" },
		],
		duties: {
			technician: [
				{
					rotation: {
						people: ["sanna", "kalle", "liisa", "pekka"],
						start: "2026-01-02T15:00",
						rrule: "FREQ=WEEKLY;BYDAY=FR",
					},
				},
			],
			backup: [
				{
					rotation: {
						people: ["liisa", "pekka", "sanna", "kalle"],
						start: "2026-01-02T15:00",
						rrule: "FREQ=WEEKLY;BYDAY=FR",
					},
				},
			],
		},
		routing: {
			open: [
				{ ring: ["aino"], seconds: 20 },
				{ ring: ["technician"], seconds: 25 },
			],
			closed: [
				{ ring: ["technician"], seconds: 25 },
				{ ring: ["backup"], seconds: 30 },
			],
		},
		fallback: ["aino"],
		...changes,
	};
}

/** An instant written on the wall clock of Helsinki, or with an offset. */
export function at(text: string): DateTime {
	return DateTime.fromISO(text, { zone, setZone: false });
}

export function compiled(
	rota: Rota,
	from: string,
	to: string,
	holidays: HolidayCalendar | null = holidaysOf(rota, at(from), at(to)),
): Timeline {
	return compileRota(rota, { from: at(from), to: at(to), holidays });
}

export function answered(rota: Rota, text: string): Answer {
	return answerAt(
		compiled(rota, text, at(text).plus(1).toISO() ?? ""),
		at(text),
	);
}

/** Who has the duty at each of these instants. */
export function holders(
	rota: Rota,
	duty: string,
	instants: readonly string[],
): (string | null)[] {
	return instants.map(
		(text) => answered(rota, text).duties[duty]?.person ?? null,
	);
}
