import { phoneNumber } from "../rota-document/phone-number.ts";

/** Where a tenant's number is from, when it is written without a country and is none of the lines' own. */
const neighbours = ["Europe/Helsinki", "Europe/Stockholm"];

/**
 * A phone number in E.164 from any spelling of it: international, or national as people of the zones write it, else Finnish or Swedish.
 * The first country in which it is a number is meant. null when it is none.
 */
export function typedNumber(
	text: string,
	zones: readonly string[],
): string | null {
	const plain = text
		.normalize("NFKC")
		.replace(/\(0\)/g, "")
		.replace(/[\s/.‐-―-]/gu, " ")
		.trim();
	for (const zone of new Set([...zones, ...neighbours])) {
		const number = phoneNumber(plain, zone);
		if (number) return number;
	}
	return null;
}
