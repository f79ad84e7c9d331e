import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { expand } from "../../../src/domain/rota/expand.ts";
import type { HolidayEve, Rota } from "../../../src/domain/rota/rota.ts";
import { answerAt, compileRota } from "../../../src/domain/rota/timeline.ts";
import { holidaysByLaw } from "../../../src/rota-document/holidays-by-law.ts";

/** One case of a vector file: what it is called, what is expected, what we say. */
export interface Outcome {
	readonly id: string;
	readonly expected: unknown;
	readonly actual: unknown;
}

interface RecurrenceVector {
	readonly id: string;
	readonly zone: string;
	readonly start: string;
	readonly rrule: string;
	readonly exdate: readonly string[];
	readonly rdate: readonly string[];
	readonly limit: number | null;
	readonly expected: readonly string[];
}

export function recurrenceOutcomes(): Outcome[] {
	return vectors<RecurrenceVector[]>("recurrence").map((vector) => {
		const result = expand(vector);
		return {
			id: vector.id,
			expected: vector.expected,
			actual: result.kind === "expanded" ? result.instants.map(utc) : result,
		};
	});
}

interface RotaVector {
	readonly id: string;
	readonly rota: Rota;
	readonly checks: readonly {
		readonly at: string;
		readonly onDuty: readonly string[];
	}[];
}

export function rotaOutcomes(): Outcome[] {
	return vectors<RotaVector[]>("rotas").flatMap(({ id, rota, checks }) => {
		const instants = checks.map(({ at }) => DateTime.fromISO(at).toMillis());
		const timeline = compileRota(rota, {
			from: DateTime.fromMillis(Math.min(...instants)),
			to: DateTime.fromMillis(Math.max(...instants) + 1),
			holidays: null,
		});
		return checks.map(({ at, onDuty }) => {
			const { duties } = answerAt(timeline, DateTime.fromISO(at));
			const people = Object.values(duties).map(({ person }) => person);
			return {
				id: `${id} at ${at}`,
				expected: [...onDuty].sort(),
				actual: [...new Set(people.filter((each) => each !== null))].sort(),
			};
		});
	});
}

interface OfficeVector {
	readonly id: string;
	readonly zone: string;
	readonly country: "FI" | "SE";
	readonly at: string;
	readonly open: boolean;
	readonly note: string;
}

/** The eves on which offices are closed: New Year's Eve is a working day in Finland. */
export const closedEves: Readonly<Record<string, readonly HolidayEve[]>> = {
	FI: ["christmas-eve", "midsummer-eve"],
	SE: ["christmas-eve", "midsummer-eve", "new-years-eve"],
};

export function officeOutcomes(): Outcome[] {
	return vectors<OfficeVector[]>("office-hours").map((vector) => {
		const { zone, country } = vector;
		const at = DateTime.fromISO(vector.at);
		const rota: Rota = {
			rota: 1,
			line: "fault-line",
			name: "Office",
			zone,
			people: {},
			holidays: { country, eves: closedEves[country] ?? [] },
			hours: [
				{
					rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
					start: "08:00",
					end: "16:00",
				},
			],
			duties: {},
			routing: { open: [], closed: [] },
			fallback: [],
		};
		const holidays = holidaysByLaw(country, at.year - 1, at.year + 1);
		const timeline = compileRota(rota, { from: at, to: at.plus(1), holidays });
		return {
			id: `${vector.id}: ${vector.note}`,
			expected: vector.open,
			actual: answerAt(timeline, at).office.open,
		};
	});
}

export function vectors<File>(name: string): File {
	const path = join(import.meta.dirname, "../../vectors", `${name}.json`);
	return JSON.parse(readFileSync(path, "utf8")) as File;
}

export function utc(millis: number): string {
	return new Date(millis).toISOString().replace(".000Z", "Z");
}
