/** Finds the word that somebody who mistyped probably meant. */

/**
 * The word of `words` that is fewest keystrokes away from `word`, or null when none is near enough to be a likely
 * mistyping (more than a third of its letters, and at least two, would have to change). Upper and lower case are alike.
 */
export function nearestWord(
	word: string,
	words: readonly string[],
): string | null {
	const within = Math.max(2, Math.floor(word.length / 3));
	const ranked = words
		.map((candidate) => ({
			candidate,
			far: keystrokes(word.toLowerCase(), candidate.toLowerCase()),
		}))
		.filter(({ far }) => far <= within)
		.sort((one, other) => one.far - other.far);
	return ranked[0]?.candidate ?? null;
}

/** Letters to insert, delete or replace to turn one word into the other (Levenshtein's distance). */
function keystrokes(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (const [down, letter] of [...from].entries()) {
		const next = [down + 1];
		for (const [across, other] of [...to].entries()) {
			next.push(
				Math.min(
					(row[across + 1] ?? 0) + 1,
					(next[across] ?? 0) + 1,
					(row[across] ?? 0) + (letter === other ? 0 : 1),
				),
			);
		}
		row = next;
	}
	return row[to.length] ?? 0;
}
