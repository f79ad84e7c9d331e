/** Whether the what-ifs that were kept still say what they should. */
import type { DateTime } from "luxon";
import { callerOf } from "../call/caller.ts";
import type { Language, Sentence } from "../language.ts";
import type { Answer } from "../rota/answer.ts";
import type { CalendarCopies } from "../rota/calendar/copy.ts";
import type { HolidayCalendar } from "../rota/holidays.ts";
import { type Problem, warning } from "../rota/problem.ts";
import type { PersonId, Rota } from "../rota/rota.ts";
import { answerAt, compileRota, covers } from "../rota/timeline.ts";
import { clockOf } from "../rota/wall-clock.ts";
import { expectedInWords, foundInWords } from "./check-words.ts";
import {
	type Expectation,
	instantOf,
	type SavedWhatIf,
} from "./saved-what-if.ts";
import {
	type CallSetting,
	peopleRung,
	type Question,
	whatIf,
} from "./what-if.ts";

export interface WhatIfInputs {
	readonly now: DateTime;
	/** Of the rota's country, at least to the end of the year after next; null when it keeps none. */
	readonly holidays: HolidayCalendar | null;
	readonly calendars?: CalendarCopies;
	readonly setting: CallSetting;
}

export interface WhatIfCheck {
	readonly whatIf: SavedWhatIf;
	/** The instant that was asked about. */
	readonly at: DateTime;
	readonly holds: boolean;
	readonly expected: Sentence;
	/** What the rota says, whether or not that is what was expected. */
	readonly found: Sentence;
}

/**
 * Asks every kept what-if of a rota. Those whose time is past are left out: nothing can change about them any more, and
 * so are those whose time cannot be read. A rota whose zone is none has no answers.
 */
export function checkWhatIfs(
	rota: Rota,
	whatIfs: readonly SavedWhatIf[],
	inputs: WhatIfInputs,
): WhatIfCheck[] {
	if (whatIfs.length === 0 || !clockOf(rota.zone)) return [];
	const answerOf = answersOf(rota, inputs);
	return whatIfs.flatMap((whatIf) => {
		const at = instantOf(whatIf, rota.zone, inputs.now);
		if (!at || at < inputs.now) return [];
		return [checked(rota, whatIf, answerOf(at), inputs.setting)];
	});
}

/** A warning for each what-if that does not hold. */
export function whatIfProblems(checks: readonly WhatIfCheck[]): Problem[] {
	return checks
		.filter(({ holds }) => !holds)
		.map(({ whatIf, expected, found }) => {
			const says = (sentence: (language: Language) => string): Sentence => ({
				fi: sentence("fi"),
				sv: sentence("sv"),
				en: sentence("en"),
			});
			return warning(
				"what-if-fails",
				`what-ifs.${whatIf.id}`,
				says((language) =>
					failing[language](whatIf.name, expected[language], found[language]),
				),
				advice,
			);
		});
}

function checked(
	rota: Rota,
	kept: SavedWhatIf,
	answer: Answer,
	setting: CallSetting,
): WhatIfCheck {
	const question = {
		rota,
		answer,
		setting,
		rotaVersion: 0,
		caller: { caller: callerOf(kept.caller ?? ""), known: null, chooses: null },
		takenBy: null,
	};
	const holds = isMet(kept.expects, question);
	return {
		whatIf: kept,
		at: answer.at,
		holds,
		expected: expectedInWords(kept.expects, rota),
		found: foundInWords(kept.expects, answer, whatIf(question).firstLine, rota),
	};
}

function isMet(expects: Expectation, question: Question): boolean {
	const { answer } = question;
	switch (expects.kind) {
		case "rings":
			return sameSteps(expects.steps, peopleRung(question));
		case "office":
			return answer.office.open === expects.open;
		case "covered":
			return (answer.duties[expects.duty]?.person ?? null) !== null;
	}
}

/** The same steps in the same order; within a step all ring together, in whatever order. */
function sameSteps(
	one: readonly (readonly PersonId[])[],
	other: readonly (readonly PersonId[])[],
): boolean {
	const inOrder = (steps: readonly (readonly PersonId[])[]) =>
		JSON.stringify(steps.map((people) => [...people].sort()));
	return inOrder(one) === inOrder(other);
}

/** One timeline for the coming year, and one more for each instant beyond it. */
function answersOf(
	rota: Rota,
	{ now, holidays, calendars }: WhatIfInputs,
): (at: DateTime) => Answer {
	const compiled = (from: DateTime, to: DateTime) =>
		compileRota(rota, { from, to, holidays, ...(calendars && { calendars }) });
	const year = compiled(now, now.plus({ days: 370 }));
	return (at) =>
		answerAt(covers(year, at) ? year : compiled(at, at.plus(1)), at);
}

const failing: Readonly<
	Record<Language, (name: string, expected: string, found: string) => string>
> = {
	fi: (name, expected, found) =>
		`Tallennettu kysymys ”${name}” ei pidä: pitäisi olla ${expected}, mutta nyt ${found}`,
	sv: (name, expected, found) =>
		`Den sparade frågan ”${name}” stämmer inte: det borde vara ${expected}, men är ${found}`,
	en: (name, expected, found) =>
		`The what-if “${name}” does not hold: it should be ${expected}, but it is ${found}`,
};

const advice: Sentence = {
	fi: "Korjaa päivystyslista, tai päivitä kysymys, jos uusi vastaus on oikea.",
	sv: "Rätta jourschemat, eller uppdatera frågan om det nya svaret är rätt.",
	en: "Correct the rota, or update the what-if if the new answer is right.",
};
