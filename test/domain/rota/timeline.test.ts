import type { Layer, Override, Rota } from "../../../src/domain/rota/rota.ts";
import { weekAhead } from "../../../src/domain/rota/shifts.ts";
import {
	answerAt,
	compileRota,
	covers,
} from "../../../src/domain/rota/timeline.ts";
import { answered, at, compiled, holders, rotaWith } from "./rotas.ts";

function technician(...layers: Layer[]): Rota {
	return rotaWith({ duties: { technician: layers, backup: [] } });
}

function overridden(...overrides: Override[]): Rota {
	return rotaWith({ overrides });
}

describe("office hours", () => {
	const open = (rota: Rota, text: string) => {
		const { office } = answered(rota, text);
		return [office.open, office.because.kind, office.because.where];
	};
	test.each([
		["2026-11-23T07:59:59", false, "outside-hours", "hours"],
		["2026-11-23T08:00", true, "window", "hours[0]"],
		["2026-11-23T15:59:59", true, "window", "hours[0]"],
		["2026-11-23T16:00", false, "outside-hours", "hours"],
		["2026-11-27T14:59:59", true, "window", "hours[1]"],
		["2026-11-27T15:00", false, "outside-hours", "hours"],
		["2026-12-24T10:00", false, "eve", "holidays.eves"],
		["2026-12-25T10:00", false, "holiday", "holidays.country"],
		["2026-12-31T10:00", true, "window", "hours[0]"],
	])("%s: open %s because of %s", (text, isOpen, kind, where) => {
		expect(open(rotaWith(), text)).toEqual([isOpen, kind, where]);
	});

	test("days also closed, and open in spite of the holiday", () => {
		const rota = rotaWith({
			holidays: {
				country: "FI",
				also: [{ date: "2026-12-07", name: "Bridge day" }],
				except: [{ date: "2027-01-06" }],
			},
		});
		const { office } = answered(rota, "2026-12-07T10:00");
		expect(office.because.says.sv).toBe("Kontoret är stängt: Bridge day.");
		expect(open(rota, "2027-01-06T10:00")[0]).toBe(true);
		expect(open(rota, "2026-12-24T10:00")[0]).toBe(true);
	});

	test("a special day beats hours and holidays on its date, and only there", () => {
		const rota = rotaWith({
			special: [
				{
					date: "2026-12-25",
					open: [{ start: "10:00", end: "02:00" }],
					why: "Jul",
				},
				{ date: "2026-11-27", open: [], why: "Moving house" },
			],
		});
		expect(open(rota, "2026-12-25T09:59")).toEqual([
			false,
			"special",
			"special[0]",
		]);
		expect(open(rota, "2026-12-25T10:00")).toEqual([
			true,
			"special",
			"special[0]",
		]);
		expect(open(rota, "2026-12-26T01:59")).toEqual([
			true,
			"special",
			"special[0]",
		]);
		expect(open(rota, "2026-12-26T02:00")).toEqual([
			false,
			"holiday",
			"holidays.country",
		]);
		expect(open(rota, "2026-11-27T10:00")).toEqual([
			false,
			"special",
			"special[1]",
		]);
		expect(answered(rota, "2026-11-27T10:00").office.because.says.en).toBe(
			"The office is closed by way of exception: Moving house.",
		);
	});

	test("a window that began the day before a holiday runs to its end; one that starts on it is not opened", () => {
		const rota = rotaWith({
			hours: [{ rrule: "FREQ=DAILY", start: "22:00", end: "06:00" }],
		});
		expect(open(rota, "2026-12-06T05:59")).toEqual([
			true,
			"window",
			"hours[0]",
		]);
		expect(open(rota, "2026-12-06T06:00")).toEqual([
			false,
			"holiday",
			"holidays.country",
		]);
		expect(open(rota, "2026-12-06T22:00")).toEqual([
			false,
			"holiday",
			"holidays.country",
		]);
		expect(open(rota, "2026-12-07T05:59")).toEqual([
			false,
			"outside-hours",
			"hours",
		]);
	});

	test("a special day cuts a window that began the day before", () => {
		const rota = rotaWith({
			hours: [{ rrule: "FREQ=DAILY", start: "22:00", end: "06:00" }],
			special: [{ date: "2026-11-27", open: [] }],
		});
		expect(open(rota, "2026-11-26T23:59")[0]).toBe(true);
		expect(open(rota, "2026-11-27T00:00")).toEqual([
			false,
			"special",
			"special[0]",
		]);
		expect(open(rota, "2026-11-27T23:00")).toEqual([
			false,
			"special",
			"special[0]",
		]);
	});

	test.each([
		[
			"08:00",
			"08:00",
			["2026-11-23T08:00", "2026-11-24T07:59"],
			["2026-11-24T08:00"],
		],
		[
			"16:00",
			"24:00",
			["2026-11-23T23:59"],
			["2026-11-24T00:00", "2026-11-23T15:59"],
		],
		[
			"00:00",
			"24:00",
			["2026-11-23T00:00", "2026-11-23T23:59"],
			["2026-11-24T00:00"],
		],
		[
			"00:00",
			"00:00",
			["2026-11-23T00:00", "2026-11-23T23:59"],
			["2026-11-24T00:00"],
		],
	])("from %s to %s on a Monday", (start, end, inside, outside) => {
		const rota = rotaWith({
			hours: [{ rrule: "FREQ=WEEKLY;BYDAY=MO", start, end }],
		});
		expect(inside.map((text) => open(rota, text)[0])).not.toContain(false);
		expect(outside.map((text) => open(rota, text)[0])).not.toContain(true);
	});

	test("since and until, both included, bound a window", () => {
		const rota = rotaWith({
			hours: [
				{
					rrule: "FREQ=DAILY;INTERVAL=2",
					start: "08:00",
					end: "16:00",
					since: "2026-11-23",
					until: "2026-11-27",
				},
			],
		});
		const days = ["21", "23", "24", "25", "27", "29"];
		expect(days.map((day) => open(rota, `2026-11-${day}T10:00`)[0])).toEqual([
			false,
			true,
			false,
			true,
			true,
			false,
		]);
	});

	test("until is when it opens next, over a weekend and holidays", () => {
		const { office } = answered(rotaWith(), "2026-12-24T12:00");
		expect(office.until).toEqual(at("2026-12-28T08:00"));
		expect(
			answered(rotaWith({ hours: [] }), "2026-12-24T12:00").office.until,
		).toBeNull();
	});
});

