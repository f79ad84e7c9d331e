/** The span that numbers are counted over, and the one before it that they are compared with. */
import type { DateTime } from "luxon";
import type { TimeSpan } from "../rota/shifts.ts";

/** What the compared span is called: a whole month by its name, anything else by its length. */
export type Before =
	| { readonly kind: "month"; readonly span: TimeSpan }
	| { readonly kind: "days"; readonly days: number; readonly span: TimeSpan };

/**
 * The span of the same kind right before: of a whole calendar month, or one so far, the whole month before; else as many
 * days, on the wall clock of the span's zone.
 */
export function spanBefore({ from, to }: TimeSpan): Before {
	if (isWholeMonth({ from, to }))
		return {
			kind: "month",
			span: { from: from.minus({ months: 1 }), to: from },
		};
	const days = Math.max(1, Math.round(to.diff(from, "days").days));
	return { kind: "days", days, span: { from: from.minus({ days }), to: from } };
}

function isWholeMonth({ from, to }: TimeSpan): boolean {
	return (
		isMonthStart(from) && to.toMillis() === from.plus({ months: 1 }).toMillis()
	);
}

function isMonthStart(at: DateTime): boolean {
	return at.toMillis() === at.startOf("month").toMillis();
}
