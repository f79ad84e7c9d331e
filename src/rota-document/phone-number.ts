import Holidays from "date-holidays";
import {
	type CountryCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
} from "libphonenumber-js/max";

/**
 * A phone number in E.164, from international writing or from the national writing of the country that the time zone
 * belongs to; `country` (ISO 3166-1) decides where a zone has several. null when it is not a number of its country that
 * can be rung: short numbers such as 112 are none.
 */
export function phoneNumber(
	text: string,
	zone: string,
	country?: string,
): string | null {
	if (text.length > 40) return null;
	const trimmed = text.trim().replace(/^00(?=[1-9])/, "+");
	if (trimmed.startsWith("+")) return e164(trimmed);
	const digits = trimmed.replace(/[\s().-]/g, "");
	if (!/^\d+$/.test(digits)) return null;
	const numbers = new Set<string>();
	for (const candidate of countriesOf(zone, country)) {
		const number = e164(digits, candidate);
		if (number) numbers.add(number);
	}
	const [only] = numbers;
	return numbers.size === 1 && only ? only : null;
}

function e164(text: string, country?: CountryCode): string | null {
	const parsed = parsePhoneNumberFromString(text, {
		...(country && { defaultCountry: country }),
		extract: false,
	});
	return parsed?.isValid() && !parsed.ext ? parsed.number : null;
}

/** The countries of a zone; of several, or of a zone that is none, the one wanted. */
function countriesOf(zone: string, country?: string): CountryCode[] {
	const wanted = country?.toUpperCase() ?? "";
	const inZone = (zones().get(zone) ?? []).filter((code): code is CountryCode =>
		isSupportedCountry(code),
	);
	if (!isSupportedCountry(wanted)) return inZone;
	return inZone.length === 0 || inZone.includes(wanted) ? [wanted] : inZone;
}

let countriesByZone: Map<string, string[]> | undefined;

/** Which countries keep which zones, as the holiday data has it; worked out once, when a national number first asks. */
function zones(): ReadonlyMap<string, string[]> {
	if (countriesByZone) return countriesByZone;
	countriesByZone = new Map();
	for (const country of Object.keys(new Holidays().getCountries()))
		for (const zone of new Holidays(country).getTimezones() ?? []) {
			const countries = countriesByZone.get(zone) ?? [];
			countriesByZone.set(zone, countries);
			countries.push(country);
		}
	return countriesByZone;
}

/** The number, in E.164, as people read it: `+358 40 1234567`. */
export function readableNumber(number: string): string {
	return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** The number's country, as it stands behind the `+`; null for what is no number. */
export function callingCode(number: string): string | null {
	return parsePhoneNumberFromString(number)?.countryCallingCode ?? null;
}

/** Whose phone the number, in E.164, is that of: of a person, with them or at home, or of a service, such as a company's one number. */
export function holderOfPhone(number: string): "mobile" | "fixed" | "service" {
	const type = parsePhoneNumberFromString(number)?.getType();
	if (type === "MOBILE" || type === "FIXED_LINE_OR_MOBILE") return "mobile";
	return type === "FIXED_LINE" ? "fixed" : "service";
}

/** Whether the number, in E.164, is surely that of a fixed line, which takes no text messages; false wherever its plan does not tell. */
export function isFixedLine(number: string): boolean {
	return parsePhoneNumberFromString(number)?.getType() === "FIXED_LINE";
}