describe("the nights on which the clocks change", () => {
	const night = {
		rotation: {
			people: ["kalle"],
			start: "2026-01-01T00:00",
			rrule: "FREQ=DAILY",
			during: [{ rrule: "FREQ=DAILY", start: "02:30", end: "03:30" }],
		},
	};
	test("a window into the hour that does not exist ends at the instant of the offset before", () => {
		expect(
			holders(technician(night), "technician", [
				"2026-03-29T00:29:59Z",
				"2026-03-29T00:30:00Z",
				"2026-03-29T01:29:59Z",
				"2026-03-29T01:30:00Z",
			]),
		).toEqual([null, "kalle", "kalle", null]);
	});
	test("a window into the hour that comes twice ends at the first", () => {
		expect(
			holders(technician(night), "technician", [
				"2026-10-24T23:30:00Z",
				"2026-10-25T00:29:59Z",
				"2026-10-25T00:30:00Z",
				"2026-10-25T01:15:00Z",
			]),
		).toEqual(["kalle", "kalle", null, null]);
	});
	test("handoffs keep the wall clock all year", () => {
		const people = holders(rotaWith(), "technician", [
			"2026-03-27T14:59",
			"2026-03-27T15:00",
			"2026-04-03T14:59",
			"2026-04-03T15:00",
			"2026-10-23T15:00",
			"2026-10-30T14:59",
			"2026-10-30T15:00",
		]);
		expect(people).toEqual([
			"pekka",
			"sanna",
			"sanna",
			"kalle",
			"liisa",
			"liisa",
			"pekka",
		]);
	});
	test("a written shift may carry an offset to mean the second of the two hours", () => {
		const rota = technician({
			shifts: [
				{
					person: "kalle",
					start: "2026-10-25T03:30+02:00",
					end: "2026-10-25T04:00",
				},
			],
		});
		expect(
			holders(rota, "technician", [
				"2026-10-25T00:30:00Z",
				"2026-10-25T01:30:00Z",
				"2026-10-25T01:59:59Z",
				"2026-10-25T02:00:00Z",
			]),
		).toEqual([null, "kalle", "kalle", null]);
	});
});

