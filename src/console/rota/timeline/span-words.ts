import { useMemo } from "react";
import type { Language } from "../../../domain/language.ts";
import { clockOf, dayMillis } from "../../../domain/rota/wall-clock.ts";
import { useLanguage } from "../../language.tsx";
import { locales } from "../../wall-clock.ts";

/** How spans of time are written in one language and zone. Made once for many: the timeline writes thousands. */
export interface SpanWords {
	/** "15:00" */
	clock(millis: number): string;
	/** The same of a time on the wall clock, in milliseconds as if it were UTC. */
	clockOf(local: number): string;
	/** "Friday 20 November" */
	day(millis: number): string;
	/** "Friday 20 November 15:00" */
	moment(millis: number): string;
	/** "20 November 15:00–22:00", "20 November 15:00 – 21 November 08:00" */
	span(start: number, end: number): string;
	/** "168 h", "1 h 30 min" */
	length(millis: number): string;
}

export function useSpanWords(zone: string): SpanWords {
	const { language } = useLanguage();
	return useMemo(() => spanWords(language, zone), [language, zone]);
}

export function spanWords(language: Language, zone: string): SpanWords {
	const zoneClock = clockOf(zone);
	const local = (millis: number) => zoneClock?.localOf(millis) ?? millis;
	const formatter = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" });
	const weekday = formatter({ weekday: "long" });
	const numbers = { day: "numeric", month: "numeric" } as const;
	const letters = { day: "numeric", month: "long" } as const;
	const date = formatter(language === "fi" ? numbers : letters);
	const at = { fi: " klo ", sv: " kl. ", en: " " }[language];

	const clockOfLocal = (local: number) => {
		const text = new Date(local).toISOString();
		return language === "fi"
			? `${Number(text.slice(11, 13))}.${text.slice(14, 16)}`
			: text.slice(11, 16);
	};
	const clock = (millis: number) => clockOfLocal(local(millis));
	const plainDay = (millis: number) => date.format(local(millis));
	const day = (millis: number) =>
		`${weekday.format(local(millis))} ${plainDay(millis)}`;
	const isOneDay = (start: number, end: number) =>
		Math.floor(local(start) / dayMillis) ===
		Math.floor((local(end) - 1) / dayMillis);
	return {
		clock,
		clockOf: clockOfLocal,
		day,
		moment: (millis) => `${day(millis)}${at}${clock(millis)}`,
		span: (start, end) =>
			isOneDay(start, end)
				? `${plainDay(start)}${at}${clock(start)}–${clock(end)}`
				: `${plainDay(start)}${at}${clock(start)} – ${plainDay(end)}${at}${clock(end)}`,
		length: lengthOf,
	};
}

function lengthOf(millis: number): string {
	const minutes = Math.round(millis / 60_000);
	const hours = Math.floor(minutes / 60);
	// A number and its unit stay on one line.
	return [
		...(hours > 0 || minutes === 0 ? [`${hours}\u00a0h`] : []),
		...(minutes % 60 > 0 ? [`${minutes % 60}\u00a0min`] : []),
	].join(" ");
}
