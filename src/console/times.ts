import type { Language } from "../domain/language.ts";

/** How somebody reads times: in whose language, and on which place's wall clock. */
export interface Reader {
	readonly language: Language;
	/** IANA zone. */
	readonly zone: string;
}

const locales = { fi: "fi-FI", sv: "sv-SE", en: "en-GB" } as const;

/** `15.00` in Finnish, `15:00` in Swedish and English; with seconds where the order of events is the matter. */
export function clockTime(
	at: Date,
	{ language, zone }: Reader,
	precision: "minutes" | "seconds" = "minutes",
): string {
	const { hour, minute, second } = wallClock(at, zone);
	const parts = [language === "fi" ? String(Number(hour)) : hour, minute];
	if (precision === "seconds") parts.push(second);
	return parts.join(language === "fi" ? "." : ":");
}

/** A span's end in a sentence: "until Friday 15:00", "perjantaihin klo 15.00 asti", "till fredag kl. 15:00". */
export function until(at: Date, now: Date, reader: Reader): string {
	const day = dayWords[reader.language].until(at, now, reader);
	return dayWords[reader.language].untilTime(day, clockTime(at, reader));
}

/** An instant in a sentence: "tomorrow at 08:00", "huomenna klo 8.00", "i morgon kl. 08:00". */
export function when(at: Date, now: Date, reader: Reader): string {
	const day = dayWords[reader.language].on(at, now, reader);
	return dayWords[reader.language].onTime(day, clockTime(at, reader));
}

/** As `when`, with whole hours said as people say them: "tomorrow at 8". */
export function whenRoundly(at: Date, now: Date, reader: Reader): string {
	const { hour, minute } = wallClock(at, reader.zone);
	if (minute !== "00" || hour === "00") return when(at, now, reader);
	const day = dayWords[reader.language].on(at, now, reader);
	return dayWords[reader.language].onTime(day, String(Number(hour)));
}

/** For lists: only the time on the same day, else the day before it. */
export function briefTime(at: Date, now: Date, reader: Reader): string {
	const time = clockTime(at, reader);
	const days = daysUntil(at, now, reader.zone);
	if (days === 0) return time;
	if (days < 0 && days > -7)
		return `${part(at, reader, { weekday: "short" })} ${time}`;
	return `${date(at, now, reader, "short")} ${time}`;
}

/** The whole of it: "Saturday 21 November 2026, 21:14". */
export function fullTime(at: Date, reader: Reader): string {
	const day = new Intl.DateTimeFormat(locales[reader.language], {
		weekday: "long",
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: reader.zone,
	}).format(at);
	const time = clockTime(at, reader);
	return {
		fi: `${day} klo ${time}`,
		sv: `${day} kl. ${time}`,
		en: `${day}, ${time}`,
	}[reader.language];
}

/** "3 minutes ago", in whole units, and never the future. */
export function ago(at: Date, now: Date, { language }: Reader): string {
	const format = new Intl.RelativeTimeFormat(locales[language], {
		numeric: "auto",
	});
	const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
	if (seconds < 60) return format.format(0, "second");
	if (seconds < 3600) return format.format(-Math.floor(seconds / 60), "minute");
	if (seconds < 86_400)
		return format.format(-Math.floor(seconds / 3600), "hour");
	return format.format(-Math.floor(seconds / 86_400), "day");
}

