import { randomBytes } from "node:crypto";
import { signatureOf } from "../../src/telephony/twilio/signature.ts";

/** The account that both the benchmark and the service under it pretend to have. */
export const account = {
	sid: `AC${"0".repeat(32)}`,
	authToken: "0123456789abcdef0123456789abcdef",
	line: "+358942721234",
};

/** A new call arriving, signed as the carrier signs it. */
export function arrival(publicUrl: string): {
	body: string;
	headers: Record<string, string>;
} {
	const parameters = {
		AccountSid: account.sid,
		ApiVersion: "2010-04-01",
		CallSid: `CA${randomBytes(16).toString("hex")}`,
		CallStatus: "ringing",
		Called: account.line,
		Caller: "+46701740690",
		Direction: "inbound",
		From: "+46701740690",
		FromCity: "",
		FromCountry: "SE",
		To: account.line,
		ToCountry: "FI",
	};
	return {
		body: new URLSearchParams(parameters).toString(),
		headers: {
			"content-type": "application/x-www-form-urlencoded",
			"x-twilio-signature": signatureOf(
				account.authToken,
				`${publicUrl}/twilio/voice`,
				parameters,
			),
		},
	};
}
