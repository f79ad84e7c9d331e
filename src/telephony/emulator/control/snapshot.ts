import type { Call } from "../call.ts";
import type { Carrier } from "../carrier.ts";
import type { Phone } from "../phone.ts";
import type { PhoneShown, Snapshot } from "./shown.ts";

/** What the phones page shows now. */
export function snapshotOf(
	carrier: Carrier,
	page: { readonly zone: string; readonly consoleUrl: string | null },
): Snapshot {
	const now = carrier.clock.epochMs();
	return {
		now,
		pace: carrier.clock.pace,
		isRealTime:
			carrier.clock.pace === 1 && Math.abs(now - Date.now()) < slackMs,
		...page,
		lines: carrier.numbers
			.all()
			.filter((line) => line.voiceUrl !== "")
			.map((line) => ({ number: line.number, name: line.friendlyName })),
		phones: carrier.phones.all().map((phone) => phoneShown(carrier, phone)),
		problems: carrier.debugger.entries
			.slice(-mostShown)
			.map(({ at, level, code, message }) => ({
				at: at.toMillis(),
				level,
				code,
				message,
			})),
	};
}

export function phoneShown(carrier: Carrier, phone: Phone): PhoneShown {
	const { number, name, language, role, behaviour, silent, state, call } =
		phone;
	const last = phone.lastCall;
	const partner = call?.bridgedWith;
	return {
		...{ number, name, language, role, behaviour, silent, state },
		callerShown: phone.callerShown ?? null,
		dialled: call?.direction === "inbound" ? call.to : null,
		talkingTo: partner
			? partner.direction === "inbound"
				? partner.from
				: partner.to
			: null,
		answeredAt: call?.answeredAt?.toMillis() ?? null,
		awaits: call && !partner ? awaitedBy(carrier, call) : null,
		heard: phone.heard
			.filter((heard) => heard.callSid === last?.sid)
			.slice(-mostShown)
			.map((heard) => ({ ...heard, at: heard.at.toMillis() })),
		inbox: phone.inbox
			.slice(-mostShown)
			.map((message) => ({ ...message, at: message.at.toMillis() })),
	};
}

function awaitedBy(carrier: Carrier, call: Call): PhoneShown["awaits"] {
	const isRecorded = carrier.recordings
		.all()
		.some(
			({ callSid, status }) => callSid === call.sid && status === "in-progress",
		);
	if (isRecorded) return "message";
	if (call.onInput) return "keys";
	const rings = [...carrier.calls.values()].some(
		(child) => child.parent === call && !child.isOver,
	);
	return rings ? "answer" : null;
}

const mostShown = 50;
const slackMs = 1_500;
