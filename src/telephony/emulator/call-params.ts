import type { DateTime } from "luxon";
import type { Call } from "./call.ts";
import { countryOf } from "./number-plan.ts";

/**
 * The parameters that every request about a call carries, blank ones and the legacy `Caller…` and `Called…` twins
 * included. Source: Twilio, "TwiML: request parameters", and captured requests.
 */
export function callParams(
	accountSid: string,
	call: Call,
): Record<string, string> {
	return {
		AccountSid: accountSid,
		ApiVersion: "2010-04-01",
		CallSid: call.sid,
		CallStatus: call.status,
		Direction: call.direction,
		...party("From", call.from),
		...party("To", call.to),
		...party("Caller", call.from),
		...party("Called", call.to),
		...(call.parent ? { ParentCallSid: call.parent.sid } : {}),
		...call.extraParams,
	};
}

/** Name, city, state, zip and country of one side; all but name and country are blank, as they are for Finland. */
export function party(name: string, number: string): Record<string, string> {
	return {
		[name]: number,
		[`${name}City`]: "",
		[`${name}State`]: "",
		[`${name}Zip`]: "",
		[`${name}Country`]: countryOf(number),
	};
}

/** The parameters that a status callback adds; `sequence` counts the callbacks of one call from 0. */
export function progressParams(
	call: Call,
	sequence: number,
	at: DateTime,
): Record<string, string> {
	const seconds = call.durationSeconds;
	return {
		Timestamp: rfc2822(at),
		CallbackSource: "call-progress-events",
		SequenceNumber: String(sequence),
		...(call.status === "completed"
			? {
					CallDuration: String(seconds),
					Duration: String(Math.ceil(seconds / 60)),
				}
			: {}),
		...(call.sipResponseCode
			? { SipResponseCode: String(call.sipResponseCode) }
			: {}),
	};
}

/** An instant as Twilio writes it: RFC 2822, in UTC, `Mon, 02 Mar 2026 21:00:00 +0000`. */
export function rfc2822(at: DateTime): string {
	return at.toUTC().toRFC2822() ?? "";
}
