import { DateTime } from "luxon";
import { z } from "zod";

const written =
	/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

/** An instant as people and programs write it: ISO 8601; without an offset it is UTC. */
export const instantParameter = z
	.string()
	.transform((text) => instantIn(text))
	.refine((at) => at?.isValid)
	.transform((at) => at as DateTime<true>)
	.meta({ format: "date-time" });

function instantIn(text: string): DateTime | null {
	const repaired = text.replace(lostPlus, "+$1");
	if (!written.test(repaired)) return null;
	return DateTime.fromISO(repaired.replace(" ", "T"), { zone: "utc" });
}

/** In a query string an unescaped `+` means a space. */
const lostPlus = / (\d{2}:?\d{2})$/;

/** As the API writes instants: `2026-11-23T14:00:00Z`, with milliseconds only where there are any. */
export function isoInstant(at: DateTime): string {
	const iso = at.toUTC().toISO({ suppressMilliseconds: true });
	if (iso === null) throw new Error(`Not an instant: ${at.invalidReason}`);
	return iso;
}
