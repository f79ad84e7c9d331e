/** The weekly letter to the office: who is on duty, what is not covered, and what was changed. */
import type { DateTime } from "luxon";
import type { Language, Sentence } from "../language.ts";
import type { DutyName } from "../rota/rota.ts";
import { dutyText } from "./duty-words.ts";
import { atTime } from "./quiet-hours.ts";
import type { DutyNoticeSettings } from "./settings.ts";
import { type NoticeText, text } from "./texts.ts";
import { plainMoment, spanText } from "./times.ts";

export interface Digest {
	readonly line: Sentence;
	readonly link: string;
	/** The week ahead, by duty; a name of null is a gap. */
	readonly week: readonly {
		readonly duty: DutyName;
		readonly turns: readonly {
			readonly name: string | null;
			readonly start: DateTime;
			readonly end: DateTime | null;
		}[];
	}[];
	/** Of the next eight weeks, those made on purpose left out. */
	readonly gaps: readonly {
		readonly duty: DutyName;
		readonly start: DateTime;
		readonly end: DateTime | null;
	}[];
	/** Published since the last digest. */
	readonly changes: readonly {
		readonly version: number;
		readonly at: DateTime;
		readonly by: string;
		readonly note: string | null;
	}[];
	/** Coming or current shifts that somebody was asked about and nobody confirmed. */
	readonly unconfirmed: readonly {
		readonly name: string;
		readonly duty: DutyName;
		readonly start: DateTime;
	}[];
	/** Calendars that could not be read, by their address without its secret part. */
	readonly failingCalendars: readonly string[];
}

/** The last instant at which a digest was due, at or before now; null when none is sent. */
export function digestInstant(
	now: DateTime,
	{ on, weekday, time }: DutyNoticeSettings["digest"],
): DateTime | null {
	if (!on) return null;
	const daysSince = (now.weekday - weekday + 7) % 7;
	const at = atTime(now.minus({ days: daysSince }), time);
	return at <= now ? at : atTime(at.minus({ weeks: 1 }), time);
}

/** The whole letter, for e-mail. */
export function digestText(digest: Digest, language: Language): NoticeText {
	const words = digestWords[language];
	const { gaps, week, changes, unconfirmed, failingCalendars } = digest;
	const sections: readonly (readonly [string, readonly string[]])[] = [
		[
			words.gaps,
			listed(
				gaps,
				({ duty, start, end }) =>
					`${dutyText(duty, language)}: ${spanText(start, end, language)}`,
				words,
			),
		],
		...week.map(
			({ duty, turns }) =>
				[
					words.week(dutyText(duty, language)),
					turns.map(
						({ name, start, end }) =>
							`${spanText(start, end, language)}: ${name ?? words.nobody}`,
					),
				] as const,
		),
		[
			words.unconfirmed,
			unconfirmed.map(
				({ name, duty, start }) =>
					`${plainMoment(start, language)}: ${name}, ${dutyText(duty, language)}`,
			),
		],
		[words.calendars, failingCalendars],
		[
			words.changes,
			listed(
				changes,
				({ version, at, by, note }) =>
					`${plainMoment(at, language)}: ${words.version(version, by)}${note ? `, "${note}"` : ""}`,
				words,
			),
		],
	];
	const body = [
		summary(digest, language),
		...sections
			.filter(([, lines]) => lines.length > 0)
			.map(([title, lines]) =>
				[title, ...lines.map((each) => `- ${each}`)].join("\n"),
			),
		...(changes.length === 0 ? [words.noChanges] : []),
		digest.link,
	].join("\n\n");
	return {
		subject: `${digest.line[language]}: ${words.subject} ${summary(digest, language)}`,
		body,
	};
}

/** What matters of it, for a text message. */
export function shortDigest(digest: Digest, language: Language): NoticeText {
	const words = `${summary(digest, language)} ${digest.link}`;
	return text(digest, language, { fi: words, sv: words, en: words });
}

