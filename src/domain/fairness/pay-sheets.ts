/** Standby pay as tables for a spreadsheet, in the reader's language. */
import type { Language, Sentence } from "../language.ts";
import { clockOf } from "../rota/wall-clock.ts";
import type { DayClass } from "./hour-classes.ts";
import type { StandbyPay } from "./standby-pay.ts";

interface Table {
	readonly name: string;
	readonly head: readonly string[];
	readonly rows: readonly (readonly (string | number)[])[];
}

/** The hours a person and sort of day, and the single call-outs with their local times; hours and minutes to two decimals. */
export function paySheets(
	{ rows, callOuts }: StandbyPay,
	zone: string,
	language: Language,
): { readonly hours: Table; readonly callOuts: Table } {
	const say = (sentence: Sentence) => sentence[language];
	return {
		hours: {
			name: say(words.standby),
			head: [
				...[words.id, words.person, words.day, words.part].map(say),
				...[words.hours, words.callOuts, words.callOutMinutes].map(say),
			],
			rows: rows.map((row) => [
				...[row.person, row.name],
				...[say(dayClassWords[row.dayClass]), say(partWords[row.part])],
				...[hundredths(row.hours), row.callOuts],
				hundredths(row.callOutMinutes),
			]),
		},
		callOuts: {
			name: say(words.callOuts),
			head: [
				...[words.id, words.person, words.time, words.day, words.part].map(say),
				...[words.minutes, words.ticket].map(say),
			],
			rows: callOuts.map((call) => [
				...[call.person, call.name, localTime(call.at.toMillis(), zone)],
				...[say(dayClassWords[call.dayClass]), say(partWords[call.part])],
				hundredths((call.talkSeconds ?? 0) / 60),
				call.ticket,
			]),
		},
	};
}

/** A sort of day by its name. */
export const dayClassWords: Readonly<Record<DayClass, Sentence>> = {
	weekday: { fi: "arkipäivä", sv: "vardag", en: "weekday" },
	saturday: { fi: "lauantai", sv: "lördag", en: "Saturday" },
	sunday: { fi: "sunnuntai", sv: "söndag", en: "Sunday" },
	holiday: { fi: "pyhäpäivä", sv: "helgdag", en: "public holiday" },
	eve: { fi: "aatto", sv: "afton", en: "eve" },
};

export const partWords: Readonly<Record<"day" | "night", Sentence>> = {
	day: { fi: "päivä", sv: "dag", en: "day" },
	night: { fi: "yö", sv: "natt", en: "night" },
};

const words = {
	standby: { fi: "Varallaolo", sv: "Beredskap", en: "Standby" },
	id: { fi: "Tunnus", sv: "Id", en: "Id" },
	person: { fi: "Nimi", sv: "Namn", en: "Name" },
	day: { fi: "Päivän laji", sv: "Dagtyp", en: "Sort of day" },
	part: { fi: "Vuorokaudenaika", sv: "Del av dygnet", en: "Day or night" },
	hours: { fi: "Tunnit", sv: "Timmar", en: "Hours" },
	callOuts: { fi: "Puhelut", sv: "Samtal", en: "Call-outs" },
	callOutMinutes: {
		fi: "Puheluminuutit",
		sv: "Samtalsminuter",
		en: "Call-out minutes",
	},
	time: { fi: "Aika", sv: "Tid", en: "Time" },
	minutes: { fi: "Minuutit", sv: "Minuter", en: "Minutes" },
	ticket: { fi: "Vikailmoitus", sv: "Felanmälan", en: "Ticket" },
} satisfies Record<string, Sentence>;

function hundredths(value: number): number {
	return Math.round(value * 100) / 100;
}

/** Spreadsheets have no zones: the time that the clock on the wall showed. */
function localTime(millis: number, zone: string): string {
	const local = clockOf(zone)?.localOf(millis) ?? millis;
	return new Date(local).toISOString().slice(0, 16).replace("T", " ");
}
