import { randomBytes } from "node:crypto";
import { recoveryCodeCount } from "../domain/account/second-factor.ts";

/** 256 random bits, fit for an address. */
export function randomSecret(): string {
	return randomBytes(32).toString("base64url");
}

/** 128 random bits in 22 characters, for an address that a text message has room for. */
export function shortSecret(): string {
	return randomBytes(16).toString("base64url");
}

const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** 80 random bits each, in letters that are not taken for one another. */
export function randomRecoveryCodes(): string[] {
	return Array.from({ length: recoveryCodeCount }, () =>
		[...randomBytes(16)].map((byte) => letters[byte % 32]).join(""),
	);
}
