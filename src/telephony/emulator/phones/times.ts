import type { Language } from "./language.tsx";

const locales = { fi: "fi-FI", sv: "sv-SE", en: "en-GB" } as const;

/** `22.14` in Finnish, `22:14` in Swedish and English, on the wall clock of a zone. */
export function timeOfDay(
	at: number,
	language: Language,
	zone: string,
): string {
	return new Intl.DateTimeFormat(locales[language], {
		hour: "2-digit",
		minute: "2-digit",
		timeZone: zone,
	}).format(at);
}

/** `maanantai 2. maaliskuuta 2026`, `Monday 2 March 2026`. */
export function dayInWords(
	at: number,
	language: Language,
	zone: string,
): string {
	const locale = locales[language];
	const weekday = new Intl.DateTimeFormat(locale, {
		weekday: "long",
		timeZone: zone,
	});
	const date = new Intl.DateTimeFormat(locale, {
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: zone,
	});
	return `${weekday.format(at)} ${date.format(at)}`;
}

/** `2026-03-02T22:14`, as a date and time field wants it. */
export function fieldTime(at: number, zone: string): string {
	return new Intl.DateTimeFormat("sv-SE", {
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
		timeZone: zone,
	})
		.format(at)
		.replace(" ", "T");
}

/** `1:07` */
export function minutesAndSeconds(ms: number): string {
	const seconds = Math.max(0, Math.floor(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
