import { Secret, TOTP } from "otpauth";
import { stepSeconds, stepsForgiven } from "../domain/account/second-factor.ts";

/** A new secret, base32. */
export function newTotpSecret(): string {
	return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from the QR code. */
export function totpUri(secret: string, email: string): string {
	return totp(secret, email).toString();
}

/** Which step of time the code belongs to; null when it is wrong now. */
export function stepOfCode(
	secret: string,
	code: string,
	now: Date,
): number | null {
	const token = code.replaceAll(/\s/g, "");
	if (!/^\d{6}$/.test(token)) return null;
	const timestamp = now.getTime();
	const delta = totp(secret, "").validate({
		token,
		timestamp,
		window: stepsForgiven,
	});
	return delta === null
		? null
		: Math.floor(timestamp / 1000 / stepSeconds) + delta;
}

function totp(secret: string, label: string): TOTP {
	return new TOTP({
		issuer: "Faultline",
		label,
		algorithm: "SHA1",
		digits: 6,
		period: stepSeconds,
		secret: Secret.fromBase32(secret),
	});
}
