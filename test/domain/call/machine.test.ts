import fc from "fast-check";
import { outcomeOf } from "../../../src/domain/call/facts.ts";
import type { Instruction } from "../../../src/domain/call/instructions.ts";
import { next } from "../../../src/domain/call/machine.ts";
import type { CallEvent, CallState } from "../../../src/domain/call/state.ts";
import { people, planOf } from "./line.ts";

const plan = planOf([["kalle"], ["liisa", "pekka"], ["aino"]]);
const ringing = (step: number, attempt: 1 | 2 = 1): CallState => ({
	at: "ringing",
	language: "fi",
	step,
	attempt,
});
const arrived: CallEvent = {
	kind: "arrived",
	blocked: false,
	languageKnown: true,
};
const arriving: CallState = { at: "arriving", language: "fi" };
const legEnded = (more: object = {}): CallEvent => ({
	kind: "leg-ended",
	result: "no-answer",
	leg: "CA1",
	person: null,
	talkSeconds: null,
	callerGone: false,
	...more,
});

function kinds(instructions: readonly Instruction[]): string[] {
	return instructions.map(({ kind }) => kind);
}

function rung(instructions: readonly Instruction[]): string[] {
	return instructions.flatMap((one) =>
		one.kind === "ring" ? one.people.map(({ person }) => person) : [],
	);
}

function words(instructions: readonly Instruction[]): string {
	return instructions
		.flatMap((one) =>
			one.kind === "say" && "text" in one.words ? [one.words.text] : [],
		)
		.join(" ");
}

describe("a call arrives", () => {
	test("is greeted and the first step is rung, showing the line's own number", () => {
		const { state, instructions, facts } = next(arriving, arrived, plan);
		expect(state).toEqual(ringing(0));
		expect(words(instructions)).toMatch(/soita 1 1 2/);
		expect(words(instructions)).toMatch(/se tallennetaan/);
		expect(instructions.at(-1)).toMatchObject({
			kind: "ring",
			shows: "+358942721234",
			ringSeconds: 20,
			leadsTo: ringing(0),
		});
		expect(facts.map(({ kind }) => kind)).toEqual([
			"call-arrived",
			"step-rung",
		]);
	});

	test("is asked for a language when the line has several and the caller is new", () => {
		const event = { ...arrived, languageKnown: false };
		const { state, instructions } = next(arriving, event, plan);
		expect(state.at).toBe("choosing-language");
		expect(kinds(instructions)).toEqual(["ask", "go-on"]);
		const single = planOf([["kalle"]], { line: { languages: ["fi"] } });
		expect(next(arriving, event, single).state.at).toBe("ringing");
	});

	test("of a blocked caller is turned away with nothing said", () => {
		const { instructions, facts } = next(
			arriving,
			{ ...arrived, blocked: true },
			plan,
		);
		expect(kinds(instructions)).toEqual(["reject"]);
		expect(outcomeOf(facts)).toBe("blocked");
	});

	test("with nobody to ring is greeted and asked for a message", () => {
		const { instructions, facts } = next(arriving, arrived, planOf([]));
		expect(kinds(instructions).slice(-2)).toEqual(["say", "record"]);
		expect(words(instructions)).toMatch(/soita 1 1 2/);
		expect(words(instructions)).not.toMatch(/yhdistän/);
		expect(outcomeOf(facts)).toBe("unanswered");
	});

	test("hears what it costs, and the line's own words in place of ours", () => {
		const own = planOf([["kalle"]], {
			line: {
				notices: {
					recording: false,
					charge: { fi: "Maksaa.", sv: "Kostar.", en: "Costs." },
				},
				prompts: {
					greeting: { fi: { text: "Terve!" } },
					connecting: { fi: { audio: "hold.mp3" } },
				},
			},
		});
		const { instructions } = next(arriving, arrived, own);
		expect(words(instructions)).toMatch(/^Terve! .* Maksaa\.$/);
		expect(instructions).toContainEqual({
			kind: "say",
			words: { audio: "hold.mp3" },
		});
		expect(words(instructions)).not.toMatch(/tallennetaan/);
	});
});

test.each([
	["1", "fi", "1"],
	["2", "sv", "2"],
	["3", "en", "3"],
	["4", "fi", null],
	["#", "fi", null],
	[null, "fi", null],
])("pressing %j in the menu speaks %s", (key, language, remembered) => {
	const menu: CallState = { at: "choosing-language", language: "fi" };
	const { state, facts } = next(
		menu,
		{ kind: "pressed", key, callerGone: false },
		plan,
	);
	expect(state).toEqual({ ...ringing(0), language });
	expect(facts[0]).toEqual({
		kind: "language-chosen",
		language,
		key: remembered,
	});
});

test("whoever hung up in the menu has nobody rung", () => {
	const menu: CallState = { at: "choosing-language", language: "fi" };
	const gone = { kind: "pressed", key: null, callerGone: true } as const;
	expect(next(menu, gone, plan)).toEqual({
		state: { at: "over", language: "fi" },
		instructions: [],
		facts: [{ kind: "language-chosen", language: "fi", key: null }],
	});
});

