import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A number as people read it, `+358 40 1234567`; what is no number stays as it is. */
export function readableNumber(number: string): string {
	return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
