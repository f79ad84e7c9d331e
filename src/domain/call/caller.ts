/** Who is calling, as far as the carrier can tell. */

export type Caller =
	| { readonly kind: "number"; readonly number: string }
	| { readonly kind: "withheld" }
	/** The carrier gave something that is neither a number nor a sign of a withheld one. */
	| { readonly kind: "odd"; readonly text: string };

/**
 * Reads what the carrier gives as the caller. Any string is welcome: withheld callers come as words or as numbers that
 * spell those words on a keypad, and numbers that nobody could normalise come raw.
 */
export function callerOf(from: string): Caller {
	const text = withoutControlCharacters(from).trim().slice(0, longestOddCaller);
	if (text === "" || withheldWords.test(text)) return { kind: "withheld" };
	const number = e164Of(text);
	if (number === null) return { kind: "odd", text };
	return withheldNumbers.has(number)
		? { kind: "withheld" }
		: { kind: "number", number };
}

/** The caller as it stands on a ticket: E.164, the raw string of an odd one, or null when withheld. */
export function callerText(caller: Caller): string | null {
	if (caller.kind === "withheld") return null;
	return caller.kind === "number" ? caller.number : caller.text;
}

/** Whether the caller is one of the numbers that are turned away. */
export function isBlocked(blocked: readonly string[], caller: Caller): boolean {
	return caller.kind === "number" && blocked.includes(caller.number);
}

/** The E.164 form of an international number written with or without plus, spaces and hyphens; null if it is none. */
export function e164Of(written: string): string | null {
	const digits = written
		.replace(/[\s().-]/g, "")
		.replace(/^00/, "+")
		.replace(/^\+/, "");
	return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
}

const longestOddCaller = 100;

const withheldWords =
	/anonym|unknown|restricted|unavailable|withheld|private|blocked|^no ?number$/i;

/** ANONYMOUS, UNAVAILABLE, RESTRICTED, BLOCKED and UNKNOWN on a keypad. */
const withheldNumbers = new Set([
	"+266696687",
	"+86282452253",
	"+7378742833",
	"+2562533",
	"+8656696",
]);

function withoutControlCharacters(text: string): string {
	return text.replace(/\p{Cc}/gu, "");
}
