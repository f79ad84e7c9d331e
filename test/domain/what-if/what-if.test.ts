import type { Caller } from "../../../src/domain/call/caller.ts";
import type { Rota } from "../../../src/domain/rota/rota.ts";
import {
	type CallSetting,
	peopleRung,
	type WhatIf,
	type WhatIfCaller,
	whatIf,
} from "../../../src/domain/what-if/what-if.ts";
import { line } from "../call/line.ts";
import { answered, rotaWith } from "../rota/rotas.ts";

const people = rotaWith().people;
const numbers = Object.keys(people).map(
	(id, index) => [id, `+35840100000${index}`] as const,
);

/** Everybody has a phone of their own. */
function rota(changes: Partial<Rota> = {}): Rota {
	const own = Object.fromEntries(
		numbers.map(([id, phone]) => [id, { ...people[id], phone }]),
	) as Rota["people"];
	return rotaWith({ people: own, ...changes });
}

const setting: CallSetting = {
	line: { ...line, languages: ["fi"] },
	blocked: ["+358401009666"],
	ourNumbers: [line.number],
};

const stranger: WhatIfCaller = {
	caller: { kind: "withheld" },
	known: null,
	chooses: null,
};

const calling = (number: string): Caller => ({ kind: "number", number });

function asked(
	at: string,
	{
		of = rota(),
		caller = stranger,
		takenBy = null,
		...changes
	}: {
		of?: Rota;
		caller?: WhatIfCaller;
		takenBy?: string | null;
		setting?: CallSetting;
	} = {},
): WhatIf {
	return whatIf({
		rota: of,
		rotaVersion: 1,
		answer: answered(of, at),
		setting,
		caller,
		takenBy,
		...changes,
	});
}

describe("the first line says who would be rung, and for how long", () => {
	test.each([
		[
			"on Christmas Eve nobody is in the office",
			"2026-12-24T17:05",
			"24 December 2026 17:05: Liisa Lind, then Sanna Heikkinen after 25 seconds, then Aino Virtanen after 30 seconds, then the message box.",
		],
		[
			"in office hours the office comes first",
			"2026-12-22T10:00",
			"22 December 2026 10:00: Aino Virtanen, then Liisa Lind after 20 seconds, then the message box.",
		],
		[
			"in the spring night a time that does not exist is an hour later",
			"2026-03-29T03:30",
			"29 March 2026 04:30: Sanna Heikkinen, then Liisa Lind after 25 seconds, then Aino Virtanen after 30 seconds, then the message box.",
		],
		[
			"in the autumn night the second of two is told from the first",
			"2026-10-25T03:30+02:00",
			"25 October 2026 03:30 (the second time): Liisa Lind, then Sanna Heikkinen after 25 seconds, then Aino Virtanen after 30 seconds, then the message box.",
		],
	])("%s", (_, at, says) => {
		expect(asked(at).firstLine.en).toBe(says);
	});

	test("in each language", () => {
		const { firstLine } = asked("2026-12-22T10:00");
		expect(firstLine).toMatchObject({
			fi: "22.12.2026 klo 10.00: Aino Virtanen, 20 sekunnin kuluttua Liisa Lind, lopuksi vastaaja.",
			sv: "22 december 2026 kl. 10:00: Aino Virtanen, efter 20 sekunder Liisa Lind, till sist röstbrevlådan.",
		});
	});

	test("those who ring together are named together", () => {
		const of = rota({
			routing: {
				open: [],
				closed: [{ ring: ["technician", "backup"], seconds: 30 }],
			},
		});
		expect(asked("2026-12-24T17:05", { of }).firstLine.en).toBe(
			"24 December 2026 17:05: Liisa Lind and Sanna Heikkinen, then Aino Virtanen after 30 seconds, then the message box.",
		);
	});

	test("a line without a message box hangs up", () => {
		const without = {
			...setting,
			line: {
				...setting.line,
				voicemail: { enabled: false, maxSeconds: 1 },
			},
		};
		const told = asked("2026-12-22T10:00", { setting: without });
		expect(told.lastly).toBe("hang-up");
		expect(told.firstLine.en).toMatch(/, then the call ends\.$/);
	});

	test("a blocked number is turned away", () => {
		const caller = { ...stranger, caller: calling("+358401009666") };
		const told = asked("2026-12-22T10:00", { caller });
		expect(told).toMatchObject({ lastly: "turned-away", steps: [] });
		expect(told.firstLine.en).toBe(
			"22 December 2026 10:00: the number is blocked, so the call is turned away.",
		);
	});
});

