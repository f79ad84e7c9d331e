/** Edits of when the office is open: hours, special days, holidays. */
import type { HolidayRules, LocalDate, Rota, SpecialDay } from "../rota.ts";
import { withItemAt } from "./lists.ts";

/** Puts a special day in the place of the one at the index, takes that away, or adds one. */
export function withSpecialDayAt(
	rota: Rota,
	index: number,
	day: SpecialDay | null,
): Rota {
	const { special = [], ...rest } = rota;
	const days = withItemAt(special, index, day);
	return days.length > 0 ? { ...rest, special: days } : rest;
}

/** What is left out of these holidays is left out of the rota; null keeps none at all. */
export function withHolidays(rota: Rota, rules: HolidayRules | null): Rota {
	const { holidays: _, ...rest } = rota;
	if (!rules) return rest;
	const { country, eves = [], also = [], except = [] } = rules;
	const holidays: HolidayRules = {
		country,
		...(eves.length > 0 && { eves }),
		...(also.length > 0 && { also }),
		...(except.length > 0 && { except }),
	};
	return { ...rest, holidays };
}

/** Whether the office keeps its hours on the date in spite of the holiday. */
export function withOpenHoliday(
	rota: Rota,
	date: LocalDate,
	isOpen: boolean,
): Rota {
	const { holidays } = rota;
	if (!holidays) return rota;
	const others = (holidays.except ?? []).filter((each) => each.date !== date);
	const except = isOpen ? [...others, { date }] : others;
	except.sort((one, other) => one.date.localeCompare(other.date));
	return withHolidays(rota, { ...holidays, except });
}
