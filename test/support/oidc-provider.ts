import { createServer } from "node:http";
import { type Configuration, Provider } from "oidc-provider";

export interface LocalProvider {
	readonly issuer: string;
	/** What it says of whoever signs in next, on top of `sub`. */
	says(sub: string, claims: Readonly<Record<string, unknown>>): void;
	close(): Promise<void>;
}

export const client = { id: "faultline", secret: "x".repeat(48) };

/** A real OpenID Connect provider on this machine, which asks nobody anything: whoever comes is who `says` said. */
export async function localProvider(
	port: number,
	redirectUri: string,
	/** Where it tells the address: in the ID token, as most do, or only when asked again. */
	tellsAddress: "at once" | "when asked" = "at once",
): Promise<LocalProvider> {
	const issuer = `http://localhost:${port}`;
	let sub = "nobody";
	let claims: Readonly<Record<string, unknown>> = {};
	const provider = new Provider(issuer, {
		...settings,
		conformIdTokenClaims: tellsAddress === "when asked",
		clients: [
			{
				client_id: client.id,
				client_secret: client.secret,
				redirect_uris: [redirectUri],
				response_types: ["code"],
				grant_types: ["authorization_code"],
				token_endpoint_auth_method: "client_secret_post",
			},
		],
		findAccount: async (_ctx, accountId) => ({
			accountId,
			claims: async () => ({ sub: accountId, ...claims }),
		}),
		interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
	});
	const answer = provider.callback();
	const server = createServer(async (request, response) => {
		if (!request.url?.startsWith("/interaction/"))
			return answer(request, response);
		const { grantId, params } = await provider.interactionDetails(
			request,
			response,
		);
		const grant = grantId
			? await provider.Grant.find(grantId)
			: new provider.Grant({ accountId: sub, clientId: client.id });
		grant?.addOIDCScope(String(params.scope));
		await provider.interactionFinished(request, response, {
			login: { accountId: sub },
			consent: { grantId: await grant?.save() },
		});
	});
	await new Promise<void>((resolve) => server.listen(port, resolve));
	return {
		issuer,
		says: (who, what) => {
			sub = who;
			claims = what;
		},
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

const settings: Configuration = {
	claims: {
		openid: ["sub", "tid"],
		email: ["email", "email_verified"],
		profile: ["name"],
	},
	features: { devInteractions: { enabled: false } },
	pkce: { required: () => true },
	cookies: { keys: ["for the tests"] },
	ttl: {
		AccessToken: 60,
		IdToken: 60,
		Grant: 60,
		Session: 60,
		Interaction: 60,
	},
};
