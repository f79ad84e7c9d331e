/** What the office is told when a calendar can no longer be read, and when it is well again. */
import type { DateTime } from "luxon";
import type { Language, Sentence } from "../../language.ts";
import { momentInWords } from "../problems/in-words.ts";
import type { CalendarFailure } from "./copy.ts";
import { faultInWords } from "./fault-words.ts";

export interface CalendarNews {
	readonly line: Sentence;
	/** Where the calendar is; the rest of its address is a secret. */
	readonly host: string;
	/** null when it is well again. */
	readonly failing: CalendarFailure | null;
	/** null when it was never read. */
	readonly readAt: DateTime | null;
	readonly zone: string;
	readonly link: string;
}

export interface CalendarText {
	readonly subject: string;
	readonly body: string;
}

export function calendarText(
	news: CalendarNews,
	language: Language,
): CalendarText {
	const said = news.failing ? failing(news, news.failing) : well(news);
	return {
		subject: said.subject[language],
		body: `${news.line[language]}: ${said.body[language]} ${news.link}`,
	};
}

function failing(
	{ host, readAt, zone }: CalendarNews,
	failure: CalendarFailure,
): { subject: Sentence; body: Sentence } {
	const why = faultInWords(failure);
	const read = readAt && momentInWords(readAt.toMillis(), zone);
	return {
		subject: {
			fi: "Kalenteria ei saada luettua",
			sv: "En kalender går inte att läsa",
			en: "A calendar cannot be read",
		},
		body: read
			? {
					fi: `kalenteria (${host}) ei saada luettua: ${why.fi}. Vuorot ovat sellaisina kuin ${read.fi}. Tarkista kalenterin osoite ja jako.`,
					sv: `kalendern (${host}) går inte att läsa: ${why.sv}. Passen står som ${read.sv}. Kontrollera kalenderns adress och delning.`,
					en: `the calendar (${host}) cannot be read: ${why.en}. Its shifts stay as of ${read.en}. Check the calendar's address and sharing.`,
				}
			: {
					fi: `kalenteria (${host}) ei saada luettua: ${why.fi}. Sen vuorot puuttuvat. Tarkista kalenterin osoite ja jako.`,
					sv: `kalendern (${host}) går inte att läsa: ${why.sv}. Dess pass saknas. Kontrollera kalenderns adress och delning.`,
					en: `the calendar (${host}) cannot be read: ${why.en}. Its shifts are missing. Check the calendar's address and sharing.`,
				},
	};
}

function well({ host }: CalendarNews): { subject: Sentence; body: Sentence } {
	return {
		subject: {
			fi: "Kalenteri luetaan taas",
			sv: "Kalendern läses igen",
			en: "The calendar is read again",
		},
		body: {
			fi: `kalenteri (${host}) luetaan taas, ja vuorot ovat ajan tasalla.`,
			sv: `kalendern (${host}) läses igen, och passen är aktuella.`,
			en: `the calendar (${host}) is read again, and its shifts are up to date.`,
		},
	};
}
