import type { DateTime } from "luxon";
import { writtenTime } from "../../src/domain/rota/edits/written-time.ts";
import type { Layer, Override, Rota } from "../../src/domain/rota/rota.ts";

const zone = "Europe/Helsinki";
const duties = ["one", "two", "three", "four", "five", "six"];
const people = Array.from({ length: 60 }, (_, index) => `person-${index}`);

/** 60 people, 6 duties with a week, nights and weekends each, and 200 overrides in the 12 weeks from now on. */
export function largeRota(now: DateTime): Rota {
	return {
		rota: 1,
		line: "fault-line",
		name: "Large",
		zone,
		people: Object.fromEntries(
			people.map((id, index) => [
				id,
				{
					name: `First${index} Last${index}`,
					phone: `+467017406${String(5 + (index % 90)).padStart(2, "0")}`,
				},
			]),
		),
		holidays: { country: "FI" },
		hours: [
			{
				rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
				start: "08:00",
				end: "16:00",
			},
		],
		duties: Object.fromEntries(duties.map((duty, at) => [duty, layers(at)])),
		overrides: Array.from({ length: 200 }, (_, index) => override(index, now)),
		routing: {
			open: [{ ring: ["one"], seconds: 20 }],
			closed: duties.map((duty) => ({ ring: [duty], seconds: 25 })),
		},
		fallback: ["person-0"],
	};
}

function layers(duty: number): Layer[] {
	const turns = (from: number) =>
		Array.from(
			{ length: 10 },
			(_, turn) => people[(duty * 10 + from + turn) % 60] as string,
		);
	return [
		{
			rotation: {
				people: turns(0),
				start: "2026-01-02T15:00",
				rrule: "FREQ=WEEKLY;BYDAY=FR",
			},
		},
		{
			rotation: {
				people: turns(20),
				start: "2026-01-05T16:00",
				rrule: "FREQ=DAILY",
				during: [
					{
						rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH",
						start: "16:00",
						end: "08:00",
					},
				],
			},
		},
		{
			rotation: {
				people: turns(40),
				start: "2026-01-03T08:00",
				rrule: "FREQ=WEEKLY;BYDAY=SA",
				during: [
					{ rrule: "FREQ=WEEKLY;BYDAY=SA,SU", start: "08:00", end: "08:00" },
				],
			},
		},
	];
}

function override(index: number, now: DateTime): Override {
	const start = now.startOf("hour").plus({ hours: 12 + index * 10 });
	return {
		duty: duties[index % duties.length] as string,
		start: writtenTime(start.toMillis(), zone),
		end: writtenTime(start.plus({ hours: 9 }).toMillis(), zone),
		person: index % 25 === 0 ? "nobody" : (people[(index * 7) % 60] as string),
		why: "swap",
	};
}
