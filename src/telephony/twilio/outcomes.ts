import { type LegStatus, legStatuses } from "../../domain/call/facts.ts";
import type { CallEvent } from "../../domain/call/state.ts";
import type { Params } from "./request.ts";

type LegEnded = CallEvent & { readonly kind: "leg-ended" };

/**
 * What a Dial's action request says, in the words of the call. Only a bridge is a human: a leg that was picked up and never bridged
 * was a voicemail, silence, or a person who declined. Where the carrier leaves out whether there was a bridge, its status is
 * believed only when `mayBelieve`: no key was asked for, or the key is known to have been pressed.
 * Source: Twilio, TwiML Dial, "action"; the outcome table of the carrier's contract.
 */
export function legEnded(params: Params, mayBelieve: () => boolean): LegEnded {
	const status = params.optional("DialCallStatus") ?? "failed";
	const bridged = params.optional("DialBridged");
	const human =
		bridged === null ? isAnswer(status) && mayBelieve() : bridged === "true";
	return {
		kind: "leg-ended",
		result: human ? "human" : resultOf(status),
		leg: params.optionalSid("DialCallSid", "CA"),
		person: null,
		talkSeconds: human ? params.count("DialCallDuration") : null,
		callerGone: callerIsGone(params),
	};
}

/** The caller has hung up: whatever is answered is heard by nobody. */
export function callerIsGone(params: Params): boolean {
	return params.optional("CallStatus") === "completed";
}

export function legStatusIn(params: Params): LegStatus | null {
	const status = params.optional("CallStatus");
	return legStatuses.find((one) => one === status) ?? null;
}

/** The carrier's time of an event as ISO 8601; null when it gives none that can be read. */
export function carrierInstant(params: Params): string | null {
	const millis = Date.parse(params.optional("Timestamp") ?? "");
	return Number.isNaN(millis) ? null : new Date(millis).toISOString();
}

function isAnswer(status: string): boolean {
	return status === "completed" || status === "answered";
}

function resultOf(status: string): LegEnded["result"] {
	switch (status) {
		case "completed":
		case "answered":
			return "swallowed";
		case "busy":
		case "no-answer":
			return status;
		case "canceled":
			return "cancelled";
		default:
			return "unreachable";
	}
}
