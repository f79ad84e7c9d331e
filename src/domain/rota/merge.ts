/** What two people did to the same rota, brought together: a three-way merge of documents. */

import type { Rota } from "./rota.ts";
import { isSame } from "./same.ts";

/** A place that both changed, each in another way. */
export interface MergeConflict {
	/** Path in the document, e.g. `duties.technician[0].rotation.people`. */
	readonly where: string;
	/** What stood there before; undefined where there was nothing, or where it was taken away. */
	readonly base: unknown;
	readonly mine: unknown;
	readonly theirs: unknown;
}

export interface Merge {
	/** Both changes; at each conflict `mine` stands, unless it is among `takeTheirs`. */
	readonly rota: Rota;
	readonly conflicts: readonly MergeConflict[];
}

/** Lists whose entries have no order that means anything beyond "later wins": both may add and take away. */
const bags =
	/^(special|holidays\.(also|except|eves)|duties\.[^.]+\[\d+\]\.shifts|overrides)$/;

/**
 * Merges what I changed since `base` with what they published since. Nobody's change is lost silently: where both
 * changed one place differently, it is listed as a conflict. Overrides, special days and written shifts are merged entry
 * by entry; theirs come first, so that in time of doubt mine, which are the newer wish, win.
 *
 * @param takeTheirs places of conflicts in which theirs shall stand.
 */
export function mergeRotas(
	base: Rota,
	mine: Rota,
	theirs: Rota,
	takeTheirs: readonly string[] = [],
): Merge {
	const conflicts: MergeConflict[] = [];
	const rota = merged(base, mine, theirs, "", (conflict) => {
		conflicts.push(conflict);
		return takeTheirs.includes(conflict.where)
			? conflict.theirs
			: conflict.mine;
	}) as Rota;
	return { rota, conflicts };
}

type Settle = (conflict: MergeConflict) => unknown;

function merged(
	base: unknown,
	mine: unknown,
	theirs: unknown,
	where: string,
	settle: Settle,
): unknown {
	if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
	if (isSame(base, mine)) return theirs;
	if (isMapping(mine) && isMapping(theirs))
		return mergedMapping(
			isMapping(base) ? base : {},
			mine,
			theirs,
			where,
			settle,
		);
	if (Array.isArray(mine) && Array.isArray(theirs)) {
		const old = Array.isArray(base) ? base : [];
		if (bags.test(where)) return mergedBag(old, mine, theirs);
		if (old.length === mine.length && old.length === theirs.length)
			return old.map((each, index) =>
				merged(each, mine[index], theirs[index], `${where}[${index}]`, settle),
			);
	}
	return settle({ where, base, mine, theirs });
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** In the order of theirs, then what only mine has. */
function mergedMapping(
	base: Mapping,
	mine: Mapping,
	theirs: Mapping,
	where: string,
	settle: Settle,
): Mapping {
	const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
	const entries = [...keys].map((key): [string, unknown] => [
		key,
		merged(
			own(base, key),
			own(mine, key),
			own(theirs, key),
			where === "" ? key : `${where}.${key}`,
			settle,
		),
	]);
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function own(mapping: Mapping, key: string): unknown {
	return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

/** Theirs without what I took away, then what I added; the same entry added by both stands once. */
function mergedBag(
	base: readonly unknown[],
	mine: readonly unknown[],
	theirs: readonly unknown[],
): unknown[] {
	const removed = without(base, mine);
	const added = without(mine, base);
	const kept = without(theirs, removed);
	return [...kept, ...without(added, without(theirs, base))];
}

/** The entries of a list that another list lacks; one that stands twice in one and once in the other is left once. */
function without(
	list: readonly unknown[],
	other: readonly unknown[],
): unknown[] {
	const rest = [...other];
	return list.filter((each) => {
		const found = rest.findIndex((candidate) => isSame(candidate, each));
		if (found === -1) return true;
		rest.splice(found, 1);
		return false;
	});
}