/** The first line: who has the first duty this week, and whether anything is wrong. */
function summary(digest: Digest, language: Language): string {
	const words = digestWords[language];
	const [first] = digest.week;
	const names = new Set(first?.turns.flatMap(({ name }) => name ?? []));
	const shown = [...names].slice(0, 3);
	const who = names.size > 3 ? [...shown, "..."] : shown;
	return [
		...(who.length > 0 ? [words.on(who.join(", "))] : []),
		words.gapCount(digest.gaps.length),
		...(digest.unconfirmed.length > 0
			? [words.unconfirmedCount(digest.unconfirmed.length)]
			: []),
		...(digest.failingCalendars.length > 0 ? [words.calendarFails] : []),
	].join(" ");
}

/** A letter of a hundred lines is read by nobody. */
const mostListed = 15;

function listed<Each>(
	all: readonly Each[],
	line: (each: Each) => string,
	words: DigestWords,
): string[] {
	const more = all.length - mostListed;
	return [
		...all.slice(0, mostListed).map(line),
		...(more > 0 ? [words.more(more)] : []),
	];
}

interface DigestWords {
	readonly subject: string;
	readonly gaps: string;
	week(duty: string): string;
	readonly nobody: string;
	readonly unconfirmed: string;
	readonly calendars: string;
	readonly changes: string;
	readonly noChanges: string;
	version(version: number, by: string): string;
	more(count: number): string;
	on(names: string): string;
	gapCount(count: number): string;
	unconfirmedCount(count: number): string;
	readonly calendarFails: string;
}

const digestWords: Readonly<Record<Language, DigestWords>> = {
	fi: {
		subject: "viikon päivystykset.",
		gaps: "Aukot seuraavan kahdeksan viikon aikana",
		week: (duty) => `Tällä viikolla: ${duty}`,
		nobody: "EI KUKAAN",
		unconfirmed: "Vahvistamatta",
		calendars: "Kalenterit, joita ei saada luettua",
		changes: "Julkaistu edellisen koosteen jälkeen",
		noChanges: "Päivystyslistaa ei ole muutettu edellisen koosteen jälkeen.",
		version: (version, by) => `versio ${version}, ${by}`,
		more: (count) => `ja ${count} muuta`,
		on: (names) => `Vuorossa: ${names}.`,
		gapCount: (count) =>
			count === 0
				? "Aukkoja ei ole."
				: count === 1
					? "Yksi aukko."
					: `${count} aukkoa.`,
		unconfirmedCount: (count) => `Vahvistamatta: ${count}.`,
		calendarFails: "Kalenteria ei saada luettua.",
	},
	sv: {
		subject: "veckans jourer.",
		gaps: "Luckor de närmaste åtta veckorna",
		week: (duty) => `Den här veckan: ${duty}`,
		nobody: "INGEN",
		unconfirmed: "Obekräftade",
		calendars: "Kalendrar som inte går att läsa",
		changes: "Publicerat sedan förra sammanställningen",
		noChanges: "Jourschemat har inte ändrats sedan förra sammanställningen.",
		version: (version, by) => `version ${version}, ${by}`,
		more: (count) => `och ${count} till`,
		on: (names) => `I tur: ${names}.`,
		gapCount: (count) =>
			count === 0
				? "Inga luckor."
				: count === 1
					? "En lucka."
					: `${count} luckor.`,
		unconfirmedCount: (count) => `Obekräftade: ${count}.`,
		calendarFails: "En kalender går inte att läsa.",
	},
	en: {
		subject: "duties this week.",
		gaps: "Gaps in the next eight weeks",
		week: (duty) => `This week: ${duty}`,
		nobody: "NOBODY",
		unconfirmed: "Not confirmed",
		calendars: "Calendars that cannot be read",
		changes: "Published since the last digest",
		noChanges: "The rota has not been changed since the last digest.",
		version: (version, by) => `version ${version}, ${by}`,
		more: (count) => `and ${count} more`,
		on: (names) => `On duty: ${names}.`,
		gapCount: (count) =>
			count === 0 ? "No gaps." : count === 1 ? "One gap." : `${count} gaps.`,
		unconfirmedCount: (count) => `Not confirmed: ${count}.`,
		calendarFails: "A calendar cannot be read.",
	},
};
