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

/** Whoever did not hear whether something arrived sends it again with the same. */
export const sentKey = z
	.string()
	.regex(/^[\w-]{16,64}$/)
	.optional()
	.meta({
		description:
			"Of your own making, new for each; what you send twice with one key is there once",
		examples: ["5f0c6f8e9f2b4a0d8c1e7a3b"],
	});