// The rows of the carrier's table of outcomes, in the words of the call.
describe("ringing a step ended", () => {
	test.each([
		[
			"a human took it and hung up",
			0,
			{ result: "human", talkSeconds: 42 },
			["hang-up"],
			[],
			"answered",
		],
		[
			"a human took it, the caller hung up",
			0,
			{ result: "human", callerGone: true },
			[],
			[],
			"answered",
		],
		[
			"nobody answered",
			0,
			{ result: "no-answer" },
			["say", "ring"],
			["liisa", "pekka"],
			null,
		],
		[
			"busy or turned away",
			0,
			{ result: "busy" },
			["say", "ring"],
			["liisa", "pekka"],
			null,
		],
		[
			"switched off or unroutable",
			0,
			{ result: "unreachable" },
			["say", "ring"],
			["liisa", "pekka"],
			null,
		],
		[
			"the caller hung up while it rang",
			0,
			{ result: "cancelled", callerGone: true },
			[],
			[],
			"abandoned",
		],
		[
			"one was screened and declined or was silent",
			0,
			{ result: "swallowed", person: "kalle" },
			["say", "ring"],
			["liisa", "pekka"],
			null,
		],
		[
			"one of several swallowed it",
			1,
			{ result: "swallowed", person: "liisa" },
			["say", "ring"],
			["pekka"],
			null,
		],
		[
			"one of several swallowed it, nobody knows who",
			1,
			{ result: "swallowed" },
			["say", "ring"],
			["liisa", "pekka"],
			null,
		],
		[
			"the caller hung up in the whisper",
			1,
			{ result: "swallowed", person: "liisa", callerGone: true },
			[],
			[],
			"abandoned",
		],
		[
			"the leg was ended before the answer",
			0,
			{ result: "cancelled" },
			["say", "ring"],
			["liisa", "pekka"],
			null,
		],
		[
			"nobody was left",
			2,
			{ result: "no-answer" },
			["say", "record"],
			[],
			"unanswered",
		],
	])("%s", (_, step, more, does, whom, outcome) => {
		const { instructions, facts } = next(ringing(step), legEnded(more), plan);
		expect(kinds(instructions)).toEqual(does);
		expect(rung(instructions)).toEqual(whom);
		expect(outcomeOf(facts)).toBe(outcome);
	});

	test("the others are rung again only once", () => {
		const again = next(
			ringing(1),
			legEnded({ result: "swallowed", person: "liisa" }),
			plan,
		);
		expect(again.state).toEqual(ringing(1, 2));
		const { state } = next(
			again.state,
			legEnded({ result: "swallowed", person: "pekka" }),
			plan,
		);
		expect(state).toEqual(ringing(2));
	});

	test("a line without a message box says so and hangs up", () => {
		const closed = planOf([["kalle"]], {
			line: { voicemail: { enabled: false, maxSeconds: 120 } },
		});
		const { instructions, facts } = next(ringing(0), legEnded(), closed);
		expect(kinds(instructions)).toEqual(["say", "hang-up"]);
		expect(outcomeOf(facts)).toBe("unanswered");
	});
});

describe("a message", () => {
	const leaving: CallState = { at: "leaving-message", language: "sv" };

	test.each([
		[14, false, ["say", "hang-up"], "voicemail"],
		[14, true, [], "voicemail"],
		[0, false, ["say", "hang-up"], null],
		[null, true, [], null],
	])("of %j seconds, caller gone %j", (seconds, callerGone, does, outcome) => {
		const { instructions, facts } = next(
			leaving,
			{ kind: "recorded", seconds, callerGone },
			plan,
		);
		expect(kinds(instructions)).toEqual(does);
		expect(outcomeOf(facts)).toBe(outcome);
	});
});

describe("the carrier failed", () => {
	const failed = (taken = false): CallEvent => ({
		kind: "carrier-failed",
		code: "11200",
		url: null,
		taken,
	});

	test.each<[CallState, string[]]>([
		[arriving, ["kalle"]],
		[{ at: "choosing-language", language: "sv" }, ["kalle"]],
		[ringing(0), ["liisa", "pekka"]],
		[ringing(1, 2), ["aino"]],
	])("in %j: goes on with %j", (state, whom) => {
		expect(rung(next(state, failed(), plan).instructions)).toEqual(whom);
	});

	test("after the last step and in the message box", () => {
		expect(kinds(next(ringing(2), failed(), plan).instructions)).toEqual([
			"say",
			"record",
		]);
		const leaving: CallState = { at: "leaving-message", language: "en" };
		expect(kinds(next(leaving, failed(), plan).instructions)).toEqual([
			"say",
			"hang-up",
		]);
	});

	test("after somebody had taken the call: nobody else is woken", () => {
		expect(kinds(next(ringing(0), failed(true), plan).instructions)).toEqual([
			"hang-up",
		]);
	});
});

const ids = Object.keys(people);
const anyEnd = fc.record({
	result: fc.constantFrom(
		"swallowed",
		"no-answer",
		"busy",
		"unreachable",
		"cancelled",
	),
	person: fc.option(fc.constantFrom(...ids)),
});

test("whatever happens, a caller who stays ends at a human or at the message box, and everybody was rung", () => {
	fc.assert(
		fc.property(
			fc.array(fc.subarray(ids), { maxLength: 5 }),
			fc.infiniteStream(anyEnd),
			(steps, ends) => {
				const any = planOf(steps);
				let now = next(arriving, arrived, any);
				const tried = new Set<string>();
				for (let turns = 0; now.state.at === "ringing"; turns++) {
					expect(turns).toBeLessThan(2 * any.steps.length + 1);
					for (const person of rung(now.instructions)) tried.add(person);
					now = next(now.state, legEnded(ends.next().value), any);
				}
				expect(now.state.at).toBe("leaving-message");
				expect([...tried].sort()).toEqual([...new Set(steps.flat())].sort());
			},
		),
	);
});

test("the same event told twice gives the same answer and the same facts", () => {
	fc.assert(
		fc.property(anyEnd, fc.nat(2), fc.boolean(), (end, step, callerGone) => {
			const event = legEnded({ ...end, callerGone });
			expect(next(ringing(step), event, plan)).toEqual(
				next(ringing(step), event, plan),
			);
		}),
	);
});
