import fc from "fast-check";
import {
	changesFor,
	isNothing,
	type KnownShift,
	withoutSwapped,
} from "../../../src/domain/duty-notice/changes.ts";
import { at } from "../rota/rotas.ts";

const span = { from: at("2026-03-01T00:00"), to: at("2026-04-26T00:00") };

function shift(start: string, end: string, duty = "technician"): KnownShift {
	return { duty, start: at(start), end: at(end) };
}

function told(
	before: readonly KnownShift[],
	after: readonly KnownShift[],
	within = span,
) {
	const { gained, lost } = changesFor(before, after, within);
	const words = (shifts: readonly KnownShift[]) =>
		shifts.map(
			({ duty, start, end }) =>
				`${duty} ${start.toFormat("d.L. HH:mm")}-${end.toFormat("d.L. HH:mm")}`,
		);
	return { gained: words(gained), lost: words(lost) };
}

const week = shift("2026-03-06T15:00", "2026-03-13T15:00");

test.each([
	["nothing", [week], [week], [], []],
	["a new shift", [], [week], ["technician 6.3. 15:00-13.3. 15:00"], []],
	["one lost", [week], [], [], ["technician 6.3. 15:00-13.3. 15:00"]],
	[
		"made longer: only what was added",
		[week],
		[shift("2026-03-06T15:00", "2026-03-14T15:00")],
		["technician 13.3. 15:00-14.3. 15:00"],
		[],
	],
	[
		"moved: the end of one, the beginning of the other",
		[week],
		[shift("2026-03-07T15:00", "2026-03-14T15:00")],
		["technician 13.3. 15:00-14.3. 15:00"],
		["technician 6.3. 15:00-7.3. 15:00"],
	],
	[
		"a night given away out of the middle",
		[week],
		[
			shift("2026-03-06T15:00", "2026-03-09T16:00"),
			shift("2026-03-10T08:00", "2026-03-13T15:00"),
		],
		[],
		["technician 9.3. 16:00-10.3. 08:00"],
	],
	[
		"the same hours at another duty",
		[week],
		[{ ...week, duty: "backup" }],
		["backup 6.3. 15:00-13.3. 15:00"],
		["technician 6.3. 15:00-13.3. 15:00"],
	],
	[
		"cut in two that follow each other: nothing",
		[week],
		[
			shift("2026-03-06T15:00", "2026-03-09T16:00"),
			shift("2026-03-09T16:00", "2026-03-13T15:00"),
		],
		[],
		[],
	],
])("%s", (_, before, after, gained, lost) => {
	expect(told(before, after)).toEqual({ gained, lost });
});

test("what is over, and what lies beyond, is no news", () => {
	const now = { ...span, from: at("2026-03-10T12:00") };
	expect(told([week], [], now).lost).toEqual([
		"technician 10.3. 12:00-13.3. 15:00",
	]);
	expect(told([week], [], { ...span, from: week.end })).toEqual({
		gained: [],
		lost: [],
	});
	expect(
		told([week], [], { ...span, to: at("2026-03-07T15:00") }).lost,
	).toEqual(["technician 6.3. 15:00-7.3. 15:00"]);
});

const shifts = fc
	.array(
		fc.record({
			duty: fc.constantFrom("technician", "backup"),
			from: fc.integer({ min: 0, max: 1_300 }),
			hours: fc.integer({ min: 1, max: 100 }),
		}),
		{ maxLength: 8 },
	)
	.map((list) =>
		list.map(({ duty, from, hours }) => ({
			duty,
			start: span.from.plus({ hours: from }),
			end: span.from.plus({ hours: from + hours }),
		})),
	);

test("any two plans: nobody gains what they had or loses what they still have, and nothing is left out", () => {
	const has = (list: readonly KnownShift[], duty: string, hour: number) => {
		const moment = span.from.plus({ hours: hour, minutes: 30 });
		return list.some(
			(one) => one.duty === duty && one.start <= moment && moment < one.end,
		);
	};
	fc.assert(
		fc.property(shifts, shifts, (before, after) => {
			const { gained, lost } = changesFor(before, after, span);
			for (const duty of ["technician", "backup"])
				for (let hour = 0; hour < 56 * 24 - 2; hour += 31) {
					const was = has(before, duty, hour);
					const is = has(after, duty, hour);
					expect(has(gained, duty, hour)).toBe(is && !was);
					expect(has(lost, duty, hour)).toBe(was && !is);
				}
			expect(isNothing(changesFor(before, before, span))).toBe(true);
		}),
		{ numRuns: 40 },
	);
});

test("what a swap explains is no news a second time; the rest of it is", () => {
	const day = (from: number, to: number) =>
		shift(`2026-03-0${from}T00:00`, `2026-03-0${to}T00:00`);
	const changes = { gained: [day(1, 4)], lost: [day(6, 8)] };
	expect(
		withoutSwapped(changes, { got: [day(1, 3)], gave: [day(6, 8)] }),
	).toEqual({ gained: [day(3, 4)], lost: [] });
	expect(withoutSwapped(changes, { got: [], gave: [] })).toEqual(changes);
});