describe("rotations", () => {
	const rotation = (
		rrule: string,
		people: string[] = ["kalle", "liisa", "pekka"],
	) => technician({ rotation: { people, start: "2026-01-02T15:00", rrule } });
	test("cover nothing before the start, and hand over at the very instant", () => {
		expect(
			holders(rotation("FREQ=WEEKLY;BYDAY=FR"), "technician", [
				"2026-01-02T14:59:59",
				"2026-01-02T15:00",
				"2026-01-09T14:59:59",
				"2026-01-09T15:00",
			]),
		).toEqual([null, "kalle", "kalle", "liisa"]);
	});
	test.each([
		"COUNT=2",
		"UNTIL=20260109T130000Z",
		"UNTIL=20260109",
		"UNTIL=20260115T235959",
	])("%s: the last turn runs to its would-be successor", (end) => {
		expect(
			holders(rotation(`FREQ=WEEKLY;BYDAY=FR;${end}`), "technician", [
				"2026-01-09T15:00",
				"2026-01-16T14:59:59",
				"2026-01-16T15:00",
				"2030-01-01T00:00",
			]),
		).toEqual(["liisa", "liisa", null, null]);
	});
	test("a person may stand in the list twice, and neighbouring turns of one person are one shift", () => {
		const rota = rotation("FREQ=DAILY", ["kalle", "kalle", "liisa"]);
		const { technician: answer } = answered(rota, "2026-01-02T16:00").duties;
		expect([answer?.person, answer?.until]).toEqual([
			"kalle",
			at("2026-01-04T15:00"),
		]);
	});
	test("the turn counts all occurrences, not weeks", () => {
		const rota = rotation("FREQ=MONTHLY;BYDAY=1FR,3FR");
		expect(
			holders(rota, "technician", [
				"2026-01-16T14:00",
				"2026-01-16T15:00",
				"2026-02-06T15:00",
				"2026-02-20T15:00",
				"2036-01-04T15:00",
			]),
		).toEqual(["kalle", "liisa", "pekka", "kalle", "kalle"]);
	});
	test("during hides the layer and never shifts whose turn it is", () => {
		const rota = technician(
			{
				rotation: {
					people: ["kalle", "liisa"],
					start: "2026-01-05T08:00",
					rrule: "FREQ=DAILY",
				},
			},
			{
				rotation: {
					people: ["pekka", "sanna"],
					start: "2026-01-05T08:00",
					rrule: "FREQ=DAILY",
					during: [
						{ rrule: "FREQ=WEEKLY;BYDAY=SA,SU", start: "00:00", end: "24:00" },
					],
				},
			},
		);
		expect(
			holders(rota, "technician", [
				"2026-01-09T23:59",
				"2026-01-10T00:00",
				"2026-01-10T08:00",
				"2026-01-11T08:00",
				"2026-01-12T00:00",
			]),
		).toEqual(["kalle", "pekka", "sanna", "pekka", "kalle"]);
	});
});

test("of the layers that cover an instant the last one wins, and the one beneath shows where it ends", () => {
	const rota = technician(
		{
			shifts: [
				{ person: "kalle", start: "2026-12-01T00:00", end: "2026-12-31T00:00" },
			],
		},
		{ shifts: [] },
		{
			shifts: [
				{ person: "liisa", start: "2026-12-10T00:00", end: "2026-12-12T00:00" },
				{ person: "pekka", start: "2026-12-11T00:00", end: "2026-12-11T12:00" },
			],
		},
		{ calendar: { url: "https://calendar.example.org/jour.ics" } },
	);
	expect(
		holders(rota, "technician", [
			"2026-12-09T23:59",
			"2026-12-10T00:00",
			"2026-12-11T00:00",
			"2026-12-11T12:00",
			"2026-12-12T00:00",
			"2026-12-31T00:00",
		]),
	).toEqual(["kalle", "liisa", "pekka", "liisa", "kalle", null]);
	const { because } =
		answered(rota, "2026-12-11T00:00").duties.technician ?? {};
	expect([because?.kind, because?.where]).toEqual([
		"shifts",
		"duties.technician[2]",
	]);
});

