/** Where a fault is, as people say it. */

/** `Kiviparintie 2 B 12`: address, stairwell and flat, as far as they are known; null without an address. */
export function placeInWords({
	address,
	stairwell,
	flat,
}: {
	readonly address: string | null;
	readonly stairwell: string;
	readonly flat: string;
}): string | null {
	if (address === null) return null;
	return [address, stairwell, flat].filter((part) => part !== "").join(" ");
}
