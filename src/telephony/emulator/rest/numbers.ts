import { Router } from "express";
import { rfc2822 } from "../call-params.ts";
import type { Carrier } from "../carrier.ts";
import { isE164 } from "../number-plan.ts";
import type { AccountNumber, NumberSettings } from "../numbers.ts";
import { Form } from "./form.ts";
import { page } from "./page.ts";
import { notFound, RestError } from "./rest-error.ts";

/** `/IncomingPhoneNumbers` of an account: create, fetch, list, change and delete. */
export function numberRoutes(carrier: Carrier): Router {
	const routes = Router();
	const json = (number: AccountNumber) => numberJson(carrier, number);
	routes.post("/IncomingPhoneNumbers.json", (request, response) => {
		const form = new Form(request);
		const number = form.text("PhoneNumber") ?? "";
		if (!isE164(number)) {
			throw new RestError(400, 21421, `PhoneNumber is invalid: ${number}`);
		}
		const settings = settingsIn(form, undefined);
		const added = carrier.numbers.register({ number, ...settings });
		response.status(201).json(json(added));
	});
	routes.get("/IncomingPhoneNumbers.json", (request, response) => {
		const { PhoneNumber } = request.query;
		const numbers = carrier.numbers
			.all()
			.filter(({ number }) => !PhoneNumber || number === PhoneNumber);
		response.json(page(request, "incoming_phone_numbers", numbers, json));
	});
	routes
		.route("/IncomingPhoneNumbers/:sid.json")
		.get((request, response) => {
			const number = carrier.numbers.bySid(request.params.sid);
			if (!number) throw notFound(request.originalUrl);
			response.json(json(number));
		})
		.post((request, response) => {
			const number = carrier.numbers.bySid(request.params.sid);
			if (!number) throw notFound(request.originalUrl);
			const settings = settingsIn(new Form(request), number);
			response.json(json(carrier.numbers.change(number, settings)));
		})
		.delete((request, response) => {
			if (!carrier.numbers.remove(request.params.sid)) {
				throw notFound(request.originalUrl);
			}
			response.status(204).end();
		});
	return routes;
}

const urlFields = {
	VoiceUrl: "voiceUrl",
	VoiceFallbackUrl: "voiceFallbackUrl",
	StatusCallback: "statusCallback",
	SmsUrl: "smsUrl",
	SmsFallbackUrl: "smsFallbackUrl",
} as const;

const methodFields = {
	VoiceMethod: "voiceMethod",
	VoiceFallbackMethod: "voiceFallbackMethod",
	StatusCallbackMethod: "statusCallbackMethod",
	SmsMethod: "smsMethod",
	SmsFallbackMethod: "smsFallbackMethod",
} as const;

/** What the form changes; a field that is there but empty takes the setting away. */
function settingsIn(
	form: Form,
	before: AccountNumber | undefined,
): NumberSettings {
	const settings: NumberSettings = {};
	for (const [field, name] of Object.entries(urlFields)) {
		if (form.text(field) !== undefined) settings[name] = form.url(field) ?? "";
	}
	for (const [field, name] of Object.entries(methodFields)) {
		if (form.text(field) !== undefined) settings[name] = form.method(field);
	}
	const friendlyName = form.text("FriendlyName");
	if (friendlyName !== undefined) settings.friendlyName = friendlyName;
	const voiceUrl = settings.voiceUrl ?? before?.voiceUrl;
	if (settings.voiceFallbackUrl && !voiceUrl) {
		throw new RestError(
			400,
			21405,
			"VoiceFallbackUrl cannot be set without VoiceUrl",
		);
	}
	return settings;
}

function numberJson(
	carrier: Carrier,
	number: AccountNumber,
): Record<string, unknown> {
	return {
		sid: number.sid,
		account_sid: carrier.accountSid,
		phone_number: number.number,
		friendly_name: number.friendlyName,
		voice_url: number.voiceUrl,
		voice_method: number.voiceMethod,
		voice_fallback_url: number.voiceFallbackUrl,
		voice_fallback_method: number.voiceFallbackMethod,
		voice_application_sid: "",
		voice_caller_id_lookup: false,
		status_callback: number.statusCallback,
		status_callback_method: number.statusCallbackMethod,
		sms_url: number.smsUrl,
		sms_method: number.smsMethod,
		sms_fallback_url: number.smsFallbackUrl,
		sms_fallback_method: number.smsFallbackMethod,
		sms_application_sid: "",
		trunk_sid: null,
		capabilities: { voice: true, sms: true, mms: false, fax: false },
		beta: false,
		origin: "twilio",
		status: "in-use",
		api_version: "2010-04-01",
		date_created: rfc2822(number.createdAt),
		date_updated: rfc2822(number.updatedAt),
		uri: `/2010-04-01/Accounts/${carrier.accountSid}/IncomingPhoneNumbers/${number.sid}.json`,
	};
}
