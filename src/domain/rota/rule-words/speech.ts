/** How each language says the days and times of a recurrence rule. */
import type { Language } from "../../language.ts";
import type { CivilDate } from "../wall-clock.ts";
import { englishSpeech } from "./english.ts";
import { finnishSpeech } from "./finnish.ts";
import { swedishSpeech } from "./swedish.ts";

/** The days that a rule names; weekdays are 0 for Monday to 6, in order and each once. */
export type RuleDays =
	| { readonly kind: "day"; readonly interval: number }
	| {
			readonly kind: "week";
			readonly interval: number;
			readonly weekdays: readonly number[];
	  }
	| {
			readonly kind: "month-days";
			readonly interval: number;
			readonly days: readonly number[];
			/** The last day of the month is among them. */
			readonly isLast: boolean;
	  }
	| {
			readonly kind: "month-weekday";
			readonly interval: number;
			readonly weekday: number;
			/** 1 to 5, or -1 for the last one. */
			readonly positions: readonly number[];
	  }
	| { readonly kind: "year"; readonly month: number; readonly day: number };

export interface RuleSpeech {
	/** For something that happens at a moment of those days: "every Friday". */
	each(days: RuleDays): string;
	/** For something that lasts on those days: "Monday to Friday". */
	on(days: RuleDays): string;
	/** Times of day in minutes from midnight. */
	at(minutes: readonly number[]): string;
	/** From one time of day to another, as written in a window. */
	span(start: string, end: string): string;
	/** Every so many hours. */
	hours(interval: number): string;
	times(count: number): string;
	since(date: CivilDate): string;
	until(date: CivilDate): string;
	nextDay: string;
	roundTheClock: string;
}

export const ruleSpeech: Readonly<Record<Language, RuleSpeech>> = {
	fi: finnishSpeech,
	sv: swedishSpeech,
	en: englishSpeech,
};
