/** Where two rotas differ as documents, place by place. */
import type { Rota } from "./rota.ts";
import { isSame } from "./same.ts";

export interface ChangedPlace {
	/** Path in the document, e.g. `people.kalle.phone`. */
	readonly where: string;
	/** undefined where it was not there before, or is not there any more. */
	readonly before: unknown;
	readonly after: unknown;
}

/**
 * The smallest places that differ, in the document's order. Lists of another length are compared entry by entry: those
 * that only one of them has are told, with their index in the list that has them.
 */
export function changedPlaces(before: Rota, after: Rota): ChangedPlace[] {
	return placesIn(before, after, "");
}

function placesIn(
	before: unknown,
	after: unknown,
	where: string,
): ChangedPlace[] {
	if (isSame(before, after)) return [];
	if (Array.isArray(before) && Array.isArray(after))
		return before.length === after.length
			? before.flatMap((each, index) =>
					placesIn(each, after[index], `${where}[${index}]`),
				)
			: entriesIn(before, after, where);
	if (isMapping(before) && isMapping(after)) {
		const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
		return [...keys].flatMap((key) =>
			placesIn(before[key], after[key], where === "" ? key : `${where}.${key}`),
		);
	}
	return [{ where, before, after }];
}

function entriesIn(
	before: readonly unknown[],
	after: readonly unknown[],
	where: string,
): ChangedPlace[] {
	const gone = before.flatMap((each, index) =>
		after.some((other) => isSame(each, other))
			? []
			: [{ where: `${where}[${index}]`, before: each, after: undefined }],
	);
	const come = after.flatMap((each, index) =>
		before.some((other) => isSame(each, other))
			? []
			: [{ where: `${where}[${index}]`, before: undefined, after: each }],
	);
	return gone.length + come.length > 0
		? [...gone, ...come]
		: [{ where, before, after }];
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
