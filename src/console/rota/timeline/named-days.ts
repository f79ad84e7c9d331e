import { useMemo } from "react";
import type { Language } from "../../../domain/language.ts";
import type { HolidayCalendar } from "../../../domain/rota/holidays.ts";
import { closedDaysOf } from "../../../domain/rota/office.ts";
import type { Rota } from "../../../domain/rota/rota.ts";
import { localDateOf } from "../../../domain/rota/wall-clock.ts";

/** Names of the days on which the office is closed or open by way of exception, by local date. */
export function useNamedDays(
	{ holidays: own, special }: Rota,
	holidays: HolidayCalendar | null,
	language: Language,
): ReadonlyMap<string, string> {
	return useMemo(
		() =>
			namedDays(
				{ ...(own && { holidays: own }), ...(special && { special }) },
				holidays,
				language,
			),
		[own, special, holidays, language],
	);
}

function namedDays(
	rota: Pick<Rota, "holidays" | "special">,
	holidays: HolidayCalendar | null,
	language: Language,
): ReadonlyMap<string, string> {
	const byLaw = new Map(
		holidays?.holidays.map(({ date, name }) => [date, name[language]]),
	);
	const also = new Map(
		rota.holidays?.also?.map(({ date, name }) => [date, name]),
	);
	const names = new Map<string, string>();
	for (const day of closedDaysOf(rota, holidays).keys()) {
		const date = localDateOf(day);
		const name = also.get(date) ?? byLaw.get(date);
		if (name) names.set(date, name);
	}
	for (const { date, why } of rota.special ?? []) if (why) names.set(date, why);
	return names;
}
