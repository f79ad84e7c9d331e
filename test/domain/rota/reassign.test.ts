import { DateTime } from "luxon";
import type { Absence } from "../../../src/domain/rota/absence.ts";
import { withOverride } from "../../../src/domain/rota/edits/overrides.ts";
import {
	overrideFor,
	overrideIndexOf,
	sharesOf,
} from "../../../src/domain/rota/edits/reassign.ts";
import { reassignWarnings } from "../../../src/domain/rota/edits/reassign-warnings.ts";
import {
	type HeldPart,
	withMovedEdge,
	withOverrideTimes,
} from "../../../src/domain/rota/edits/resize.ts";
import type { Rota } from "../../../src/domain/rota/rota.ts";
import { shiftsOf } from "../../../src/domain/rota/shifts.ts";
import { compileRota } from "../../../src/domain/rota/timeline.ts";
import { rotaWith, zone } from "./rotas.ts";

const at = (text: string) => DateTime.fromISO(text, { zone }).toMillis();
const span = {
	from: DateTime.fromISO("2026-11-01", { zone }),
	to: DateTime.fromISO("2026-12-01", { zone }),
};
const timelineOf = (rota: Rota) =>
	compileRota(rota, { ...span, holidays: null });
/** Who is technician in November, from when. */
const technicians = (rota: Rota) =>
	shiftsOf(timelineOf(rota), "technician", span).map(
		({ start, person }) => `${start.toFormat("d.M. HH")} ${person}`,
	);

// The technicians change on Fridays: sanna, kalle, liisa, pekka.
const rota = rotaWith();
const plain = [
	"1.11. 00 pekka",
	"6.11. 15 sanna",
	"13.11. 15 kalle",
	"20.11. 15 liisa",
	"27.11. 15 pekka",
];
const kalle: HeldPart = {
	duty: "technician",
	start: at("2026-11-13T15:00"),
	end: at("2026-11-20T15:00"),
	person: "kalle",
	where: "duties.technician[0]",
};
const sanna: HeldPart = {
	...kalle,
	start: at("2026-11-06T15:00"),
	end: kalle.start,
	person: "sanna",
};
const liisa: HeldPart = {
	...kalle,
	start: kalle.end,
	end: at("2026-11-27T15:00"),
	person: "liisa",
};

test("the rota of these tests", () => {
	expect(technicians(rota)).toEqual(plain);
});

describe("giving a stretch away", () => {
	const timeline = timelineOf(rota);
	const night = {
		duty: "technician",
		start: at("2026-11-16T16:00"),
		end: at("2026-11-17T08:00"),
	};

	test("from one person acts only instead of them", () => {
		expect(
			overrideFor(timeline, night, { person: "liisa", why: " dentist " }),
		).toEqual({
			duty: "technician",
			start: "2026-11-16T16:00",
			end: "2026-11-17T08:00",
			person: "liisa",
			instead: "kalle",
			why: "dentist",
		});
	});

	test("from several acts whoever has it, and no reason is none", () => {
		const both = { ...night, start: at("2026-11-13T10:00") };
		expect(sharesOf(timeline, both)).toEqual([
			{ person: "sanna", millis: 5 * 3_600_000 },
			{ person: "kalle", millis: (3 * 24 + 17) * 3_600_000 },
		]);
		const override = overrideFor(timeline, both, { person: "liisa", why: " " });
		expect(Object.keys(override).sort()).toEqual(
			["duty", "end", "person", "start"].sort(),
		);
	});

	test("in the second of two equal hours of the autumn night is written with its offset", () => {
		const hour = {
			duty: "technician",
			start: at("2026-10-25T03:30+02:00"),
			end: at("2026-10-25T05:00"),
		};
		expect(overrideFor(timeline, hour, { person: "liisa" }).start).toBe(
			"2026-10-25T03:30+02:00",
		);
	});

	test("an override is found by what a reason names", () => {
		const changed = withOverride(
			rota,
			overrideFor(timeline, night, { person: "liisa" }),
		);
		expect(overrideIndexOf(changed, "overrides[0]")).toBe(0);
		expect(overrideIndexOf(changed, "overrides[1]")).toBeNull();
		expect(overrideIndexOf(changed, "duties.technician[0]")).toBeNull();
		expect(overrideIndexOf(changed, undefined)).toBeNull();
	});
});

