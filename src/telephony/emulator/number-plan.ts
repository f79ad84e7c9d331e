import { parsePhoneNumberFromString } from "libphonenumber-js";

/** Whether it is written as Twilio wants numbers: `+`, a country code and at most 15 digits in all. */
export function isE164(number: string): boolean {
	return /^\+[1-9]\d{6,14}$/.test(number);
}

/** The country a number belongs to, as ISO 3166 alpha-2; empty for withheld, raw and unknown ones. */
export function countryOf(number: string): string {
	if (!isE164(number)) return "";
	const parsed = parsePhoneNumberFromString(number);
	return parsed?.country ?? parsed?.getPossibleCountries()[0] ?? "";
}
