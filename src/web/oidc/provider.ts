import * as oidc from "openid-client";
import type { SignInProviderConfig } from "../../config.ts";
import type { ProviderClaims } from "../../domain/account/provider-claims.ts";

/** What the browser keeps while it is at the provider; the provider never sees the verifier. */
export interface Flow {
	readonly provider: string;
	readonly state: string;
	readonly nonce: string;
	readonly verifier: string;
}

const configurations = new Map<string, Promise<oidc.Configuration>>();

/** Where to send the browser, and what it must bring back. */
export async function beginFlow(
	provider: SignInProviderConfig,
	redirectUri: string,
): Promise<{ readonly url: string; readonly flow: Flow }> {
	const configuration = await configurationOf(provider);
	const flow = {
		provider: provider.id,
		state: oidc.randomState(),
		nonce: oidc.randomNonce(),
		verifier: oidc.randomPKCECodeVerifier(),
	};
	const url = oidc.buildAuthorizationUrl(configuration, {
		redirect_uri: redirectUri,
		scope: "openid email profile",
		state: flow.state,
		nonce: flow.nonce,
		code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
		code_challenge_method: "S256",
	});
	return { url: url.href, flow };
}

/**
 * What the provider says of whoever came back. State, nonce, verifier, signature, audience and times are checked.
 *
 * @throws when anything does not fit, or the provider did not let them in.
 */
export async function endFlow(
	provider: SignInProviderConfig,
	flow: Flow,
	cameBackTo: URL,
): Promise<ProviderClaims> {
	const configuration = await configurationOf(provider);
	const tokens = await oidc.authorizationCodeGrant(configuration, cameBackTo, {
		expectedState: flow.state,
		expectedNonce: flow.nonce,
		pkceCodeVerifier: flow.verifier,
		idTokenExpected: true,
	});
	const claims = tokens.claims();
	if (!claims) throw new Error("the provider sent no ID token");
	if (claims.email !== undefined) return claims;
	// Some providers tell the address only when asked again.
	if (!configuration.serverMetadata().userinfo_endpoint) return claims;
	const more = await oidc.fetchUserInfo(
		configuration,
		tokens.access_token,
		claims.sub,
	);
	return { ...more, ...claims };
}

/** Asked for once; a failure is not remembered. */
function configurationOf(
	provider: SignInProviderConfig,
): Promise<oidc.Configuration> {
	const { issuer, clientId, clientSecret } = provider;
	const key = JSON.stringify([issuer, clientId, clientSecret]);
	const known = configurations.get(key);
	if (known) return known;
	const server = new URL(issuer);
	const asked = oidc.discovery(server, clientId, clientSecret, undefined, {
		timeout: 10,
		// Only a provider on this machine may do without encryption; the settings see to that.
		execute: server.protocol === "http:" ? [oidc.allowInsecureRequests] : [],
	});
	configurations.set(key, asked);
	asked.catch(() => configurations.delete(key));
	return asked;
}