/** A stopwatch's time: `0:07`, `12:30`, `1:02:05`. */
export function stopwatch(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const two = (value: number) => String(value).padStart(2, "0");
	const minutes = Math.floor(whole / 60);
	const rest = two(whole % 60);
	return minutes < 60
		? `${minutes}:${rest}`
		: `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

interface DayWords {
	until(at: Date, now: Date, reader: Reader): string;
	untilTime(day: string, time: string): string;
	on(at: Date, now: Date, reader: Reader): string;
	onTime(day: string, time: string): string;
}

const illative = [
	"sunnuntaihin",
	"maanantaihin",
	"tiistaihin",
	"keskiviikkoon",
	"torstaihin",
	"perjantaihin",
	"lauantaihin",
];
const essive = [
	"sunnuntaina",
	"maanantaina",
	"tiistaina",
	"keskiviikkona",
	"torstaina",
	"perjantaina",
	"lauantaina",
];

const dayWords: Record<Language, DayWords> = {
	fi: {
		until: (at, now, reader) =>
			dayName(at, now, reader, {
				today: "",
				tomorrow: "huomiseen",
				yesterday: "eiliseen",
				weekday: (day) => illative[day] ?? "",
				date: (text) => text,
			}),
		untilTime: (day, time) => joined(day, `klo ${time} asti`),
		on: (at, now, reader) =>
			dayName(at, now, reader, {
				today: "tänään",
				tomorrow: "huomenna",
				yesterday: "eilen",
				weekday: (day) => essive[day] ?? "",
				date: (text) => text,
			}),
		onTime: (day, time) => `${day} klo ${time}`,
	},
	sv: {
		until: (at, now, reader) =>
			dayName(at, now, reader, {
				today: "",
				tomorrow: "i morgon",
				yesterday: "i går",
				weekday: (_day, name) => name,
				date: (text) => `den ${text}`,
			}),
		untilTime: (day, time) => joined("till", day, `kl. ${time}`),
		on: (at, now, reader) =>
			dayName(at, now, reader, {
				today: "i dag",
				tomorrow: "i morgon",
				yesterday: "i går",
				weekday: (_day, name) => `på ${name}`,
				date: (text) => `den ${text}`,
			}),
		onTime: (day, time) => `${day} kl. ${time}`,
	},
	en: {
		until: (at, now, reader) =>
			dayName(at, now, reader, {
				today: "",
				tomorrow: "tomorrow",
				yesterday: "yesterday",
				weekday: (_day, name) => name,
				date: (text) => text,
			}),
		untilTime: (day, time) => joined("until", day, time),
		on: (at, now, reader) =>
			dayName(at, now, reader, {
				today: "today",
				tomorrow: "tomorrow",
				yesterday: "yesterday",
				weekday: (_day, name) => `on ${name}`,
				date: (text) => `on ${text}`,
			}),
		onTime: (day, time) => `${day} at ${time}`,
	},
};

function dayName(
	at: Date,
	now: Date,
	reader: Reader,
	names: {
		readonly today: string;
		readonly tomorrow: string;
		readonly yesterday: string;
		/** 0 is Sunday. */
		weekday(day: number, name: string): string;
		date(text: string): string;
	},
): string {
	const days = daysUntil(at, now, reader.zone);
	if (days === 0) return names.today;
	if (days === 1) return names.tomorrow;
	if (days === -1) return names.yesterday;
	if (days > 1 && days < 7)
		return names.weekday(
			localDay(at, reader.zone).getUTCDay(),
			part(at, reader, { weekday: "long" }),
		);
	return names.date(date(at, now, reader, "long"));
}

/** The day without its year where that is the running one: "24 December", "24.12." */
function date(
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

function part(
	at: Date,
	{ language, zone }: Reader,
	options: Intl.DateTimeFormatOptions,
): string {
	return new Intl.DateTimeFormat(locales[language], {
		...options,
		timeZone: zone,
	}).format(at);
}

function daysUntil(at: Date, now: Date, zone: string): number {
	const milliseconds =
		localDay(at, zone).getTime() - localDay(now, zone).getTime();
	return Math.round(milliseconds / 86_400_000);
}

/** The local date as midnight UTC, for counting days. */
function localDay(at: Date, zone: string): Date {
	const { year, month, day } = wallClock(at, zone);
	return new Date(`${year}-${month}-${day}T00:00:00Z`);
}

function wallClock(at: Date, zone: string) {
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

function joined(...words: readonly string[]): string {
	return words.filter((word) => word !== "").join(" ");
}
