import { groupItemsToSubrows } from "dnd-timeline";
import { type Absence, absentSpan } from "../../../domain/rota/absence.ts";
import {
	type Difference,
	differenceBetween,
} from "../../../domain/rota/difference.ts";
import type { DutyName, PersonId, Rota } from "../../../domain/rota/rota.ts";
import { isSame } from "../../../domain/rota/same.ts";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";
import { isSamePiece, type Piece, piecesIn } from "./pieces.ts";

/** A piece as it is drawn. */
export interface Bar {
	readonly piece: Piece;
	/** The draft changed something of it. */
	readonly isChanged: boolean;
	/** Counted from the top of the row. */
	readonly lane: number;
}

/** What is only drawn, beneath: who had it before the draft, or who is away. */
export interface Shade {
	readonly id: string;
	readonly kind: "ghost" | "absence";
	readonly start: number;
	readonly end: number;
	/** Who had it; null: nobody. */
	readonly person: PersonId | null;
	readonly lane: number;
}

export interface Row {
	readonly id: string;
	readonly kind: "person" | "duty" | "nobody";
	/** Id of the person or name of the duty. */
	readonly of: string;
	readonly bars: readonly Bar[];
	readonly shades: readonly Shade[];
	readonly lanes: number;
}

export type RowsBy = "people" | "duties";

export const nobodyRow = "nobody";

interface BoardInputs {
	readonly rota: Rota;
	readonly timeline: Timeline;
	readonly published: Timeline;
	readonly absences: readonly Absence[];
	readonly view: TimeSpan;
}

/** The rows in view: everybody and above them what nobody has, or the duties. */
export function boardOf(inputs: BoardInputs, by: RowsBy): Row[] {
	const { rota, timeline, published, view } = inputs;
	const changes = differenceBetween(published, timeline, view).filter(
		({ duty }) => timeline.duties.has(duty),
	);
	const isChanged = (piece: Piece) =>
		changes.some(
			({ duty, start, end, after }) =>
				duty === piece.duty &&
				after === piece.person &&
				start.toMillis() < piece.end &&
				end.toMillis() > piece.start,
		);
	const span = { start: view.from.toMillis(), end: view.to.toMillis() };
	const found = dutiesInOrder(rota).flatMap((duty) =>
		piecesIn(timeline, duty, span).map((piece) => ({
			piece,
			isChanged: isChanged(piece),
		})),
	);
	return by === "people"
		? peopleRows(inputs, found, changes)
		: dutyRows(inputs, found, changes);
}

/** The rows of a new board, but those in which nothing has changed as they were: they need not be drawn again. */
export function keptRows(
	before: readonly Row[],
	after: readonly Row[],
): readonly Row[] {
	const known = new Map(before.map((row) => [row.id, row]));
	return after.map((row) => {
		const old = known.get(row.id);
		return old && isSameRow(old, row) ? old : row;
	});
}

function isSameRow(one: Row, other: Row): boolean {
	return (
		one.kind === other.kind &&
		one.lanes === other.lanes &&
		one.bars.length === other.bars.length &&
		one.bars.every((bar, index) => isSameBar(bar, other.bars[index])) &&
		isSame(one.shades, other.shades)
	);
}

function isSameBar(one: Bar, other: Bar | undefined): boolean {
	return (
		one.isChanged === other?.isChanged &&
		one.lane === other.lane &&
		isSamePiece(one.piece, other.piece)
	);
}

type Found = Omit<Bar, "lane">;

function dutyRows(
	{ rota }: BoardInputs,
	found: readonly Found[],
	changes: readonly Difference[],
): Row[] {
	return dutiesInOrder(rota).map((duty) => ({
		id: `duty ${duty}`,
		kind: "duty",
		of: duty,
		bars: found
			.filter(({ piece }) => piece.duty === duty)
			.map((each) => ({ ...each, lane: 0 })),
		shades: changes
			.filter((change) => change.duty === duty)
			.map((change) => ({ ...ghostOf(change), lane: 0 })),
		lanes: 1,
	}));
}

function peopleRows(
	{ rota, absences }: BoardInputs,
	found: readonly Found[],
	changes: readonly Difference[],
): Row[] {
	const barsOf = grouped(found, ({ piece }) => piece.person);
	const ghostsOf = grouped(changes, ({ before }) => before);
	const row = (person: PersonId | null): Row => {
		const bars = barsOf.get(person) ?? [];
		const ghosts = (ghostsOf.get(person) ?? []).map(ghostOf);
		const away = absences
			.filter((absence) => absence.person === person)
			.flatMap((absence) => awayOf(absence, rota.zone));
		return {
			...(person === null
				? { id: nobodyRow, kind: "nobody" as const, of: nobodyRow }
				: { id: `person ${person}`, kind: "person" as const, of: person }),
			...inLanes(bars, ghosts, away),
		};
	};
	return [null, ...peopleInOrder(rota)].map(row);
}

/** As a call comes to them, and then those that no step rings. */
export function dutiesInOrder(
	rota: Pick<Rota, "routing" | "duties">,
): DutyName[] {
	const { closed, open } = rota.routing;
	const rung = [...closed, ...open].flatMap(({ ring }) => ring);
	const duties = Object.keys(rota.duties);
	return [
		...new Set([...rung.filter((name) => duties.includes(name)), ...duties]),
	];
}

/** Those whom a layer names come first, each in the order of the rota. */
export function peopleInOrder(rota: Rota): PersonId[] {
	const planned = new Set(
		Object.values(rota.duties)
			.flat()
			.flatMap((layer) =>
				"rotation" in layer
					? layer.rotation.people
					: "shifts" in layer
						? layer.shifts.map(({ person }) => person)
						: [],
			),
	);
	const people = Object.keys(rota.people);
	return [
		...people.filter((person) => planned.has(person)),
		...people.filter((person) => !planned.has(person)),
	];
}

/** What overlaps is put one below the other. */
function inLanes(
	bars: readonly Found[],
	ghosts: readonly Omit<Shade, "lane">[],
	away: readonly Omit<Shade, "lane">[],
): Pick<Row, "bars" | "shades" | "lanes"> {
	const item = (
		id: string,
		{ start, end }: { start: number; end: number },
	) => ({
		id,
		rowId: "",
		span: { start, end },
	});
	const lanes =
		groupItemsToSubrows([
			...bars.map(({ piece }) => item(piece.id, piece)),
			...ghosts.map((ghost) => item(ghost.id, ghost)),
		])[""] ?? [];
	const laneOf = new Map(
		lanes.flatMap((items, lane) => items.map(({ id }) => [id, lane] as const)),
	);
	return {
		bars: bars.map((bar) => ({ ...bar, lane: laneOf.get(bar.piece.id) ?? 0 })),
		shades: [
			...away.map((shade) => ({ ...shade, lane: 0 })),
			...ghosts.map((ghost) => ({ ...ghost, lane: laneOf.get(ghost.id) ?? 0 })),
		],
		lanes: Math.max(1, lanes.length),
	};
}

function ghostOf({ duty, start, end, before }: Difference) {
	return {
		id: `ghost ${duty}@${start.toMillis()}`,
		kind: "ghost" as const,
		start: start.toMillis(),
		end: end.toMillis(),
		person: before,
	};
}

function awayOf(absence: Absence, zone: string) {
	const span = absentSpan(absence, zone);
	if (!span) return [];
	return [
		{
			id: `absence ${absence.id}`,
			kind: "absence" as const,
			...span,
			person: absence.person,
		},
	];
}

function grouped<Item, Key>(
	items: readonly Item[],
	keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
