import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Config } from "../../config.ts";
import type { LooksFor } from "../../database/ticket-conditions.ts";
import { callerNumber } from "./caller-number.ts";

/** What a search box holds, made out: a whole phone number is a caller, anything else is looked for. */
export function soughtIn(
	q: string,
	config: Config,
): { readonly caller: string | null; readonly looksFor: LooksFor | null } {
	const text = q
		.trim()
		.replace(/[\u2010-\u2015\u2212]/g, "-")
		.replace(before, "");
	if (/^20\d\d[- ]\d{6,18}$/.test(text))
		return {
			caller: null,
			looksFor: { ...noNumber, whole: text.replace(" ", "-") },
		};
	if (!/^\+?[\d\s()./-]*\d[\d\s()./-]*$/.test(text))
		return { caller: null, looksFor: wordsIn(q) };
	const number = callerNumber(text, config);
	// The end of a number can be a whole one elsewhere, and so can its beginning, while it is being typed.
	const isWhole = /^(?:\+|0)/.test(text) && number.length >= mostlyWhole;
	return isWhole && parsePhoneNumberFromString(number)?.isValid()
		? { caller: number, looksFor: null }
		: { caller: null, looksFor: partsOfNumber(text, config) };
}

/** What people write before a number, and what is no part of it. */
const before = /^(?:#|(?:tel|puh|nro|nr|no)\b[.:]*)\s*(?=[+(\d])/iu;

const noNumber = {
	kind: "number",
	whole: null,
	running: null,
	beginnings: [],
	end: null,
} as const;

/** A shorter one, E.164, is looked for by its beginning, which finds it too. */
const mostlyWhole = 12;

/** Fewer digits than these are in every other number. */
const fewestDigits = 3;

/** As much as people write of a number when they do not write it all: its beginning in any spelling, or its end. */
function partsOfNumber(text: string, config: Config): LooksFor {
	const digits = text.replace(/\D/g, "");
	const isRunning = /^\d{1,12}$/.test(text);
	const isLong = digits.length >= fewestDigits;
	return {
		...noNumber,
		running: isRunning ? digits.replace(/^0+(?=\d)/, "") : null,
		beginnings: isLong ? beginningsOf(text, digits, config) : [],
		end: isLong && !text.startsWith("+") ? digits : null,
	};
}

function beginningsOf(text: string, digits: string, config: Config): string[] {
	if (text.startsWith("+")) return [`+${digits}`];
	if (digits.startsWith("00")) return [`+${digits.slice(2)}`];
	const national = digits.replace(/^0/, "");
	const countries = Object.values(config.lines).map(
		({ number }) => parsePhoneNumberFromString(number)?.countryCallingCode,
	);
	const begun = [...new Set(countries)]
		.filter((code) => code !== undefined)
		.map((code) => `+${code}${national}`);
	return digits.startsWith("0") ? begun : [`+${digits}`, ...begun];
}

/** Each word by itself, with what stands between them left out; a minus before a word is kept, and `B12` is a stairwell and a flat. */
function wordsIn(q: string): LooksFor | null {
	const words = [...q.matchAll(/(?<=^|\s)-(?=[\p{L}\p{N}])|[\p{L}\p{N}]+/gu)]
		.map(([found]) => found.replace(flatTogether, "$1 $2"))
		.join(" ")
		.replace(/- /g, "-")
		.split(" ")
		.filter((word) => word !== "")
		.slice(0, mostWords);
	const isUnfinished = /[\p{L}\p{N}]$/u.test(q);
	return words.length > 0 ? { kind: "words", words, isUnfinished } : null;
}

const flatTogether = /^(\d*\p{L})(\d{1,4})$/u;

const mostWords = 12;