describe("overrides", () => {
	const span = {
		duty: "technician",
		start: "2026-11-23T16:00",
		end: "2026-11-24T08:00",
	};
	const during = [
		"2026-11-23T15:59",
		"2026-11-23T16:00",
		"2026-11-24T07:59",
		"2026-11-24T08:00",
	];
	test("put a person in, and only for their time", () => {
		const rota = overridden({ ...span, person: "aino" });
		expect(holders(rota, "technician", during)).toEqual([
			"liisa",
			"aino",
			"aino",
			"liisa",
		]);
		expect(holders(rota, "backup", during.slice(1, 2))).toEqual(["sanna"]);
	});
	test("with instead act only while that person has the duty", () => {
		const long = {
			...span,
			start: "2026-11-25T00:00",
			end: "2026-11-30T00:00",
		};
		const rota = overridden({ ...long, person: "aino", instead: "liisa" });
		expect(
			holders(rota, "technician", [
				"2026-11-24T23:59",
				"2026-11-25T00:00",
				"2026-11-27T14:59",
				"2026-11-27T15:00",
			]),
		).toEqual(["liisa", "aino", "aino", "pekka"]);
	});
	test("are taken in the order written: a swap of a swap works, and the other way round it does not", () => {
		const first = { ...span, person: "kalle", instead: "liisa" };
		const second = { ...span, person: "pekka", instead: "kalle" };
		expect(holders(overridden(first, second), "technician", during)).toEqual([
			"liisa",
			"pekka",
			"pekka",
			"liisa",
		]);
		expect(holders(overridden(second, first), "technician", during)).toEqual([
			"liisa",
			"kalle",
			"kalle",
			"liisa",
		]);
	});
	test("nobody makes a gap on purpose, which a later one may fill", () => {
		const rota = overridden({
			...span,
			person: "nobody",
			why: "contractor has it",
		});
		const answer = answered(rota, "2026-11-23T16:00").duties.technician;
		expect([
			answer?.person,
			answer?.because.kind,
			answer?.because.where,
			answer?.because.says,
		]).toEqual([
			null,
			"intended-gap",
			"overrides[0]",
			{
				fi: "Kukaan ei ole vuorossa, ja niin on tarkoitus: contractor has it.",
				sv: "Ingen har jouren, och det är meningen: contractor has it.",
				en: "Nobody is on duty, on purpose: contractor has it.",
			},
		]);
		const filled = overridden(
			{ ...span, person: "nobody" },
			{ ...span, person: "aino" },
		);
		expect(holders(filled, "technician", during.slice(1, 2))).toEqual(["aino"]);
	});
	test("say so in every language, without bending anybody's name", () => {
		const rota = overridden({
			...span,
			person: "aino",
			instead: "liisa",
			why: "hammaslääkäri",
		});
		expect(
			answered(rota, "2026-11-23T16:00").duties.technician?.because.says,
		).toEqual({
			fi: "Aino Virtanen päivystää poikkeuksen mukaan; muuten vuorossa olisi Liisa Lind. Syy: hammaslääkäri.",
			sv: "Aino Virtanen har jouren enligt en avvikelse i stället för Liisa Lind. Orsak: hammaslääkäri.",
			en: "Aino Virtanen is on duty by an override instead of Liisa Lind. Reason: hammaslääkäri.",
		});
	});
});

describe("until", () => {
	test("is the next change of that answer, over changes of the reason", () => {
		const rota = overridden({
			duty: "technician",
			start: "2026-11-27T10:00",
			end: "2026-11-27T16:00",
			person: "liisa",
		});
		expect(answered(rota, "2026-11-23T16:00").duties.technician?.until).toEqual(
			at("2026-11-27T16:00"),
		);
	});
	test("looks 400 days ahead and no further", () => {
		const shift = (days: number) =>
			technician({
				shifts: [
					{
						person: "kalle",
						start: "2026-01-01T00:00",
						end: at("2026-11-23T12:00").plus({ days }).toISO() ?? "",
					},
				],
			});
		const until = (days: number) =>
			answered(shift(days), "2026-11-23T12:00").duties.technician?.until ??
			null;
		expect(until(400)).toEqual(at("2026-11-23T12:00").plus({ days: 400 }));
		expect(until(401)).toBeNull();
		const forever = technician({
			rotation: {
				people: ["kalle"],
				start: "2026-01-02T15:00",
				rrule: "FREQ=WEEKLY",
			},
		});
		expect(
			answered(forever, "2026-11-23T12:00").duties.technician?.until,
		).toBeNull();
	});
	test("of one instant does not leak to another of the same shift", () => {
		const end = at("2028-03-01T00:00");
		const rota = technician({
			shifts: [
				{ person: "kalle", start: "2026-01-01T00:00", end: "2028-03-01T00:00" },
			],
		});
		const timeline = compiled(rota, "2026-06-01T00:00", "2027-12-01T00:00");
		const until = (text: string) =>
			answerAt(timeline, at(text)).duties.technician?.until;
		expect(until("2026-06-02T00:00")).toBeNull();
		expect(until("2027-06-02T00:00")).toEqual(end);
		expect(until("2026-06-03T00:00")).toBeNull();
	});
});

