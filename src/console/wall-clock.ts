import type { Language } from "../domain/language.ts";

/** How somebody reads times: in whose language, and on which place's wall clock. */
export interface Reader {
	readonly language: Language;
	/** IANA zone. */
	readonly zone: string;
}

export const locales = { fi: "fi-FI", sv: "sv-SE", en: "en-GB" } as const;

/** The day without its year where that is the running one: "24 December", "24.12." */
export function date(
	at: Date,
	now: Date,
	reader: Reader,
	month: "long" | "short",
): string {
	const sameYear =
		localDay(at, reader.zone).getUTCFullYear() ===
		localDay(now, reader.zone).getUTCFullYear();
	if (reader.language === "fi") {
		const day = localDay(at, reader.zone);
		const short = `${day.getUTCDate()}.${day.getUTCMonth() + 1}.`;
		return sameYear ? short : `${short}${day.getUTCFullYear()}`;
	}
	return part(at, reader, {
		day: "numeric",
		month,
		...(sameYear ? {} : { year: "numeric" }),
	});
}

/** One or some parts of an instant, as the language writes them. */
export function part(
	at: Date,
	{ language, zone }: Reader,
	options: Intl.DateTimeFormatOptions,
): string {
	return new Intl.DateTimeFormat(locales[language], {
		...options,
		timeZone: zone,
	}).format(at);
}

/** Midnights of the zone between the two; negative when it is past. */
export function daysUntil(at: Date, now: Date, zone: string): number {
	const milliseconds =
		localDay(at, zone).getTime() - localDay(now, zone).getTime();
	return Math.round(milliseconds / 86_400_000);
}

/** The local date as midnight UTC, for counting days. */
export function localDay(at: Date, zone: string): Date {
	const { year, month, day } = wallClock(at, zone);
	return new Date(`${year}-${month}-${day}T00:00:00Z`);
}

/** What the clock on the wall shows, as two- and four-digit texts. */
export function wallClock(at: Date, zone: string) {
	const parts = new Intl.DateTimeFormat("en-GB", {
		timeZone: zone,
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		hourCycle: "h23",
	}).formatToParts(at);
	const of = (type: Intl.DateTimeFormatPartTypes) =>
		parts.find((each) => each.type === type)?.value ?? "";
	return {
		year: of("year"),
		month: of("month"),
		day: of("day"),
		hour: of("hour"),
		minute: of("minute"),
		second: of("second"),
	};
}
