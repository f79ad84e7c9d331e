/** What a person gets and loses when a rota changes, compared with the shifts that they know of. */
import { DateTime } from "luxon";
import type { DutyName } from "../rota/rota.ts";

/** A stretch of a duty in instants; what is known of a shift once it is over and done with saying. */
export interface KnownShift {
	readonly duty: DutyName;
	readonly start: DateTime;
	readonly end: DateTime;
}

export interface ShiftChanges {
	readonly gained: readonly KnownShift[];
	readonly lost: readonly KnownShift[];
}

/**
 * What one person gained and lost between two instants, by duty and then by time. A shift that was made longer gains only what was added;
 * one that was moved loses one stretch and gains another.
 */
export function changesFor(
	before: readonly KnownShift[],
	after: readonly KnownShift[],
	span: { readonly from: DateTime; readonly to: DateTime },
): ShiftChanges {
	const [was, is] = [cut(before, span), cut(after, span)];
	return { gained: without(is, was), lost: without(was, is) };
}

/** What of the changes no swap explains: whoever swapped was told of that. */
export function withoutSwapped(
	{ gained, lost }: ShiftChanges,
	swapped: {
		readonly got: readonly KnownShift[];
		readonly gave: readonly KnownShift[];
	},
): ShiftChanges {
	return {
		gained: without(gained, swapped.got),
		lost: without(lost, swapped.gave),
	};
}

export function isNothing({ gained, lost }: ShiftChanges): boolean {
	return gained.length + lost.length === 0;
}

function cut(
	shifts: readonly KnownShift[],
	{ from, to }: { readonly from: DateTime; readonly to: DateTime },
): KnownShift[] {
	return shifts
		.map((shift) => ({
			...shift,
			start: DateTime.max(shift.start, from),
			end: DateTime.min(shift.end, to),
		}))
		.filter(({ start, end }) => start < end);
}

/** The parts of the shifts that none of the others of the same duty cover. */
function without(
	shifts: readonly KnownShift[],
	others: readonly KnownShift[],
): KnownShift[] {
	const parts = shifts.flatMap((shift) =>
		others
			.filter(({ duty }) => duty === shift.duty)
			.reduce<KnownShift[]>(
				(left, other) => left.flatMap((part) => minus(part, other)),
				[shift],
			),
	);
	return parts.sort(
		(one, other) =>
			one.duty.localeCompare(other.duty) ||
			one.start.toMillis() - other.start.toMillis(),
	);
}

function minus(part: KnownShift, taken: KnownShift): KnownShift[] {
	if (taken.end <= part.start || taken.start >= part.end) return [part];
	const left: KnownShift[] = [];
	if (taken.start > part.start) left.push({ ...part, end: taken.start });
	if (taken.end < part.end) left.push({ ...part, start: taken.end });
	return left;
}
