/** Which of the known words somebody most likely meant. */

/** The nearest of the candidates, small and capital letters alike; null when none is near: more than a third of the letters differ, or than one of `share` letters. */
export function nearest(
	word: string,
	candidates: Iterable<string>,
	share = 3,
): string | null {
	if (word.length > 60) return null;
	let best: string | null = null;
	let least = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const distance = distanceBetween(
			word.toLowerCase(),
			candidate.toLowerCase(),
		);
		if (distance >= least) continue;
		least = distance;
		best = candidate;
	}
	if (best === null || least >= Math.max(word.length, best.length)) return null;
	return least <= Math.max(1, Math.floor(word.length / share)) ? best : null;
}

/** Letters to add, drop, replace, or swap with their neighbour (optimal string alignment). */
function distanceBetween(a: string, b: string): number {
	if (Math.abs(a.length - b.length) > 20) return Number.POSITIVE_INFINITY;
	let twoBack: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let value = Math.min(
				(previous[j] as number) + 1,
				(row[j - 1] as number) + 1,
				(previous[j - 1] as number) + cost,
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				value = Math.min(value, (twoBack[j - 2] as number) + 1);
			row.push(value);
		}
		twoBack = previous;
		previous = row;
	}
	return previous[b.length] as number;
}