describe("each step says because of what", () => {
	const reasons = (told: WhatIf) => told.steps.map(({ because }) => because.en);

	test("duties by their layer, named people by the routing, the last by the fallback", () => {
		expect(reasons(asked("2026-12-22T10:00"))).toEqual([
			"Aino Virtanen is named in the routing for an open office.",
			"Liisa Lind has the turn in the rotation.",
		]);
		expect(reasons(asked("2026-12-24T17:05"))).toEqual([
			"Liisa Lind has the turn in the rotation.",
			"Sanna Heikkinen has the turn in the rotation.",
			"Aino Virtanen is the fallback when nobody else answers.",
		]);
	});

	test("whoever stands in for a gap, by the gap", () => {
		const of = rota({ duties: { technician: [], backup: [] } });
		expect(reasons(asked("2026-12-24T17:05", { of }))).toEqual([
			"Nobody is on duty: the rota has a gap here. So the fallback is rung: Aino Virtanen.",
		]);
	});

	test("an override by its own reason", () => {
		const of = rota({
			overrides: [
				{
					duty: "technician",
					start: "2026-12-24T12:00",
					end: "2026-12-25T12:00",
					person: "kalle",
					instead: "liisa",
					why: "dentist",
				},
			],
		});
		expect(reasons(asked("2026-12-24T17:05", { of }))[0]).toBe(
			"Kalle Korhonen is on duty by an override instead of Liisa Lind. Reason: dentist.",
		);
	});
});

describe("a caller", () => {
	test("whose own number is on the rota is not rung", () => {
		const caller = { ...stranger, caller: calling("+358401000002") };
		expect(
			asked("2026-12-24T17:05", { caller }).steps.map(({ people }) =>
				people.map(({ id }) => id),
			),
		).toEqual([["sanna"], ["aino"]]);
	});

	test("hears the menu only where the language is not known", () => {
		const many = { ...setting, line };
		const heard = (caller: WhatIfCaller) =>
			asked("2026-12-24T17:05", { setting: many, caller })
				.script.filter(({ who, kind }) => !who && kind === "hears")
				.map(({ language }) => language);
		expect(new Set(heard({ ...stranger, known: "sv" }))).toEqual(
			new Set(["sv"]),
		);
		expect(heard({ ...stranger, chooses: "en" }).slice(0, 5)).toEqual([
			"fi",
			"sv",
			"en",
			"en",
			"en",
		]);
		expect(heard(stranger).at(-1)).toBe("fi");
	});
});

describe("the script", () => {
	const told = (takenBy: string | null) =>
		asked("2026-12-24T17:05", { takenBy }).script.map(
			({ who, kind, says }) => `${who?.person ?? "tenant"} ${kind}: ${says.en}`,
		);

	test("when nobody answers, ends with a message and texts to those responsible", () => {
		const lines = told(null);
		expect(lines[0]).toBe("tenant dials: Calls +358942721234.");
		expect(lines.filter((each) => each.includes(" rings:"))).toEqual([
			"liisa rings: The phone rings and shows +358942721234.",
			"sanna rings: The phone rings and shows +358942721234.",
			"aino rings: The phone rings and shows +358942721234.",
		]);
		expect(lines).toContain("tenant speaks: Leaves a message after the tone.");
		expect(lines.slice(-2)).toEqual([
			"liisa is-texted: Gets a text message at once, with a link to the ticket.",
			"aino is-texted: Gets a text message at once, with a link to the ticket.",
		]);
	});

	test("when the second one takes it, they hear the real whisper and press 1", () => {
		const lines = told("sanna");
		const whisper = lines.findIndex((each) =>
			each.startsWith("sanna hears: Vikapuhelu: Test line."),
		);
		expect(lines.slice(whisper + 1)).toEqual([
			"sanna presses: Presses 1.",
			"sanna talks: Talks with the caller.",
			"tenant talks: Sanna Heikkinen is on the line.",
			"tenant hangs-up: The call ends.",
			"sanna is-texted: Gets a text message at once, with a link to the ticket.",
		]);
	});

	test("a desk phone is connected without a whisper", () => {
		const lines = asked("2026-12-22T10:00", { takenBy: "aino" }).script;
		expect(
			lines.filter(({ who }) => who?.person === "aino").map(({ kind }) => kind),
		).toEqual(["rings", "talks"]);
	});

	test("time never runs backwards, and the phones ring as long as the rota says", () => {
		const { script, steps } = asked("2026-12-24T17:05");
		const times = script.map(({ atSeconds }) => atSeconds);
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect(steps.map(({ ringSeconds }) => ringSeconds)).toEqual([25, 30, 30]);
		const rang = (id: string, kind: string) =>
			script.find((each) => each.who?.person === id && each.kind === kind)
				?.atSeconds ?? 0;
		expect(rang("liisa", "stops-ringing") - rang("liisa", "rings")).toBeCloseTo(
			25,
		);
	});

	test("tells nobody's phone number but the line's", () => {
		const text = JSON.stringify(asked("2026-12-24T17:05").script);
		expect(text).not.toMatch(/\+3584010000/);
	});
});

test("whom it rings is the same with and without the script", () => {
	const of = rota();
	const question = {
		rota: of,
		rotaVersion: 1,
		answer: answered(of, "2026-12-24T17:05"),
		setting,
		caller: stranger,
	};
	expect(peopleRung(question)).toEqual([["liisa"], ["sanna"], ["aino"]]);
});
