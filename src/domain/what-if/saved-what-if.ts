/** A what-if that was kept, with what it should say: asked again at each publish. */
import { DateTime } from "luxon";
import type { DutyName, PersonId, RotaTime } from "../rota/rota.ts";
import { clockOf, readRotaTime } from "../rota/wall-clock.ts";

export interface SavedWhatIf {
	readonly id: string;
	readonly name: string;
	/** Local to the rota's zone, or with an offset where that time comes twice. */
	readonly at: RotaTime;
	/** Asked of the next such day and time, every year; then `at` is local. */
	readonly yearly: boolean;
	/** E.164; null: any caller. */
	readonly caller: string | null;
	readonly expects: Expectation;
}

export type Expectation =
	/** Whom the call rings, step by step, while nobody takes it. */
	| { readonly kind: "rings"; readonly steps: readonly (readonly PersonId[])[] }
	| { readonly kind: "office"; readonly open: boolean }
	/** Somebody has the duty, whoever it is. */
	| { readonly kind: "covered"; readonly duty: DutyName };

/**
 * The instant that a what-if asks about, in the zone; of a yearly one the first that is not before `now`. Null for a
 * time that cannot be read.
 */
export function instantOf(
	{ at, yearly }: Pick<SavedWhatIf, "at" | "yearly">,
	zone: string,
	now: DateTime,
): DateTime | null {
	const clock = clockOf(zone);
	const moment = readRotaTime(at);
	if (!clock || !moment) return null;
	if (!yearly || moment.kind === "instant") {
		const millis = clock.read(at);
		return millis === null ? null : DateTime.fromMillis(millis, { zone });
	}
	const local = new Date(moment.local).toISOString().slice(4, 19);
	const year = now.setZone(zone).year;
	// 29 February comes only now and then.
	for (let ahead = 0; ahead <= 8; ahead++) {
		const millis = clock.read(`${year + ahead}${local}`);
		if (millis !== null && millis >= now.toMillis())
			return DateTime.fromMillis(millis, { zone });
	}
	return null;
}
