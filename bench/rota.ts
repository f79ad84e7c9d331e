import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { DateTime } from "luxon";
import rrule from "rrule";
import type { Layer, Override, Rota } from "../src/domain/rota/rota.ts";
import {
	answerAt,
	compileRota,
	type Timeline,
} from "../src/domain/rota/timeline.ts";
import { holidaysByLaw } from "../src/rota-document/holidays-by-law.ts";

/**
 * Measures the rota engine on the rota that its figures are promised for (60 people, 6 duties, 10 layers each, 500
 * overrides, 400 days), each figure beside a reference measured in the same run.
 * Run with `npx tsx bench/rota.ts`.
 */
const from = DateTime.fromISO("2026-11-02T00:00", { zone: "Europe/Helsinki" });
const to = from.plus({ days: 400 });
const rota = largeRota();
const holidays = holidaysByLaw("FI", 2026, 2029);
const inputs = { from, to, holidays };

const compileMillis = median(times(15, () => compileRota(rota, inputs)));
const timeline = compileRota(rota, inputs);
const shifts = shiftsIn(timeline);
report(
	"compile (median of 15)",
	`${compileMillis.toFixed(1)} ms`,
	"promised: under 50 ms",
);

const instants = randomInstants(200_000);
const answers = rate(instants, (at) => answerAt(timeline, at));
const searches = rate(instants, plainSearches(timeline));
report(
	"answerAt, six duties and the office",
	perSecond(answers),
	"promised: 200,000 /s",
);
report(
	"  reference: seven plain binary searches",
	perSecond(searches),
	`answerAt runs at ${((answers / searches) * 100).toFixed(0)} % of it`,
);
const few = instants.slice(0, 200);
const expansions = rate(few, expandingLookUp(rota));
report(
	"  reference: expanding one layer with rrule",
	perSecond(expansions),
	`answerAt is ${Math.round(answers / expansions)} times faster`,
);

report("shifts and gaps in 800 days", String(shifts), "");
const bytes = memoryOf(() => compileRota(rota, inputs));
const half = { ...inputs, to: from };
const bytesOfHalf = memoryOf(() => compileRota(rota, half));
const shiftsOfHalf = shiftsIn(compileRota(rota, half));
report("memory per shift, 800 days", `${Math.round(bytes / shifts)} bytes`, "");
report(
	"  reference: 400 days",
	`${Math.round(bytesOfHalf / shiftsOfHalf)} bytes`,
	"the same: linear in the shifts",
);

function largeRota(): Rota {
	const people = Array.from({ length: 60 }, (_, index) => `person-${index}`);
	const duties = ["one", "two", "three", "four", "five", "six"];
	return {
		rota: 1,
		line: "fault-line",
		name: "Large",
		zone: "Europe/Helsinki",
		people: Object.fromEntries(
			people.map((id) => [
				id,
				{ name: `Name of ${id}`, phone: "+46701740605" },
			]),
		),
		holidays: { country: "FI", eves: ["christmas-eve", "midsummer-eve"] },
		hours: [
			{ rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", start: "08:00", end: "16:00" },
			{ rrule: "FREQ=WEEKLY;BYDAY=FR", start: "08:00", end: "15:00" },
		],
		duties: Object.fromEntries(
			duties.map((duty, index) => [duty, layersOf(people, index)]),
		),
		overrides: Array.from({ length: 500 }, (_, index) =>
			overrideOf(index, people, duties),
		),
		routing: {
			open: [{ ring: ["one", "two"], seconds: 20 }],
			closed: duties.map((duty) => ({ ring: [duty], seconds: 25 })),
		},
		fallback: ["person-0"],
	};
}

/** One rotation for the week, and nine that cover some hours of some days. */
function layersOf(people: readonly string[], duty: number): Layer[] {
	const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
	return Array.from({ length: 10 }, (_, layer) => ({
		rotation: {
			people: Array.from(
				{ length: 10 },
				(_, turn) => people[(duty * 10 + layer + turn) % 60] as string,
			),
			start: "2020-01-03T15:00",
			rrule: "FREQ=WEEKLY;BYDAY=FR",
			...(layer > 0 && {
				during: [
					{
						rrule: `FREQ=WEEKLY;BYDAY=${days.slice(layer % 5, (layer % 5) + 3).join(",")}`,
						start: `${String(7 + layer).padStart(2, "0")}:00`,
						end: `${String((19 + layer) % 24).padStart(2, "0")}:30`,
					},
				],
			}),
		},
	}));
}

function overrideOf(
	index: number,
	people: readonly string[],
	duties: readonly string[],
): Override {
	const start = from.plus({ hours: index * 19 });
	return {
		duty: duties[index % duties.length] as string,
		start: start.toFormat("yyyy-MM-dd'T'HH:mm"),
		end: start.plus({ hours: 9 }).toFormat("yyyy-MM-dd'T'HH:mm"),
		person: index % 25 === 0 ? "nobody" : (people[(index * 7) % 60] as string),
		why: "swap",
	};
}

function randomInstants(count: number): DateTime[] {
	const span = to.toMillis() - from.toMillis();
	let seed = 12345;
	return Array.from({ length: count }, () => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return DateTime.fromMillis(
			from.toMillis() + Math.floor((seed / 2147483648) * span),
			{ zone: "Europe/Helsinki" },
		);
	});
}

function plainSearches({ office, duties }: Timeline) {
	const tracks = [office, ...duties.values()].map((track) => [...track.starts]);
	return (at: DateTime) => {
		const millis = at.toMillis();
		let sum = 0;
		for (const starts of tracks) {
			let low = 0;
			let high = starts.length - 1;
			while (low < high) {
				const middle = (low + high + 1) >> 1;
				if ((starts[middle] as number) <= millis) low = middle;
				else high = middle - 1;
			}
			sum += low;
		}
		return sum;
	};
}

/** What a look-up costs that expands the rule each time: one layer of one duty, counted from its start. */
function expandingLookUp({ duties }: Rota) {
	const [layer] = duties.one ?? [];
	const text = layer && "rotation" in layer ? layer.rotation.rrule : "";
	return (at: DateTime) => {
		const rule = new rrule.RRule({
			...rrule.RRule.parseString(text),
			dtstart: new Date("2020-01-03T15:00:00Z"),
		});
		return rule.between(new Date("2020-01-01T00:00:00Z"), at.toJSDate()).length;
	};
}

function shiftsIn({ office, duties }: Timeline): number {
	return [office, ...duties.values()].reduce(
		(sum, track) => sum + track.cuts.length,
		0,
	);
}

function rate<Given>(given: readonly Given[], act: (each: Given) => unknown) {
	for (const each of given.slice(0, 20_000)) act(each);
	const runs = times(5, () => {
		for (const each of given) act(each);
	});
	return (given.length / median(runs)) * 1000;
}

function times(count: number, act: () => unknown): number[] {
	return Array.from({ length: count }, () => {
		const start = performance.now();
		act();
		return performance.now() - start;
	});
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function memoryOf(make: () => unknown): number {
	const copies = 20;
	setFlagsFromString("--expose-gc");
	const collect = runInNewContext("gc") as () => void;
	collect();
	const before = process.memoryUsage();
	const kept = Array.from({ length: copies }, make);
	collect();
	const after = process.memoryUsage();
	const used =
		after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
	return kept.length > 0 ? used / copies : 0;
}

function perSecond(number: number): string {
	return `${Math.round(number).toLocaleString("en")} /s`;
}

function report(what: string, figure: string, remark: string): void {
	console.log(
		`${what.padEnd(44)} ${figure.padStart(16)}   ${remark}`.trimEnd(),
	);
}
