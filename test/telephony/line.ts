import { DateTime } from "luxon";
import twilio, { type Twilio } from "twilio";
import {
	type PhoneNetwork,
	type PhoneNetworkOptions,
	startPhoneNetwork,
} from "../../src/telephony/emulator/network.ts";
import type { Phone } from "../../src/telephony/emulator/phone.ts";
import { startService, type WebhookService } from "./service.ts";

export const accountSid = `AC${"a".repeat(32)}`;
export const authToken = "0123456789abcdef0123456789abcdef";
export const lineNumber = "+358942721234";

/** A phone network that stands still, a little webhook service behind its one number, and three phones. */
export interface Line {
	readonly network: PhoneNetwork;
	readonly service: WebhookService;
	readonly tenant: Phone;
	readonly kalle: Phone;
	readonly liisa: Phone;
	/** Lets network time pass. */
	passes(seconds: number): Promise<void>;
	close(): Promise<void>;
}

/** Opens one. Calls are announced at `/voice`, their end at `/ended`, trouble at `/fallback`, messages at `/sms`. */
export async function openLine(
	options: Partial<PhoneNetworkOptions> = {},
): Promise<Line> {
	const service = await startService();
	const network = await startPhoneNetwork({
		port: 0,
		accountSid,
		authToken,
		clock: "still",
		startsAt: DateTime.fromISO("2026-03-02T21:00:00Z"),
		...options,
	});
	network.numbers.register({
		number: lineNumber,
		voiceUrl: `${service.url}/voice`,
		voiceFallbackUrl: `${service.url}/fallback`,
		statusCallback: `${service.url}/ended`,
		smsUrl: `${service.url}/sms`,
	});
	const { phones } = network;
	return {
		network,
		service,
		tenant: phones.add({
			number: "+358401234567",
			name: "Tenant",
			role: "tenant",
		}),
		kalle: phones.add({ number: "+358405550101", name: "Kalle" }),
		liisa: phones.add({ number: "+358405550102", name: "Liisa" }),
		passes: (seconds) => network.clock.passes({ seconds }),
		close: async () => {
			await network.close();
			await service.close();
		},
	};
}

/** The official client, pointed at the network. */
export function clientOf(line: Line): Twilio {
	const client = twilio(accountSid, authToken);
	client.api.baseUrl = line.network.url;
	return client;
}
