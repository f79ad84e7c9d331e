import { Call } from "./call.ts";
import { callParams, progressParams } from "./call-params.ts";
import type { Carrier } from "./carrier.ts";

type NewCall = Omit<ConstructorParameters<typeof Call>[0], "now" | "notify">;

/** Begins a leg, which tells those who subscribed to it of its events, numbered from 0. */
export function newCall(carrier: Carrier, options: NewCall): Call {
	let sequence = 0;
	const call = new Call({
		...options,
		now: () => carrier.clock.now(),
		notify: (changed, event) => {
			if (!changed.subscription?.events.has(event)) return;
			const tellIt = () => tell(carrier, changed, sequence++);
			// The action of the verb that the end breaks off is told first.
			if (event === "completed" && changed.playing) {
				changed.onPlayedOut = tellIt;
			} else tellIt();
		},
	});
	carrier.calls.set(call.sid, call);
	forgetOldest(carrier.calls);
	return call;
}

/** Calls that are long over make room for new ones. */
function forgetOldest(calls: Map<string, Call>): void {
	if (calls.size <= mostCallsKept) return;
	for (const call of calls.values()) {
		if (!call.isOver) continue;
		calls.delete(call.sid);
		return;
	}
}

const mostCallsKept = 5000;

function tell(carrier: Carrier, call: Call, sequence: number): void {
	const { subscription } = call;
	if (!subscription) return;
	carrier.callbacks.post(call.sid, {
		url: subscription.url,
		method: subscription.method,
		params: {
			...callParams(carrier.accountSid, call),
			...progressParams(call, sequence, carrier.clock.now()),
		},
		channel: "voice",
		cookies: call.cookies,
	});
}

/**
 * Rings the number of a leg for so many seconds. True as soon as somebody, or something, answers; false once the leg
 * is over: busy, failed (switched off 480, not in service 404), canceled, or not answered in time (487).
 */
export async function ringOut(
	carrier: Carrier,
	call: Call,
	seconds: number,
): Promise<boolean> {
	call.initiate();
	const phone = carrier.phones.find(call.to);
	const offer = phone?.offers(call) ?? "not-in-service";
	if (offer === "not-in-service") call.end("failed", 404);
	else if (offer === "unreachable") call.end("failed", 480);
	else if (offer === "busy") call.end("busy", 486);
	else call.ring();
	const cancel = carrier.clock.after(seconds * 1000, () => {
		if (!call.answeredAt) call.end("no-answer", 487);
	});
	await Promise.race([call.whenAnswered, call.whenOver]);
	cancel();
	return call.answeredAt !== undefined && !call.isOver;
}
