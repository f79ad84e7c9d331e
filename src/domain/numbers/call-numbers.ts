/** How the calls of a span went: how many, with what outcome, how soon they were answered, by whom, at which hours. */
import type { PersonId } from "../rota/rota.ts";
import type { CallOutcome } from "../ticket/ticket.ts";

/** The outcomes in the order in which they are told; callers who are turned away are told apart. */
export const countedOutcomes = [
	"answered",
	"abandoned",
	"voicemail",
	"unanswered",
	"failed",
] as const satisfies readonly CallOutcome[];

export type CountedOutcome = (typeof countedOutcomes)[number];

/** Seconds within which answered calls are counted; from the call's arrival until somebody picked up. */
export const promptness = [10, 20, 30, 60, 120] as const;

/** What "soon" means where one figure is to say it. */
export const promptSeconds = 30;

export interface CallNumbers {
	/** All calls that have ended, without those that were turned away. */
	readonly calls: number;
	readonly outcomes: Readonly<Record<CountedOutcome, number>>;
	readonly blocked: number;
	readonly answerSeconds: AnswerTimes;
	/** How many were answered within so many seconds, in the order of `promptness`. */
	readonly within: readonly {
		readonly seconds: number;
		readonly calls: number;
	}[];
}

/** null where nothing was answered. */
export interface AnswerTimes {
	readonly median: number | null;
	/** Nine of ten calls were answered as soon or sooner. */
	readonly ninetieth: number | null;
}

/** One hour of one weekday, on the line's wall clock. */
export interface HourNumbers {
	/** 1 is Monday, 7 Sunday. */
	readonly weekday: number;
	/** 0 to 23. */
	readonly hour: number;
	readonly calls: number;
	readonly answered: number;
}

/** The calls that one person took. */
export interface PersonNumbers extends AnswerTimes {
	readonly line: string;
	/** null when the carrier did not say who. */
	readonly person: PersonId | null;
	readonly name: string;
	readonly calls: number;
	readonly talkSeconds: number;
}

/** The share of calls that were answered within `promptSeconds`, 0 to 1; null when there were no calls. */
export function promptShare({
	calls,
	within,
}: Pick<CallNumbers, "calls" | "within">): number | null {
	const prompt = within.find(({ seconds }) => seconds === promptSeconds);
	return calls === 0 ? null : (prompt?.calls ?? 0) / calls;
}

/** Every hour of the week, those without a call too: seven rows from Monday, twenty-four hours each. */
export function wholeWeek(hours: readonly HourNumbers[]): HourNumbers[][] {
	const known = new Map(hours.map((one) => [placeOf(one), one]));
	return weekdays.map((weekday) =>
		Array.from(
			{ length: 24 },
			(_, hour) =>
				known.get(placeOf({ weekday, hour })) ?? {
					...{ weekday, hour },
					...{ calls: 0, answered: 0 },
				},
		),
	);
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function placeOf({
	weekday,
	hour,
}: Pick<HourNumbers, "weekday" | "hour">): string {
	return `${weekday} ${hour}`;
}
