import Holidays from "date-holidays";
import type { DateTime } from "luxon";
import type { Language, Sentence } from "../domain/language.ts";
import type { Holiday, HolidayCalendar } from "../domain/rota/holidays.ts";
import type { HolidayEve, LocalDate, Rota } from "../domain/rota/rota.ts";
import {
	dayMillis,
	dayNumber,
	localDateOf,
	readLocalDate,
	weekdayOf,
} from "../domain/rota/wall-clock.ts";

const years = new Map<string, readonly Holiday[]>();

/**
 * The public holidays of a country by law, and the eves a rota may list, for whole years; null for a country that
 * nothing is known of. National holidays only. A year is worked out when it is first read (tens of milliseconds) and remembered.
 * Source: the `date-holidays` package, checked against the laws of Finland and Sweden.
 */
export function holidaysByLaw(
	country: string,
	firstYear: number,
	lastYear: number,
): HolidayCalendar | null {
	const code = country.toUpperCase();
	if (!/^[A-Z]{2}$/.test(code) || !knownCountries().has(code)) return null;
	let holidays: readonly Holiday[] | undefined;
	return {
		country: code,
		firstYear,
		lastYear,
		get holidays() {
			holidays ??= holidaysOfYears(code, firstYear, lastYear);
			return holidays;
		},
	};
}

function holidaysOfYears(
	country: string,
	firstYear: number,
	lastYear: number,
): readonly Holiday[] {
	const holidays: Holiday[] = [];
	for (let year = firstYear; year <= lastYear; year++) {
		const key = `${country} ${year}`;
		const known = years.get(key) ?? holidaysOfYear(country, year);
		years.set(key, known);
		holidays.push(...known);
	}
	return holidays;
}

/** The holidays that a timeline of this rota needs for `from` to `to` and the 400 days after it; null when the rota keeps none. */
export function holidaysOf(
	rota: Pick<Rota, "holidays">,
	from: DateTime,
	to: DateTime,
): HolidayCalendar | null {
	if (!rota.holidays) return null;
	return holidaysByLaw(rota.holidays.country, from.year - 1, to.year + 2);
}

let countries: ReadonlySet<string> | undefined;

function knownCountries(): ReadonlySet<string> {
	countries ??= new Set(Object.keys(new Holidays().getCountries()));
	return countries;
}

function holidaysOfYear(country: string, year: number): Holiday[] {
	const lists = {
		fi: listed(country, year, "fi"),
		sv: listed(country, year, "sv"),
		en: listed(country, year, "en"),
	};
	const holidays: Holiday[] = [];
	for (const [index, { date, end, type }] of lists.en.entries()) {
		if (type !== "public") continue;
		const name = {
			fi: lists.fi[index]?.name ?? "",
			sv: lists.sv[index]?.name ?? "",
			en: lists.en[index]?.name ?? "",
		};
		for (let day = date; day < end; day++)
			holidays.push({ date: localDateOf(day), name, kind: "public" });
	}
	const publicDates = new Set(holidays.map((holiday) => holiday.date));
	const eves = evesOf(year).filter((eve) => !publicDates.has(eve.date));
	return [...holidays, ...eves].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** What the package lists, in one language; the order does not depend on the language. A day belongs to a holiday that holds its noon. */
function listed(country: string, year: number, language: Language) {
	const calendar = new Holidays(country, { languages: [language, "en"] });
	return (calendar.getHolidays(year) ?? []).map((holiday) => {
		const midnight = readLocalDate(holiday.date.slice(0, 10)) ?? 0;
		const afternoon = Number(holiday.date.slice(11, 13)) > 12 ? 1 : 0;
		const length = holiday.end.getTime() - holiday.start.getTime();
		const date = midnight + afternoon;
		return {
			date,
			end: date + Math.max(1 - afternoon, Math.round(length / dayMillis)),
			type: holiday.type,
			name: holiday.name,
		};
	});
}

const eveNames: Readonly<Record<HolidayEve, Sentence>> = {
	"christmas-eve": { fi: "jouluaatto", sv: "julafton", en: "Christmas Eve" },
	"midsummer-eve": {
		fi: "juhannusaatto",
		sv: "midsommarafton",
		en: "Midsummer Eve",
	},
	"new-years-eve": {
		fi: "uudenvuodenaatto",
		sv: "nyårsafton",
		en: "New Year's Eve",
	},
};

/** Midsummer eve is the Friday of 19–25 June, as in Finland and Sweden. */
function evesOf(year: number): Holiday[] {
	const nineteenth = dayNumber(year, 6, 19);
	const friday = nineteenth + ((4 - weekdayOf(nineteenth) + 7) % 7);
	const dates: Record<HolidayEve, LocalDate> = {
		"christmas-eve": `${year}-12-24`,
		"midsummer-eve": localDateOf(friday),
		"new-years-eve": `${year}-12-31`,
	};
	return Object.entries(dates).map(([kind, date]) => ({
		date,
		kind: kind as HolidayEve,
		name: eveNames[kind as HolidayEve],
	}));
}
