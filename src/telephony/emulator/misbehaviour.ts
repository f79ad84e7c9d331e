/**
 * What the network does badly on purpose. All of it is off at the start; each field may be set at any time and holds
 * for the requests that start afterwards. Fields that count go down by themselves.
 */
export interface Misbehaviour {
	/** Send status callbacks, or every webhook, twice with the same idempotency token; the first answer counts. */
	duplicate: "nothing" | "callbacks" | "everything";
	/** Seconds of network time that every status callback is late. */
	delayCallbacksSeconds: number;
	/** Deliver the status callbacks of a call in the wrong order: each waits for the one after it, for 2 s at most. */
	reorderCallbacks: boolean;
	/** How many of the next webhook requests are not connected at all. */
	dropBefore: number;
	/** How many of the next webhook requests reach the service, whose answer is lost. */
	dropAfter: number;
	/** How many of the next webhook requests reach the service and wait in vain until their time is up. */
	timeOut: number;
	/** How many of the next REST requests are refused with 429. */
	tooManyRequests: number;
	/** With several numbers rung at once: when one of them stops the others. Twilio's documents say at the answer. */
	siblingsEndOn: "answer" | "accept";
}

export function goodBehaviour(): Misbehaviour {
	return {
		duplicate: "nothing",
		delayCallbacksSeconds: 0,
		reorderCallbacks: false,
		dropBefore: 0,
		dropAfter: 0,
		timeOut: 0,
		tooManyRequests: 0,
		siblingsEndOn: "answer",
	};
}

/** Takes one off a counting switch; false when there was none left. */
export function takeOne(
	misbehaviour: Misbehaviour,
	field: "dropBefore" | "dropAfter" | "timeOut" | "tooManyRequests",
): boolean {
	if (misbehaviour[field] <= 0) return false;
	misbehaviour[field] -= 1;
	return true;
}
