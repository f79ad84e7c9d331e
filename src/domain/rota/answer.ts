/** What the rota says about one instant, and because of what. */
import type { DateTime } from "luxon";
import type { Sentence } from "../language.ts";
import type { DutyName, PersonId } from "./rota.ts";

/** The reason of an answer: `kind` and `where` are data, `says` is the same as a sentence. */
export interface Because {
	readonly kind: BecauseKind;
	/** Path of the deciding part in the document, e.g. `hours[0]`, `duties.technician[1]`, `overrides[3]`. */
	readonly where?: string;
	readonly says: Sentence;
}

export type BecauseKind =
	| "window"
	| "outside-hours"
	| "holiday"
	| "eve"
	| "special"
	| "rotation"
	| "shifts"
	| "calendar"
	| "override"
	/** A gap that an override made on purpose. */
	| "intended-gap"
	| "gap";

export interface OfficeAnswer {
	readonly open: boolean;
	/** The next instant at which `open` changes; null if not within 400 days. */
	readonly until: DateTime | null;
	readonly because: Because;
}

export interface DutyAnswer {
	/** null is a gap. */
	readonly person: PersonId | null;
	/** The next instant at which the holder changes; null if not within 400 days. */
	readonly until: DateTime | null;
	readonly because: Because;
}

/** One step that a call would take: people resolved, nobody twice. */
export interface StepAnswer {
	readonly people: readonly PersonId[];
	readonly seconds: number;
	/** What the rota's step named, e.g. `["technician"]`, or the fallback list. */
	readonly named: readonly string[];
	readonly fallback: boolean;
}

export interface Answer {
	readonly at: DateTime;
	readonly office: OfficeAnswer;
	readonly duties: Readonly<Record<DutyName, DutyAnswer>>;
	readonly steps: readonly StepAnswer[];
}
