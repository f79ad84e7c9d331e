import type { LineOnDuty } from "../../web/api/shapes.ts";

/** The line by whose clock all lines are counted together; null where that goes without saying: of one line, or where all clocks are the same. */
export function commonClock<L extends Pick<LineOnDuty, "zone">>(
	lines: readonly L[],
	counted: { readonly line: string | null; readonly zone: string },
): L | null {
	const zones = new Set(lines.map(({ zone }) => zone));
	if (counted.line !== null || zones.size < 2) return null;
	return lines.find(({ zone }) => zone === counted.zone) ?? null;
}
