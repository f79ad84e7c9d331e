/** Edits of lists, each giving a new list. */

/** The list with the item at one place moved to another; a place that there is not changes nothing. */
export function moved<Item>(
	items: readonly Item[],
	from: number,
	to: number,
): readonly Item[] {
	const isPlace = (place: number) => place >= 0 && place < items.length;
	if (!isPlace(from) || !isPlace(to)) return items;
	const rest = items.filter((_, index) => index !== from);
	return [...rest.slice(0, to), items[from] as Item, ...rest.slice(to)];
}

/** The list with another item at the place, or without it; the place after the last one adds it. */
export function withItemAt<Item>(
	items: readonly Item[],
	place: number,
	item: Item | null,
): readonly Item[] {
	if (item !== null && place === items.length) return [...items, item];
	return items.flatMap((each, index) => {
		if (index !== place) return [each];
		return item === null ? [] : [item];
	});
}
