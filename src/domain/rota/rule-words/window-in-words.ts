/** A window as a person would say it: "Saturday and Sunday 08:00–08:00 (24 h)". */
import type { Language } from "../../language.ts";
import type { Window } from "../rota.ts";
import { civilDate, readLocalDate } from "../wall-clock.ts";
import { daysInWords } from "./rule-in-words.ts";
import { ruleSpeech } from "./speech.ts";

/** Days, times, and from when and until when if it says so. A rule without short words stands there as it is written. */
export function windowInWords(window: Window, language: Language): string {
	const { rrule, start, end, since, until } = window;
	const speech = ruleSpeech[language];
	const first = `${since ?? "1970-01-01"}T00:00`;
	const days = daysInWords(rrule, first, language) ?? rrule;
	const words = [`${days} ${speech.span(start, end)}`];
	if (start === end || (start === "00:00" && end === "24:00"))
		words.push(` ${speech.roundTheClock}`);
	else if (end < start) words.push(` ${speech.nextDay}`);
	for (const [date, say] of [
		[since, speech.since],
		[until, speech.until],
	] as const) {
		const day = date === undefined ? null : readLocalDate(date);
		if (day !== null) words.push(`, ${say(civilDate(day))}`);
	}
	return words.join("");
}
