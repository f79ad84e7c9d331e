import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Config } from "../../config.ts";

/**
 * A caller as it stands on tickets, from any writing of the number: international, or national in the country of one of
 * our own lines. What is no number anywhere stays as it is, for the carrier gives such callers too.
 */
export function callerNumber(written: string, { lines }: Config): string {
	// In a query string an unescaped `+` means a space.
	const text = written.replace(/^ (?=[1-9])/, "+").trim();
	const numbers = Object.values(lines).map((line) => line.number);
	const countries = numbers.map(
		(number) => parsePhoneNumberFromString(number)?.country,
	);
	for (const country of countries.length > 0 ? countries : [undefined]) {
		const parsed = parsePhoneNumberFromString(
			text.replace(/^00(?=[1-9])/, "+"),
			{ ...(country && { defaultCountry: country }), extract: false },
		);
		if (parsed?.isValid()) return parsed.number;
	}
	return text;
}
