// Only this part of the package: the whole of it takes a quarter of a second to load.
import webhooks from "twilio/lib/webhooks/webhooks.js";

/** The parameters of one form request, decoded, blank ones included; a repeated parameter is a list. */
export type RequestParams = Readonly<
	Record<string, string | readonly string[]>
>;

/**
 * The value of `X-Twilio-Signature`: base64 of the HMAC-SHA1, keyed with the primary auth token, of the URL
 * followed by every parameter's name and value in byte order of the names.
 * Signs the URL as given, without fragment and `user:password@`; the port is kept (see `urlThatIsSigned`).
 * Source: Twilio, "Validating requests".
 */
export function signatureOf(
	authToken: string,
	url: string,
	params: RequestParams,
): string {
	return webhooks.getExpectedTwilioSignature(
		authToken,
		withoutFragmentAndUser(url),
		params,
	);
}

/**
 * The form of a URL that Twilio signs: no fragment, no `user:password@`, and for voice over HTTPS no port either.
 * Voice over HTTP and all messaging keep the port.
 */
export function urlThatIsSigned(
	url: string,
	channel: "voice" | "messaging",
): string {
	const bare = withoutFragmentAndUser(url);
	return channel === "voice" ? bare.replace(httpsPort, "$1") : bare;
}

/**
 * Whether the carrier that holds `authToken` signed this request. `urlAsConfigured` is the public URL the carrier
 * was given, never one put together from a Host header; with and without its port are both right.
 * A form is handed over as its parameters, a JSON request as its raw body (its hash is in the URL's `bodySHA256`).
 * Compares in constant time; a missing signature or an unreadable URL is an ordinary `false`.
 */
export function isSignedRight(
	authToken: string,
	signature: string | undefined,
	urlAsConfigured: string,
	paramsOrRawBody: RequestParams | string,
): boolean {
	const url = withoutFragmentAndUser(urlAsConfigured);
	if (!signature || !URL.canParse(url)) return false;
	return typeof paramsOrRawBody === "string"
		? webhooks.validateRequestWithBody(
				authToken,
				signature,
				url,
				paramsOrRawBody,
			)
		: webhooks.validateRequest(authToken, signature, url, paramsOrRawBody);
}

/**
 * The parameters of an `application/x-www-form-urlencoded` body or query, exactly as they are signed:
 * nothing trimmed, blank ones kept, a name that comes several times kept as a list.
 */
export function paramsOfForm(form: string): RequestParams {
	const params: Record<string, string | string[]> = Object.create(null);
	for (const [name, value] of new URLSearchParams(form)) {
		const earlier = params[name];
		if (earlier === undefined) params[name] = value;
		else if (Array.isArray(earlier)) earlier.push(value);
		else params[name] = [earlier, value];
	}
	return params;
}

const httpsPort = /^(https:\/\/(?:\[[^\]]*\]|[^/?#:[\]]*)):\d+/i;

function withoutFragmentAndUser(url: string): string {
	return url
		.replace(/#.*$/s, "")
		.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?]*@/i, "$1");
}
