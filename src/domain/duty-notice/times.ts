/** Times as they are written in a short message, and as they are said on the phone. */
import type { DateTime } from "luxon";
import type { Language } from "../language.ts";

/** A day and a time, short: `huomenna to 24.12. klo 15.00`. Today and tomorrow are named beside the date. */
export function momentText(
	at: DateTime,
	now: DateTime,
	language: Language,
): string {
	const near = nearDay(at, now, language);
	return [near, plainMoment(at, language)].filter(Boolean).join(" ");
}

/** The same without naming today or tomorrow: for lists, and for what is read later. */
export function plainMoment(at: DateTime, language: Language): string {
	const day = short[language].days[at.weekday - 1] ?? "";
	switch (language) {
		case "fi":
			return `${day} ${at.toFormat("d.L. 'klo' H.mm")}`;
		case "sv":
			return `${day} ${at.toFormat("d.L 'kl.' HH:mm")}`;
		case "en":
			return `${day} ${at.day} ${months[at.month - 1]} ${at.toFormat("HH:mm")}`;
	}
}

/** From then to then, or from then on. */
export function spanText(
	start: DateTime,
	end: DateTime | null,
	language: Language,
): string {
	const from = plainMoment(start, language);
	if (!end) return from + short[language].onwards;
	if (!end.hasSame(start, "day"))
		return `${from} - ${plainMoment(end, language)}`;
	return `${from}-${end.toFormat(language === "fi" ? "H.mm" : "HH:mm")}`;
}

/** `perjantaista kello 15`, as it is said before "from then on". */
export function momentSaid(
	at: DateTime,
	now: DateTime,
	language: Language,
): string {
	const { from, date, time } = said[language];
	const day =
		nearDay(at, now, language) ||
		(isWithinWeek(at, now) ? from[at.weekday - 1] : date(at));
	return `${day} ${time(at)}`;
}

/** `perjantaihin kello 15 asti`, as it is said within a sentence; nothing when no end is in sight. */
export function untilSaid(
	at: DateTime | null,
	now: DateTime,
	language: Language,
): string {
	if (!at) return "";
	const { until, date, time, tomorrow } = said[language];
	const days = daysFrom(now, at);
	const day =
		days === 0
			? ""
			: days === 1
				? tomorrow
				: isWithinWeek(at, now)
					? (until[at.weekday - 1] ?? "")
					: date(at);
	const when = [day, time(at)].filter(Boolean).join(" ");
	switch (language) {
		case "fi":
			return `${when} asti`;
		case "sv":
			return `till ${when}`;
		case "en":
			return `until ${when}`;
	}
}

function nearDay(at: DateTime, now: DateTime, language: Language): string {
	const days = daysFrom(now, at);
	return short[language].near[days] ?? "";
}

function daysFrom(now: DateTime, at: DateTime): number {
	const today = now.setZone(at.zone).startOf("day");
	return Math.round(at.startOf("day").diff(today, "days").days);
}

function isWithinWeek(at: DateTime, now: DateTime): boolean {
	const days = daysFrom(now, at);
	return days >= 0 && days < 7;
}

const months = [
	...["Jan", "Feb", "Mar", "Apr", "May", "Jun"],
	...["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

/** Written out here: what a library calls a short weekday changes with its version. */
const short = {
	fi: {
		days: ["ma", "ti", "ke", "to", "pe", "la", "su"],
		near: ["tänään", "huomenna"],
		onwards: " alkaen",
	},
	sv: {
		days: ["mån", "tis", "ons", "tors", "fre", "lör", "sön"],
		near: ["i dag", "i morgon"],
		onwards: " och framåt",
	},
	en: {
		days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
		near: ["today", "tomorrow"],
		onwards: " onwards",
	},
} satisfies Record<
	Language,
	{
		readonly days: readonly string[];
		readonly near: readonly string[];
		readonly onwards: string;
	}
>;

interface SaidForms {
	readonly tomorrow: string;
	/** By weekday, Monday first: from when something lasts, and until when. */
	readonly from: readonly string[];
	readonly until: readonly string[];
	date(at: DateTime): string;
	time(at: DateTime): string;
}

const swedishDays = [
	...["måndag", "tisdag", "onsdag", "torsdag"],
	...["fredag", "lördag", "söndag"],
];
const englishDays = [
	...["Monday", "Tuesday", "Wednesday", "Thursday"],
	...["Friday", "Saturday", "Sunday"],
];

const said: Readonly<Record<Language, SaidForms>> = {
	fi: {
		tomorrow: "huomiseen",
		from: [
			...["maanantaista", "tiistaista", "keskiviikosta", "torstaista"],
			...["perjantaista", "lauantaista", "sunnuntaista"],
		],
		until: [
			...["maanantaihin", "tiistaihin", "keskiviikkoon", "torstaihin"],
			...["perjantaihin", "lauantaihin", "sunnuntaihin"],
		],
		date: (at) => at.toFormat("d.L."),
		time: (at) => `kello ${at.toFormat(at.minute === 0 ? "H" : "H.mm")}`,
	},
	sv: {
		tomorrow: "i morgon",
		from: swedishDays,
		until: swedishDays,
		date: (at) => `den ${at.toFormat("d.L")}`,
		time: (at) => `klockan ${at.toFormat(at.minute === 0 ? "H" : "H.mm")}`,
	},
	en: {
		tomorrow: "tomorrow",
		from: englishDays,
		until: englishDays,
		date: (at) => `${at.day} ${months[at.month - 1]}`,
		time: (at) => at.toFormat("HH:mm"),
	},
};
