import type { Because } from "../../../domain/rota/answer.ts";
import { overrideIndexOf } from "../../../domain/rota/edits/reassign.ts";
import type { DutyName, PersonId } from "../../../domain/rota/rota.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";

/** A stretch of a duty with one holder and one reason: what can be taken hold of. Times are Unix milliseconds. */
export interface Piece {
	readonly id: string;
	readonly duty: DutyName;
	readonly start: number;
	readonly end: number;
	/** null: nobody. */
	readonly person: PersonId | null;
	readonly because: Because;
	/** Index of the override that it is there because of. */
	readonly override: number | null;
}

const known = new WeakMap<Timeline, ReadonlyMap<DutyName, readonly Piece[]>>();

/** Every duty's pieces, in order and without holes; worked out once for a timeline. */
export function piecesOf(
	timeline: Timeline,
): ReadonlyMap<DutyName, readonly Piece[]> {
	let pieces = known.get(timeline);
	if (!pieces) {
		pieces = new Map(
			[...timeline.duties.keys()].map((duty) => [
				duty,
				piecesOfDuty(timeline, duty),
			]),
		);
		known.set(timeline, pieces);
	}
	return pieces;
}

/** The pieces of a duty that touch a stretch. */
export function piecesIn(
	timeline: Timeline,
	duty: DutyName,
	{ start, end }: { readonly start: number; readonly end: number },
): readonly Piece[] {
	return (piecesOf(timeline).get(duty) ?? []).filter(
		(piece) => piece.end > start && piece.start < end,
	);
}

/** The pieces before and after one. */
export function neighboursOf(timeline: Timeline, { duty, id }: Piece) {
	const pieces = piecesOf(timeline).get(duty) ?? [];
	const index = pieces.findIndex((piece) => piece.id === id);
	return {
		before: pieces[index - 1] ?? null,
		after: pieces[index + 1] ?? null,
	};
}

/** Whether all that can be seen and read of two pieces is the same. */
export function isSamePiece(one: Piece, other: Piece): boolean {
	return (
		one.id === other.id &&
		one.start === other.start &&
		one.end === other.end &&
		one.person === other.person &&
		one.override === other.override &&
		isSameReason(one.because, other.because)
	);
}

function isSameReason(one: Because, other: Because): boolean {
	if (one === other) return true;
	return (
		one.kind === other.kind &&
		one.where === other.where &&
		one.says.fi === other.says.fi
	);
}

/** Neighbouring turns of one person are one piece, but an override stands by itself: it can be changed and taken away. */
function piecesOfDuty(timeline: Timeline, duty: DutyName): Piece[] {
	const track = timeline.duties.get(duty);
	if (!track) return [];
	const seen = timeline.to.toMillis();
	const pieces: Piece[] = [];
	for (const [index, { start, value, because }] of track.cuts.entries()) {
		if (start >= seen) break;
		const end = track.starts[index + 1] ?? track.end;
		const override = overrideIndexOf(timeline.rota, because.where);
		const last = pieces.at(-1);
		if (last && last.person === value && last.override === override)
			pieces[pieces.length - 1] = { ...last, end };
		else
			pieces.push({
				id: `${duty}@${start}`,
				duty,
				start,
				end,
				person: value,
				because,
				override,
			});
	}
	return pieces;
}
