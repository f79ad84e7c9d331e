import type { Switchboard } from "./switchboard.ts";

export interface Delivery {
	/** Our own id of the message. */
	readonly message: string;
	/** Which attempt to send it; 1 is the first. */
	readonly attempt: number;
	readonly carrierSid: string;
	/** The carrier's word for it. */
	readonly status: string;
	readonly error: string | null;
}

/** What became of a text message we sent; told in any order, the furthest status stays. */
export async function recordDelivery(
	board: Switchboard,
	{ message, attempt, carrierSid, status, error }: Delivery,
): Promise<void> {
	const statusRank = statusRanks[status];
	if (statusRank === undefined) return;
	await board.recorder.record({
		record: "delivery",
		message,
		attempt,
		carrierSid,
		status,
		statusRank,
		error,
	});
}

/** How far a message has come. Source: Twilio, "Message resource", status values. */
const statusRanks: Readonly<Record<string, number>> = {
	accepted: 2,
	scheduled: 2,
	queued: 2,
	sending: 3,
	sent: 4,
	delivered: 5,
	read: 6,
	partially_delivered: 5,
	undelivered: 5,
	failed: 5,
	canceled: 5,
};
