import twilio, { type Twilio } from "twilio";
import type { CarrierConfig } from "../../config.ts";

/**
 * The official client of the carrier's REST API, also against another base such as the built-in phone network's. Region and edge of the
 * environment are not followed: a stray one would only give 401s. Nothing is requested before the first use.
 */
export function carrierClient(config: CarrierConfig): Twilio {
	const client = twilio(config.accountSid, config.authToken, {
		env: {},
		autoRetry: true,
	});
	if (config.apiUrl) client.api.baseUrl = config.apiUrl.replace(/\/+$/, "");
	return client;
}
