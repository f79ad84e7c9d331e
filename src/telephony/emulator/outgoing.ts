import type { Call, Source, Subscription } from "./call.ts";
import type { Carrier } from "./carrier.ts";
import { playToTheEnd } from "./incoming.ts";
import { countryOf, isE164 } from "./number-plan.ts";
import { RestError } from "./rest/rest-error.ts";
import { newCall, ringOut } from "./ringing.ts";
import { isAllowed } from "./twiml/dial-targets.ts";
import { ringingBufferSeconds } from "./twiml/limits.ts";

export interface CallToPlace {
	readonly to: string;
	readonly from: string;
	readonly start: Source;
	/** Lets `from` be the caller whose incoming call carried this token. */
	readonly callToken: string | undefined;
	readonly timeoutSeconds: number;
	readonly subscription: Subscription | undefined;
	readonly fallback: Call["fallback"];
}

/**
 * Places a call for the REST API. It is queued at first: so many a second are placed, the others wait for their turn.
 * Throws `RestError` for numbers that may not be called or shown.
 */
export function placeCall(carrier: Carrier, asked: CallToPlace): Call {
	refuseUnlessPossible(carrier, asked);
	const call = newCall(carrier, {
		direction: "outbound-api",
		from: asked.from,
		to: asked.to,
		subscription: asked.subscription,
		fallback: asked.fallback,
	});
	const now = carrier.clock.epochMs();
	const turn = Math.max(now, turns.get(carrier) ?? now);
	turns.set(carrier, turn + 1000 / carrier.settings.callsPerSecond);
	call.queueTimeMs = turn - now;
	const begin = () => void goesOut(carrier, call, asked);
	if (turn === now) setImmediate(begin);
	else carrier.clock.after(turn - now, begin);
	return call;
}

/** When the next call of an account may be placed, in epoch milliseconds. */
const turns = new WeakMap<Carrier, number>();

/**
 * Gives a leg other instructions than it has. Whatever it is doing is broken off; a leg that was connected by another
 * leg's `<Dial>` leaves that connection. Throws `RestError` while it still rings somewhere.
 */
export function giveInstructions(
	carrier: Carrier,
	call: Call,
	to: Source,
): void {
	if (call.playing) {
		call.redirect(to);
		return;
	}
	if (!call.answeredAt) {
		throw new RestError(
			400,
			21220,
			`Invalid call state: ${call.sid} is ${call.status}, not in progress`,
		);
	}
	call.onTakenAway?.();
	playToTheEnd(carrier, call, to);
}

async function goesOut(
	carrier: Carrier,
	call: Call,
	asked: CallToPlace,
): Promise<void> {
	if (call.isOver) return;
	const seconds = asked.timeoutSeconds + ringingBufferSeconds;
	if (await ringOut(carrier, call, seconds)) {
		playToTheEnd(carrier, call, asked.start);
	}
}

function refuseUnlessPossible(carrier: Carrier, asked: CallToPlace): void {
	const { to, from, callToken } = asked;
	if (!isE164(to)) {
		throw new RestError(
			400,
			21211,
			`The 'To' number ${to} is not a valid phone number`,
		);
	}
	if (!isAllowed(carrier, to)) {
		throw new RestError(
			400,
			21215,
			`Account not authorized to call ${to}: calls to ${countryOf(to) || "there"} are not allowed`,
		);
	}
	const isCallerOfToken = [...carrier.calls.values()].some(
		(call) =>
			call.from === from &&
			callToken !== undefined &&
			call.extraParams.CallToken === callToken,
	);
	const mayShow =
		carrier.numbers.of(from) ??
		(carrier.settings.verifiedCallerIds.includes(from) || isCallerOfToken);
	if (!mayShow) {
		throw new RestError(
			400,
			21210,
			`The source phone number provided, ${from}, is not yet verified for your account`,
		);
	}
}
