/** The order in which an admin puts what stands in a list. */

/** The ids once one of them stands at the place, 0 being the first; past the last it comes last. */
export function orderWith(
	ids: readonly string[],
	id: string,
	place: number,
): string[] {
	const others = ids.filter((each) => each !== id);
	others.splice(place, 0, id);
	return others;
}
