import { createRequire } from "node:module";
import type { Twilio } from "twilio";
import type { CarrierConfig } from "../../config.ts";

/**
 * The official client of the carrier's REST API, also against another base such as the built-in phone network's. Region and edge of the
 * environment are not followed: a stray one would only give 401s. Nothing is requested before the first use.
 */
export function carrierClient(config: CarrierConfig): Twilio {
	// Loaded here and not above: it takes a quarter of a second, which no start and no first call should wait for.
	const twilio = createRequire(import.meta.url)(
		"twilio",
	) as typeof import("twilio");
	const client = twilio(config.accountSid, config.authToken, {
		env: {},
		autoRetry: true,
	});
	if (config.apiUrl) client.api.baseUrl = config.apiUrl.replace(/\/+$/, "");
	return client;
}
