import { DateTime } from "luxon";
import type { RecordedFact } from "../../../src/domain/call/facts.ts";
import {
	type ComparedStep,
	comparedSteps,
	type StepThen,
	stepsThen,
	takerIn,
} from "../../../src/domain/ticket/would-have.ts";

const names: Readonly<Record<string, string>> = {
	kalle: "Kalle Korhonen",
	liisa: "Liisa Lind",
	pekka: "Pekka Nieminen",
	aino: "Aino Virtanen",
};

const one = (id: string) => ({ id, name: names[id] ?? id });

function step(people: string, ringSeconds = 20): ComparedStep {
	return { people: people.split(" ").map(one), ringSeconds };
}

const then = (people: string, ringSeconds?: number): StepThen => ({
	...step(people, ringSeconds),
	wasReached: true,
});

const planned = (people: string): StepThen => ({
	...step(people),
	wasReached: false,
});

describe("what differs is said step by step", () => {
	test.each<[string, StepThen[], ComparedStep[], string | null, string[]]>([
		[
			"nothing",
			[then("kalle"), planned("liisa")],
			[step("kalle"), step("liisa")],
			"kalle",
			[
				"Nothing would have been different: the same people would have been rung in the same order.",
			],
		],
		[
			"those who ring together are the same in any order",
			[then("kalle liisa")],
			[step("liisa kalle")],
			null,
			[
				"Nothing would have been different: the same people would have been rung in the same order.",
			],
		],
		[
			"somebody else is rung, and who took the call is not",
			[then("kalle"), then("liisa")],
			[step("kalle"), step("pekka")],
			"liisa",
			[
				"Liisa Lind took the call, but would not have been rung.",
				"Step 2: Pekka Nieminen instead of Liisa Lind.",
			],
		],
		[
			"who took the call has another place",
			[then("kalle"), planned("liisa")],
			[step("liisa"), step("kalle")],
			"kalle",
			[
				"Kalle Korhonen took the call in step 1, but would have been rung in step 2.",
				"Step 1: Liisa Lind instead of Kalle Korhonen.",
				"Step 2 (which the call did not come to): Kalle Korhonen instead of Liisa Lind.",
			],
		],
		[
			"a step more and a longer one",
			[then("kalle")],
			[step("kalle", 30), step("liisa aino")],
			null,
			[
				"Step 1 would have rung for 30 seconds instead of 20.",
				"There would have been a step 2: Liisa Lind and Aino Virtanen.",
			],
		],
		[
			"a step less",
			[then("kalle"), planned("aino")],
			[step("kalle")],
			"kalle",
			[
				"There would have been no step 2 (which the call did not come to): Aino Virtanen.",
			],
		],
	])("%s", (_, before, would, takenBy, says) => {
		const { differs, isSame } = comparedSteps(before, would, takenBy);
		expect(differs.map(({ en }) => en)).toEqual(says);
		expect(isSame).toBe(says[0]?.startsWith("Nothing"));
	});

	test("in each language", () => {
		const { differs } = comparedSteps(
			[then("kalle"), planned("liisa")],
			[step("pekka"), step("aino")],
			"kalle",
		);
		expect(differs.map(({ fi }) => fi)).toEqual([
			"Puhelun otti Kalle Korhonen. Tällä versiolla hänen puhelimensa ei olisi soinut.",
			"Porras 1: Pekka Nieminen, ei Kalle Korhonen.",
			"Porras 2 (johon puhelu ei ehtinyt): Aino Virtanen, ei Liisa Lind.",
		]);
		expect(differs.map(({ sv }) => sv)).toEqual([
			"Kalle Korhonen tog samtalet, men hade inte ringts upp enligt den här versionen.",
			"Steg 1: Pekka Nieminen i stället för Kalle Korhonen.",
			"Steg 2 (dit samtalet inte kom): Aino Virtanen i stället för Liisa Lind.",
		]);
	});
});

describe("what did happen", () => {
	const at = DateTime.fromISO("2026-03-03T00:00:00Z");
	const rung = (
		place: number,
		attempt: number,
		people: string,
	): RecordedFact => ({
		kind: "step-rung",
		at,
		step: place,
		attempt,
		ringSeconds: 20,
		people: people.split(" ").map((person) => ({
			person,
			name: names[person] ?? person,
			phone: "+358401000001",
			screened: true,
		})),
	});

	test("is what was rung, in order, and then what its own version had planned", () => {
		const facts = [
			rung(1, 2, "liisa"),
			rung(1, 1, "liisa pekka"),
			rung(0, 1, "kalle"),
		];
		const own = [step("kalle"), step("liisa pekka"), step("aino")];
		expect(stepsThen(facts, own)).toEqual([
			then("kalle"),
			then("liisa pekka"),
			planned("aino"),
		]);
	});

	test("nobody took a call that nobody accepted", () => {
		expect(takerIn([rung(0, 1, "kalle")])).toBeNull();
	});
});
