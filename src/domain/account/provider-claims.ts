/** What a sign-in provider says of somebody, and whether their e-mail address may be believed. */

import { emailOf } from "./email.ts";

export interface ProviderClaims {
	readonly sub: string;
	readonly [claim: string]: unknown;
}

/**
 * The address that the provider vouches for; null when it does not.
 *
 * Microsoft Entra sends no `email_verified`. There the address is believed because the issuer is one directory, whose own
 * administrators set addresses: `tid` must be that directory, the account none of its guests (`acct`), and a sign that the
 * domain is not theirs (`xms_edov`) refuses it; learn.microsoft.com/entra/identity-platform/optional-claims-reference.
 */
export function vouchedEmail(
	issuer: string,
	claims: ProviderClaims,
): string | null {
	const directory = entraDirectory(issuer);
	if (directory === null)
		return claims.email_verified === true ? textEmail(claims.email) : null;
	if (claims.tid !== directory) return null;
	if (isNo(claims.email_verified) || isNo(claims.xms_edov)) return null;
	return String(claims.acct) === "1" ? null : textEmail(claims.email);
}

function entraDirectory(issuer: string): string | null {
	const found =
		/^https:\/\/login\.microsoftonline\.com\/([\da-f-]{36})\/v2\.0\/?$/i.exec(
			issuer,
		);
	return found?.[1]?.toLowerCase() ?? null;
}

function isNo(claim: unknown): boolean {
	return claim === false || claim === "false" || claim === 0 || claim === "0";
}

function textEmail(claim: unknown): string | null {
	return typeof claim === "string" ? emailOf(claim) : null;
}
