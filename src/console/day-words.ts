import type { Language } from "../domain/language.ts";
import { date, daysUntil, localDay, part, type Reader } from "./wall-clock.ts";

/** How a language says a day within a sentence. */
interface DayForms {
	readonly today: string;
	readonly tomorrow: string;
	readonly yesterday: string;
	/** 0 is Sunday; `name` as the language writes it by itself. */
	weekday(day: number, name: string): string;
	/** `text` as in "24 December". */
	date(text: string): string;
}

interface DayWords {
	/** For the end of a span. */
	readonly until: DayForms;
	untilTime(day: string, time: string): string;
	/** For when something happens. */
	readonly on: DayForms;
	onTime(day: string, time: string): string;
}

/** The day of the instant, seen from now, in the given forms. */
export function dayIn(
	forms: DayForms,
	at: Date,
	now: Date,
	reader: Reader,
): string {
	const days = daysUntil(at, now, reader.zone);
	if (days === 0) return forms.today;
	if (days === 1) return forms.tomorrow;
	if (days === -1) return forms.yesterday;
	if (days > 1 && days < 7)
		return forms.weekday(
			localDay(at, reader.zone).getUTCDay(),
			part(at, reader, { weekday: "long" }),
		);
	return forms.date(date(at, now, reader, "long"));
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
const swedishDays = { tomorrow: "i morgon", yesterday: "i går" };
const englishDays = { tomorrow: "tomorrow", yesterday: "yesterday" };

export const dayWords: Readonly<Record<Language, DayWords>> = {
	fi: {
		until: {
			today: "",
			tomorrow: "huomiseen",
			yesterday: "eiliseen",
			weekday: (day) => illative[day] ?? "",
			date: (text) => text,
		},
		untilTime: (day, time) => joined(day, `klo ${time} asti`),
		on: {
			today: "tänään",
			tomorrow: "huomenna",
			yesterday: "eilen",
			weekday: (day) => essive[day] ?? "",
			date: (text) => text,
		},
		onTime: (day, time) => `${day} klo ${time}`,
	},
	sv: {
		until: {
			...swedishDays,
			today: "",
			weekday: (_day, name) => name,
			date: (text) => `den ${text}`,
		},
		untilTime: (day, time) => joined("till", day, `kl. ${time}`),
		on: {
			...swedishDays,
			today: "i dag",
			weekday: (_day, name) => `på ${name}`,
			date: (text) => `den ${text}`,
		},
		onTime: (day, time) => `${day} kl. ${time}`,
	},
	en: {
		until: {
			...englishDays,
			today: "",
			weekday: (_day, name) => name,
			date: (text) => text,
		},
		untilTime: (day, time) => joined("until", day, time),
		on: {
			...englishDays,
			today: "today",
			weekday: (_day, name) => `on ${name}`,
			date: (text) => `on ${text}`,
		},
		onTime: (day, time) => `${day} at ${time}`,
	},
};

function joined(...words: readonly string[]): string {
	return words.filter((word) => word !== "").join(" ");
}
