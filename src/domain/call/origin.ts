/** What holds for a call from its first webhook to its last: enough to work out its plan again, at any time and on any instance. */
import type { DateTime } from "luxon";
import type { Language } from "../language.ts";
import type { PersonId } from "../rota/rota.ts";
import type { Caller } from "./caller.ts";

export interface CallOrigin {
	/** The carrier's id of the inbound leg. */
	readonly call: string;
	readonly line: string;
	readonly caller: Caller;
	/** The number that was called, E.164. */
	readonly called: string;
	/** null when the line had no published rota. */
	readonly rotaVersion: number | null;
	readonly arrivedAt: DateTime;
	/** Who was on another call of the line on arrival. */
	readonly busy: readonly PersonId[];
	/** The language of the first words: the caller's last choice, or the line's own. */
	readonly language: Language;
	/** The caller chose it in an earlier call. */
	readonly languageKnown: boolean;
	/** From this step on the plan is that of last resort, for the rota gave no answer; absent where it did. */
	readonly lastResortFrom?: number;
}
