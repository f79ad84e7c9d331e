import Holidays from "date-holidays";
import {
	type CountryCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
} from "libphonenumber-js/max";

/** A number that can be rung. */
export interface KnownNumber {
	/** E.164. */
	readonly number: string;
	/** Of its country, as it stands behind the `+`. */
	readonly code: string;
	/** A person's, with them or at home, or a service's, such as a company's one number for the whole country. */
	readonly kind: "mobile" | "fixed" | "service";
}

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
	return knownNumber(text, zone, country)?.number ?? null;
}

/** The same, with what is known of the number. */
export function knownNumber(
	text: string,
	zone: string,
	country?: string,
): KnownNumber | null {
	if (text.length > 40) return null;
	const trimmed = text.trim().replace(/^00(?=[1-9])/, "+");
	if (trimmed.startsWith("+")) return parsed(trimmed);
	const digits = trimmed.replace(/[\s().-]/g, "");
	if (!/^\d+$/.test(digits)) return null;
	const found = new Map<string, KnownNumber>();
	for (const candidate of countriesOf(zone, country)) {
		const one = parsed(digits, candidate);
		if (one) found.set(one.number, one);
	}
	const [only] = found.values();
	return found.size === 1 && only ? only : null;
}

function parsed(text: string, country?: CountryCode): KnownNumber | null {
	const one = parsePhoneNumberFromString(text, {
		...(country && { defaultCountry: country }),
		extract: false,
	});
	// A number has a type exactly if it is valid.
	const type = one?.getType();
	if (!one || one.ext || type === undefined) return null;
	const kind =
		type === "FIXED_LINE"
			? "fixed"
			: type.includes("MOBILE")
				? "mobile"
				: "service";
	return { number: one.number, code: one.countryCallingCode, kind };
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

/** Whether the number, in E.164, is surely that of a fixed line, which takes no text messages; false wherever its plan does not tell. */
export function isFixedLine(number: string): boolean {
	return parsePhoneNumberFromString(number)?.getType() === "FIXED_LINE";
}
