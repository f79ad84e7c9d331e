/** Several lists of spans walked through side by side. */

interface Between {
	/** Unix milliseconds. */
	readonly start: number;
	readonly end: number;
}

type Elements<Lists> = {
	readonly [Key in keyof Lists]: Lists[Key] extends readonly (infer Element)[]
		? Element
		: never;
};

/** Each stretch that lies within one span of every list. The lists are sorted, and the spans of a list do not overlap. */
export function* stretches<Lists extends readonly (readonly Between[])[]>(
	...lists: Lists
): Generator<{ readonly millis: number; readonly at: Elements<Lists> }> {
	const places = lists.map(() => 0);
	for (;;) {
		const at = lists.flatMap((list, index) => list[places[index] ?? 0] ?? []);
		if (at.length < lists.length) return;
		const start = Math.max(...at.map((each) => each.start));
		const end = Math.min(...at.map((each) => each.end));
		if (end > start)
			yield { millis: end - start, at: at as unknown as Elements<Lists> };
		for (const [index, each] of at.entries())
			if (each.end === end) places[index] = (places[index] ?? 0) + 1;
	}
}
