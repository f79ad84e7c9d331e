/** Public holidays and eves by law, as values; who works them out is outside the domain. */
import type { Sentence } from "../language.ts";
import type { HolidayEve, LocalDate } from "./rota.ts";

export interface Holiday {
	readonly date: LocalDate;
	readonly name: Sentence;
	/** `public` closes the office; an eve closes it only where the rota lists that eve. */
	readonly kind: "public" | HolidayEve;
}

/** Every holiday and eve of one country from the first to the last whole year covered. */
export interface HolidayCalendar {
	readonly country: string;
	readonly firstYear: number;
	readonly lastYear: number;
	readonly holidays: readonly Holiday[];
}
