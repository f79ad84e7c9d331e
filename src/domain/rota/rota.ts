/** The rota of one line as a value: what the YAML file, the database and the console all hold. */
import type { Language } from "../language.ts";

/** Id of a person within one rota, e.g. `kalle`. */
export type PersonId = string;

/** Name of a duty within one rota, e.g. `technician`. */
export type DutyName = string;

/** A local date, `2026-12-24`. */
export type LocalDate = string;

/** A local time of day, `08:00`; `24:00` is the next midnight. */
export type LocalTime = string;

/** A date-time: local to the rota's zone (`2026-01-02T15:00`), or an instant when it carries an offset or `Z`. */
export type RotaTime = string;

export interface Rota {
	readonly rota: 1;
	readonly line: string;
	readonly name: string;
	/** IANA name; every local time of the rota is in it. */
	readonly zone: string;
	readonly people: Readonly<Record<PersonId, Person>>;
	readonly holidays?: HolidayRules;
	readonly hours: readonly Window[];
	readonly special?: readonly SpecialDay[];
	readonly duties: Readonly<Record<DutyName, readonly Layer[]>>;
	readonly overrides?: readonly Override[];
	readonly routing: {
		readonly open: readonly RingStep[];
		readonly closed: readonly RingStep[];
	};
	/** People or duties rung when a step names a gap, and after the last step. */
	readonly fallback: readonly string[];
}

export interface Person {
	readonly name: string;
	/** E.164. */
	readonly phone: string;
	readonly email?: string;
	readonly language?: Language;
	/** `confirm` (default): must press 1 to accept; `directly`: connected at once (desk phones). */
	readonly answers?: "confirm" | "directly";
}

export interface HolidayRules {
	/** ISO 3166-1 alpha-2; its public holidays by law close the office. */
	readonly country: string;
	readonly eves?: readonly HolidayEve[];
	readonly also?: readonly {
		readonly date: LocalDate;
		readonly name: string;
	}[];
	readonly except?: readonly { readonly date: LocalDate }[];
}

export type HolidayEve = "christmas-eve" | "midsummer-eve" | "new-years-eve";

/** A recurring span: each occurrence of `rrule` opens from `start` to `end` on the wall clock. */
export interface Window {
	readonly rrule: string;
	readonly start: LocalTime;
	/** At or before `start` means the next day. */
	readonly end: LocalTime;
	readonly since?: LocalDate;
	readonly until?: LocalDate;
}

export interface SpecialDay {
	readonly date: LocalDate;
	readonly open: readonly {
		readonly start: LocalTime;
		readonly end: LocalTime;
	}[];
	readonly why?: string;
}

export type Layer =
	| { readonly rotation: Rotation }
	| { readonly shifts: readonly WrittenShift[] }
	| { readonly calendar: { readonly url: string } };

export interface Rotation {
	readonly people: readonly PersonId[];
	readonly start: RotaTime;
	readonly rrule: string;
	readonly during?: readonly Window[];
}

export interface WrittenShift {
	readonly person: PersonId;
	readonly start: RotaTime;
	readonly end: RotaTime;
}

export interface Override {
	readonly duty: DutyName;
	readonly start: RotaTime;
	readonly end: RotaTime;
	/** `nobody` makes a gap on purpose. */
	readonly person: PersonId | "nobody";
	readonly instead?: PersonId;
	readonly why?: string;
}

export interface RingStep {
	/** People or duties; several ring together. */
	readonly ring: readonly string[];
	/** How long the phones truly ring. */
	readonly seconds: number;
}
