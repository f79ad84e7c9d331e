/** What was worked out of parts of a rota, so that an edit of one part does not work the others out anew. */

interface Known {
	readonly source: readonly unknown[];
	readonly found: unknown;
}

/** Keeps the last result of each part; it holds as long as the part comes of the very same values. */
export class KnownParts {
	readonly #parts = new Map<string, Known>();

	part<Found>(
		name: string,
		source: readonly unknown[],
		work: () => Found,
	): Found {
		const known = this.#parts.get(name);
		if (known?.source.every((value, index) => Object.is(value, source[index])))
			return known.found as Found;
		const found = work();
		this.#parts.set(name, { source, found });
		return found;
	}
}