describe("what speaks against it", () => {
	const timeline = timelineOf(rota);
	const absence: Absence = {
		id: "1",
		line: "fault-line",
		person: "sanna",
		kind: "holiday",
		from: "2026-11-16",
		to: "2026-11-18",
	};
	const stretch = (start: string, end: string) => ({
		duty: "technician",
		start: at(start),
		end: at(end),
	});

	test.each([
		[
			"an absence",
			"2026-11-16T16:00",
			"2026-11-17T08:00",
			"sanna",
			["absence"],
		],
		[
			"another duty of the same calls",
			"2026-11-16T16:00",
			"2026-11-17T08:00",
			"pekka",
			["double-booking"],
		],
		[
			"too little rest after their own shift",
			"2026-11-13T20:00",
			"2026-11-14T08:00",
			"sanna",
			["short-rest"],
		],
		["nothing", "2026-11-17T16:00", "2026-11-18T08:00", "liisa", []],
	])("%s", (_, start, end, person, kinds) => {
		const warnings = reassignWarnings(
			timeline,
			[absence],
			stretch(start, end),
			person,
		);
		expect(warnings.map(({ kind }) => kind).sort()).toEqual(kinds);
	});

	test("a rest of six hours is too short; none between shifts that touch", () => {
		const alone = timelineOf({
			...rota,
			duties: { technician: rota.duties.technician ?? [] },
		});
		const warnings = (start: string, end: string) =>
			reassignWarnings(alone, [], stretch(start, end), "sanna");
		expect(warnings("2026-11-13T21:00", "2026-11-14T08:00")).toEqual([
			{ kind: "short-rest", millis: 6 * 3_600_000 },
		]);
		expect(warnings("2026-11-13T15:00", "2026-11-14T08:00")).toEqual([]);
	});
});

describe("moving an end", () => {
	test.each([
		[
			"later takes from the next",
			"end" as const,
			"2026-11-21T15:00",
			liisa,
			["13.11. 15 kalle", "21.11. 15 liisa"],
		],
		[
			"earlier gives to the next",
			"end" as const,
			"2026-11-19T15:00",
			liisa,
			["13.11. 15 kalle", "19.11. 15 liisa"],
		],
		[
			"the start later gives to the one before",
			"start" as const,
			"2026-11-14T15:00",
			sanna,
			["14.11. 15 kalle", "20.11. 15 liisa"],
		],
		[
			"the start earlier takes from them",
			"start" as const,
			"2026-11-12T15:00",
			sanna,
			["12.11. 15 kalle", "20.11. 15 liisa"],
		],
	])("%s", (_, edge, to, neighbour, rows) => {
		const moved = withMovedEdge(rota, kalle, edge, at(to), neighbour);
		expect(moved && technicians(moved)).toEqual([
			...plain.slice(0, 2),
			...rows,
			...plain.slice(4),
		]);
		expect(moved?.overrides).toHaveLength(1);
	});

	test("again, where an override begins, changes that override", () => {
		const once = withMovedEdge(
			rota,
			kalle,
			"end",
			at("2026-11-19T15:00"),
			liisa,
		);
		const shorter = { ...kalle, end: at("2026-11-19T15:00") };
		const given: HeldPart = {
			...liisa,
			start: shorter.end,
			end: kalle.end,
			where: "overrides[0]",
		};
		const twice =
			once &&
			withMovedEdge(once, shorter, "end", at("2026-11-18T15:00"), given);
		expect(twice?.overrides).toEqual([
			{
				duty: "technician",
				start: "2026-11-18T15:00",
				end: "2026-11-20T15:00",
				person: "liisa",
			},
		]);
		const back = once && withMovedEdge(once, shorter, "end", kalle.end, given);
		expect(back && technicians(back)).toEqual(plain);
	});

	test("never leaves hours to nobody unsaid", () => {
		const gap = { ...liisa, person: null, where: "duties.technician" };
		expect(
			withMovedEdge(rota, kalle, "end", at("2026-11-19T15:00"), gap),
		).toBeNull();
		expect(
			withMovedEdge(rota, kalle, "end", at("2026-11-19T15:00"), null),
		).toBeNull();
	});
});

describe("changing an override's times", () => {
	const override = {
		duty: "technician",
		start: "2026-11-16T16:00",
		end: "2026-11-17T08:00",
		person: "liisa",
		instead: "kalle",
		why: "dentist",
	};
	const changed = (start: string, end: string) =>
		withOverrideTimes(withOverride(rota, override), 0, {
			start: at(start),
			end: at(end),
		}).overrides;

	test("to fewer hours keeps whom it acts instead of", () => {
		expect(changed("2026-11-16T18:00", "2026-11-17T08:00")).toEqual([
			{ ...override, start: "2026-11-16T18:00" },
		]);
	});

	test("to more hours acts instead of whoever is there", () => {
		const { instead: _, ...rest } = override;
		expect(changed("2026-11-16T16:00", "2026-11-21T08:00")).toEqual([
			{ ...rest, end: "2026-11-21T08:00" },
		]);
	});

	test("to none takes it away", () => {
		expect(changed("2026-11-17T08:00", "2026-11-17T08:00")).toBeUndefined();
	});
});
