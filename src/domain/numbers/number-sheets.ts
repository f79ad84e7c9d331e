/** The numbers as tables for a spreadsheet, in the reader's language. */
import type { Language, Sentence } from "../language.ts";
import {
	type CallNumbers,
	countedOutcomes,
	type HourNumbers,
	type PersonNumbers,
	wholeWeek,
} from "./call-numbers.ts";

interface Table {
	readonly name: string;
	readonly head: readonly string[];
	readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface NumbersShown {
	readonly all: CallNumbers;
	readonly hours: readonly HourNumbers[];
	readonly people: readonly PersonNumbers[];
}

/** All figures one below the other; every hour of the week; everybody who answered. */
export function numberSheets(
	{ all, hours, people }: NumbersShown,
	language: Language,
): readonly [Table, Table, Table] {
	const say = (sentence: Sentence) => sentence[language];
	return [
		{
			name: say(words.calls),
			head: [say(words.figure), say(words.value)],
			rows: figures(all, say),
		},
		{
			name: say(words.hours),
			head: [words.weekday, words.hour, words.calls, words.answered].map(say),
			rows: wholeWeek(hours).flatMap((day) =>
				day.map(({ weekday, hour, calls, answered }) => [
					...[say(weekdayNames[weekday - 1] ?? words.weekday), hour],
					...[calls, answered],
				]),
			),
		},
		{
			name: say(words.people),
			head: [
				...[words.line, words.person, words.calls, words.median].map(say),
				...[words.ninetieth, words.talkMinutes].map(say),
			],
			rows: people.map((one) => [
				...[one.line, one.name, one.calls, one.median, one.ninetieth],
				Math.round(one.talkSeconds / 6) / 10,
			]),
		},
	];
}

function figures(
	all: CallNumbers,
	say: (sentence: Sentence) => string,
): Table["rows"] {
	return [
		[say(words.calls), all.calls],
		...countedOutcomes.map((outcome) => [
			say(outcomeNames[outcome]),
			all.outcomes[outcome],
		]),
		[say(words.blocked), all.blocked],
		[say(words.median), all.answerSeconds.median],
		[say(words.ninetieth), all.answerSeconds.ninetieth],
		...all.within.map(({ seconds, calls }) => [say(within(seconds)), calls]),
	];
}

const outcomeNames: Readonly<
	Record<(typeof countedOutcomes)[number], Sentence>
> = {
	answered: { fi: "Vastattu", sv: "Besvarade", en: "Answered" },
	abandoned: { fi: "Soittaja sulki", sv: "Avbrutna", en: "Abandoned" },
	voicemail: {
		fi: "Jätti viestin",
		sv: "Lämnade meddelande",
		en: "Voicemail",
	},
	unanswered: { fi: "Ei vastattu", sv: "Obesvarade", en: "Unanswered" },
	failed: { fi: "Epäonnistui", sv: "Misslyckade", en: "Failed" },
};

const weekdayNames: readonly Sentence[] = [
	{ fi: "maanantai", sv: "måndag", en: "Monday" },
	{ fi: "tiistai", sv: "tisdag", en: "Tuesday" },
	{ fi: "keskiviikko", sv: "onsdag", en: "Wednesday" },
	{ fi: "torstai", sv: "torsdag", en: "Thursday" },
	{ fi: "perjantai", sv: "fredag", en: "Friday" },
	{ fi: "lauantai", sv: "lördag", en: "Saturday" },
	{ fi: "sunnuntai", sv: "söndag", en: "Sunday" },
];

function within(seconds: number): Sentence {
	return {
		fi: `Vastattu ${seconds} sekunnissa`,
		sv: `Besvarade inom ${seconds} sekunder`,
		en: `Answered within ${seconds} seconds`,
	};
}

const words = {
	figure: { fi: "Luku", sv: "Siffra", en: "Figure" },
	value: { fi: "Arvo", sv: "Värde", en: "Value" },
	calls: { fi: "Puhelut", sv: "Samtal", en: "Calls" },
	answered: { fi: "Vastattu", sv: "Besvarade", en: "Answered" },
	blocked: { fi: "Torjutut", sv: "Avvisade", en: "Turned away" },
	median: {
		fi: "Vastausaika, mediaani (s)",
		sv: "Svarstid, median (s)",
		en: "Time to answer, median (s)",
	},
	ninetieth: {
		fi: "Vastausaika, 90 % puheluista (s)",
		sv: "Svarstid, 90 % av samtalen (s)",
		en: "Time to answer, 90 % of calls (s)",
	},
	hours: {
		fi: "Viikonpäivät ja tunnit",
		sv: "Veckodagar och timmar",
		en: "Weekdays and hours",
	},
	weekday: { fi: "Viikonpäivä", sv: "Veckodag", en: "Weekday" },
	hour: { fi: "Tunti", sv: "Timme", en: "Hour" },
	people: { fi: "Kuka vastasi", sv: "Vem som svarade", en: "Who answered" },
	line: { fi: "Vikanumero", sv: "Linje", en: "Line" },
	person: { fi: "Nimi", sv: "Namn", en: "Name" },
	talkMinutes: {
		fi: "Puheluminuutit",
		sv: "Samtalsminuter",
		en: "Minutes talked",
	},
} satisfies Record<string, Sentence>;
