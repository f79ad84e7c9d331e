/** Warnings of calendars: never read, not read lately, and events that are nobody's shift. */
import type { Sentence } from "../../language.ts";
import type { CalendarCopies, CalendarCopy } from "../calendar/copy.ts";
import {
	faultInWords,
	strangenessInWords,
	unreadabilityInWords,
} from "../calendar/fault-words.ts";
import { type Problem, warning } from "../problem.ts";
import type { Rota } from "../rota.ts";
import { clockOf } from "../wall-clock.ts";
import { momentInWords, spanInWords } from "./in-words.ts";

const mostEvents = 20;

/** What is wrong with the calendars that the layers read; events that are over are left alone. */
export function calendarWarnings(
	rota: Rota,
	copies: CalendarCopies,
	now: number,
): Problem[] {
	return Object.entries(rota.duties).flatMap(([duty, layers]) =>
		layers.flatMap((layer, index) => {
			if (!("calendar" in layer)) return [];
			const where = `duties.${duty}[${index}].calendar`;
			const { url } = layer.calendar;
			const copy = Object.hasOwn(copies, url) ? copies[url] : undefined;
			if (!copy?.readAt) return [neverRead(where, copy)];
			const stale = copy.failing ? [staleCopy(where, copy, rota.zone)] : [];
			return [...stale, ...eventWarnings(where, copy, rota, now)];
		}),
	);
}

function neverRead(where: string, copy: CalendarCopy | undefined): Problem {
	const why = copy?.failing && faultInWords(copy.failing);
	return warning(
		"calendar-without-copy",
		where,
		why
			? {
					fi: `Kalenteria ei ole saatu luettua, joten sen vuorot puuttuvat: ${why.fi}.`,
					sv: `Kalendern har inte gått att läsa, så dess pass saknas: ${why.sv}.`,
					en: `The calendar could not be read, so its shifts are missing: ${why.en}.`,
				}
			: {
					fi: "Kalenteria ei ole vielä luettu, joten sen vuorot puuttuvat.",
					sv: "Kalendern har inte lästs ännu, så dess pass saknas.",
					en: "The calendar has not been read yet, so its shifts are missing.",
				},
		why
			? {
					fi: "Tarkista kalenterin osoite ja että se on jaettu linkillä, tai kirjoita vuorot kohtaan shifts.",
					sv: "Kontrollera kalenderns adress och att den delas med en länk, eller skriv passen under shifts.",
					en: "Check the calendar's address and that it is shared by link, or write the shifts under shifts.",
				}
			: {
					fi: "Kirjoita vuorot kohtaan shifts, kunnes kalenteri on luettu.",
					sv: "Skriv passen under shifts tills kalendern har lästs.",
					en: "Write the shifts under shifts until the calendar has been read.",
				},
	);
}

function staleCopy(where: string, copy: CalendarCopy, zone: string): Problem {
	const failing = copy.failing ?? { because: "no-answer", status: null };
	const why = faultInWords(failing);
	const read = momentInWords(Date.parse(copy.readAt ?? ""), zone);
	return warning(
		"calendar-stale",
		where,
		{
			fi: `Kalenteria ei saada nyt luettua: ${why.fi}. Vuorot ovat viimeisestä onnistuneesta lukemisesta, ${read.fi}.`,
			sv: `Kalendern går inte att läsa nu: ${why.sv}. Passen är från den senaste lyckade läsningen, ${read.sv}.`,
			en: `The calendar cannot be read now: ${why.en}. Its shifts are those of the last good reading, ${read.en}.`,
		},
		{
			fi: "Tarkista kalenterin osoite ja jako. Uudet muutokset eivät näy ennen kuin se luetaan taas.",
			sv: "Kontrollera kalenderns adress och delning. Nya ändringar syns inte förrän den läses igen.",
			en: "Check the calendar's address and sharing. New changes do not show until it is read again.",
		},
	);
}

/** Each event by itself up to twenty, the rest together. */
function eventWarnings(
	where: string,
	{ strange, unreadable }: CalendarCopy,
	{ zone }: Rota,
	now: number,
): Problem[] {
	const clock = clockOf(zone);
	if (!clock) return [];
	const ahead = strange.flatMap((entry) => {
		const [start, end] = [clock.read(entry.start), clock.read(entry.end)];
		return start !== null && end !== null && end > now
			? [{ ...entry, start, end }]
			: [];
	});
	const rows = [
		...ahead
			.slice(0, mostEvents)
			.map(({ title, start, end, because }) =>
				strangeEvent(
					where,
					named(title),
					spanInWords(start, end, zone),
					strangenessInWords({ because }),
				),
			),
		...unreadable
			.slice(0, mostEvents)
			.map(({ title, time, because }) =>
				strangeEvent(
					where,
					named(title),
					{ fi: time, sv: time, en: time },
					unreadabilityInWords({ because }),
				),
			),
	];
	const rest = ahead.length + unreadable.length - rows.length;
	return rest > 0 ? [...rows, moreEvents(where, rest)] : rows;
}

function named(title: string): Sentence {
	return title === ""
		? { fi: "nimetön", sv: "namnlös", en: "untitled" }
		: { fi: title, sv: title, en: title };
}

function strangeEvent(
	where: string,
	title: Sentence,
	time: Sentence,
	why: Sentence,
): Problem {
	return warning(
		"calendar-event",
		where,
		{
			fi: `Kalenterin tapahtuma "${title.fi}", ${time.fi}, ei ole kenenkään vuoro: ${why.fi}.`,
			sv: `Kalenderns händelse "${title.sv}", ${time.sv}, är ingens pass: ${why.sv}.`,
			en: `The calendar's event "${title.en}", ${time.en}, is nobody's shift: ${why.en}.`,
		},
		{
			fi: "Korjaa tapahtuma kalenterissa: nimeä tai kutsu siihen yksi henkilö, jonka nimi, tunnus tai sähköposti on päivystyslistassa.",
			sv: "Rätta händelsen i kalendern: nämn eller bjud in en person vars namn, id eller e-post finns i jourschemat.",
			en: "Correct the event in the calendar: name or invite one person whose name, id or e-mail is in the rota.",
		},
	);
}

function moreEvents(where: string, count: number): Problem {
	return warning(
		"calendar-event",
		where,
		{
			fi: `Kalenterissa on vielä ${count} muuta tapahtumaa, jotka eivät ole kenenkään vuoroja.`,
			sv: `Kalendern har ytterligare ${count} händelser som inte är någons pass.`,
			en: `The calendar has ${count} more events that are nobody's shift.`,
		},
		{
			fi: "Varaa päivystykselle oma kalenteri, jossa on vain sen vuorot.",
			sv: "Ge jouren en egen kalender med bara dess pass.",
			en: "Keep a calendar for the duty alone, with nothing but its shifts.",
		},
	);
}
