import type { Environment, SignInProviderConfig } from "./config.ts";
import { SetupError } from "./errors.ts";

const prefixes = ["OIDC", "OIDC_2", "OIDC_3", "OIDC_4"];

/**
 * The OpenID Connect providers that the environment names: `OIDC_ISSUER` and what belongs to it, then `OIDC_2_ISSUER`
 * and so on.
 *
 * @throws SetupError when one is named in part or wrongly.
 */
export function signInProvidersOf(env: Environment): SignInProviderConfig[] {
	return prefixes.flatMap((prefix, index) => {
		const names = ["ISSUER", "CLIENT_ID", "CLIENT_SECRET"].map(
			(each) => `${prefix}_${each}`,
		);
		const missing = names.filter((name) => env[name] === undefined);
		const [first] = missing;
		if (first === undefined)
			return [providerOf(env, prefix, String(index + 1))];
		if (missing.length < names.length || env[`${prefix}_NAME`] !== undefined)
			throw new SetupError(
				`${first} is missing: set ${prefix}_ISSUER, ${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET, or none of them.`,
			);
		return [];
	});
}

function providerOf(
	env: Environment,
	prefix: string,
	id: string,
): SignInProviderConfig {
	const issuer = env[`${prefix}_ISSUER`] ?? "";
	refuseWrongIssuer(`${prefix}_ISSUER`, issuer);
	return {
		id,
		issuer,
		name: env[`${prefix}_NAME`] ?? nameOf(issuer),
		clientId: env[`${prefix}_CLIENT_ID`] ?? "",
		clientSecret: env[`${prefix}_CLIENT_SECRET`] ?? "",
	};
}

function refuseWrongIssuer(variable: string, issuer: string): void {
	const url = URL.canParse(issuer) ? new URL(issuer) : null;
	const isLocal = ["localhost", "127.0.0.1"].includes(url?.hostname ?? "");
	const isSafe =
		url?.protocol === "https:" || (url?.protocol === "http:" && isLocal);
	if (!url || !isSafe || url.search || url.hash)
		throw new SetupError(
			`${variable} is "${issuer}", which is not the https address of a provider: set it to one such as https://accounts.google.com.`,
		);
	// Anybody can have a directory there, and say in it that they are anybody.
	if (
		url.hostname === "login.microsoftonline.com" &&
		/^\/(common|organizations|consumers)(\/|$)/.test(url.pathname)
	)
		throw new SetupError(
			`${variable} lets anybody's Microsoft account in: put your own directory's id in its place, as in https://login.microsoftonline.com/DIRECTORY-ID/v2.0.`,
		);
}

function nameOf(issuer: string): string {
	const { hostname } = new URL(issuer);
	if (hostname === "login.microsoftonline.com") return "Microsoft";
	if (hostname === "accounts.google.com") return "Google";
	return hostname;
}