describe("steps", () => {
	const steps = (rota: Rota, text: string) =>
		answered(rota, text).steps.map(({ people, seconds, named, fallback }) => [
			people.join("+"),
			seconds,
			named.join("+"),
			fallback,
		]);
	test("by day and by night, the fallback last", () => {
		expect(steps(rotaWith(), "2026-11-23T10:00")).toEqual([
			["aino", 20, "aino", false],
			["liisa", 25, "technician", false],
		]);
		expect(steps(rotaWith(), "2026-11-23T20:00")).toEqual([
			["liisa", 25, "technician", false],
			["sanna", 30, "backup", false],
			["aino", 30, "aino", true],
		]);
	});
	test("a gap rings the fallback there and then, and not again", () => {
		const rota = rotaWith({ duties: { ...rotaWith().duties, technician: [] } });
		expect(steps(rota, "2026-11-23T20:00")).toEqual([
			["aino", 25, "technician", true],
			["sanna", 30, "backup", false],
		]);
	});
	test("a gap beside somebody rings both", () => {
		const rota = rotaWith({
			duties: { ...rotaWith().duties, technician: [] },
			routing: {
				open: [],
				closed: [{ ring: ["technician", "backup"], seconds: 25 }],
			},
		});
		expect(steps(rota, "2026-11-23T20:00")).toEqual([
			["sanna+aino", 25, "technician+backup", true],
		]);
	});
	test("nobody is rung twice, and a step that is left empty is left out", () => {
		const rota = rotaWith({
			routing: {
				open: [],
				closed: [
					{ ring: ["liisa", "technician"], seconds: 15 },
					{ ring: ["technician"], seconds: 25 },
					{ ring: ["technician", "backup"], seconds: 30 },
				],
			},
		});
		expect(steps(rota, "2026-11-23T20:00")).toEqual([
			["liisa", 15, "liisa+technician", false],
			["sanna", 30, "technician+backup", false],
			["aino", 30, "aino", true],
		]);
	});
	test("without any step the fallback is rung, also when it is a duty", () => {
		const rota = rotaWith({
			routing: { open: [], closed: [] },
			fallback: ["backup", "aino"],
		});
		expect(steps(rota, "2026-11-23T20:00")).toEqual([
			["sanna+aino", 25, "backup+aino", true],
		]);
	});
});

test("a timeline answers for its span, end not included, and refuses the rest", () => {
	const timeline = compiled(rotaWith(), "2026-11-01T00:00", "2026-12-01T00:00");
	expect(
		[
			"2026-10-31T23:59:59",
			"2026-11-01T00:00",
			"2026-11-30T23:59:59",
			"2026-12-01T00:00",
		].map((text) => covers(timeline, at(text))),
	).toEqual([false, true, true, false]);
	expect(() => answerAt(timeline, at("2026-12-01T00:00"))).toThrow(RangeError);
	expect(() =>
		compiled(rotaWith(), "2026-12-01T00:00", "2026-11-01T00:00"),
	).toThrow(RangeError);
	expect(() =>
		compiled(
			rotaWith({ zone: "Mars/Olympus" }),
			"2026-11-01T00:00",
			"2026-12-01T00:00",
		),
	).toThrow(/Mars\/Olympus/);
});

test("the week ahead holds the office's hours, every duty's shifts and the gaps", () => {
	const rota = rotaWith({
		duties: { ...rotaWith().duties, backup: [] },
		overrides: [
			{
				duty: "technician",
				start: "2026-11-24T00:00",
				end: "2026-11-24T12:00",
				person: "nobody",
			},
		],
	});
	const timeline = compiled(rota, "2026-11-21T00:00", "2026-12-21T00:00");
	const week = weekAhead(timeline, at("2026-11-21T12:00"));
	expect(week.office.map(({ start }) => start.toFormat("ccc HH:mm"))).toEqual([
		"Mon 08:00",
		"Tue 08:00",
		"Wed 08:00",
		"Thu 08:00",
		"Fri 08:00",
	]);
	expect(week.duties.technician?.map(({ person }) => person)).toEqual([
		"liisa",
		null,
		"liisa",
		"pekka",
	]);
	expect(
		week.gaps.map(({ duty, intended, start, end }) => [
			duty,
			intended,
			end.diff(start).as("hours"),
		]),
	).toEqual([
		["technician", true, 12],
		["backup", false, 7 * 24],
	]);
});

test("calendar layers take the copy they are given", () => {
	const url = "https://calendar.example.org/jour.ics";
	const rota = technician({ calendar: { url } });
	const inputs = {
		from: at("2026-12-01T00:00"),
		to: at("2026-12-02T00:00"),
		holidays: null,
	};
	const calendars = {
		[url]: {
			readAt: "2026-11-30T22:00:00Z",
			shifts: [
				{ person: "kalle", start: "2026-12-01T00:00", end: "2026-12-01T12:00" },
			],
			strange: [],
			unreadable: [],
			failing: null,
		},
	};
	const answer = answerAt(
		compileRota(rota, { ...inputs, calendars }),
		inputs.from,
	).duties.technician;
	expect([answer?.person, answer?.because.kind]).toEqual(["kalle", "calendar"]);
});
