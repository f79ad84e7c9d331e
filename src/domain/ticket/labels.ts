/** The labels of a ticket: short words of the installation's own. */

export const mostLabels = 20;

export const longestLabel = 40;

/** In small letters, without spaces around, each once, in the order given. */
export function normalLabels(labels: readonly string[]): string[] {
	const normal = labels.map((label) =>
		label.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase(),
	);
	return [...new Set(normal.filter((label) => label !== ""))];
}
