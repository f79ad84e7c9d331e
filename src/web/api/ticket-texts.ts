import { z } from "zod";

/** One line of a database's text: no control characters, no halves of a letter. */
export function oneLine(longest: number) {
	return z
		.string()
		.trim()
		.max(longest)
		.regex(/^[^\p{Cc}\p{Cs}]*$/u);
}

/** The same over several lines. */
export function manyLines(longest: number) {
	return z
		.string()
		.trim()
		.max(longest)
		.regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u);
}
