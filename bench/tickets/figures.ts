/** Within what so many of all are, from 0 to 1. */
export function share(all: readonly number[], part: number): number {
	const sorted = [...all].sort((one, other) => one - other);
	return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

export function median(all: readonly number[]): number {
	return share(all, 0.5);
}
