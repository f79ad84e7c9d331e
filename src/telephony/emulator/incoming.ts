import type { Call, Source, Subscription } from "./call.ts";
import type { Carrier } from "./carrier.ts";
import type { AccountNumber } from "./numbers.ts";
import type { DialOptions, Phone } from "./phone.ts";
import { newCall } from "./ringing.ts";
import { newSid } from "./sid.ts";
import { Player } from "./twiml/player.ts";

/**
 * A phone has dialled a number of the account: the call rings there and the number's instructions are played. Undefined
 * if the account has no such number or it takes no calls.
 */
export function incomingCall(
	carrier: Carrier,
	phone: Phone,
	number: string,
	options: DialOptions,
): Call | undefined {
	const line = carrier.numbers.of(number);
	if (!line?.voiceUrl) return undefined;
	const call = newCall(carrier, {
		direction: "inbound",
		from: options.as ?? phone.number,
		to: number,
		subscription: endOfCallsOf(line),
		fallback: fallbackOf(line),
		extraParams: {
			CallToken: `{"parentCallInfoToken":"${newSid("CA").slice(2)}"}`,
			...(options.forwardedFrom
				? { ForwardedFrom: options.forwardedFrom }
				: {}),
			...options.params,
		},
	});
	call.handset = phone;
	call.ring();
	const start: Source = {
		kind: "url",
		url: line.voiceUrl,
		method: line.voiceMethod,
	};
	playToTheEnd(carrier, call, start);
	return call;
}

/** Plays instructions on a leg, and ends the leg when there are no more. */
export function playToTheEnd(
	carrier: Carrier,
	call: Call,
	start: Source,
): void {
	new Player(carrier, call, "call")
		.run(start)
		.then(() => call.end("completed", 200))
		.catch((error: unknown) => {
			carrier.debugger.error({
				code: 0,
				message: `The phone network failed: ${error instanceof Error ? error.stack : error}`,
				callSid: call.sid,
			});
			call.end("failed");
		});
}

function endOfCallsOf(line: AccountNumber): Subscription | undefined {
	if (!line.statusCallback) return undefined;
	return {
		url: line.statusCallback,
		method: line.statusCallbackMethod,
		events: new Set(["completed"]),
	};
}

function fallbackOf(line: AccountNumber): Call["fallback"] {
	if (!line.voiceFallbackUrl) return undefined;
	return {
		kind: "url",
		url: line.voiceFallbackUrl,
		method: line.voiceFallbackMethod,
	};
}
