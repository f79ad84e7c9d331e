import { createHash, randomUUID } from "node:crypto";

/** What somebody sends to a ticket over a connection that may fail. */
export interface Sent {
	/** Of the ticket. */
	readonly number: string;
	/** As others know them. */
	readonly by: string;
	/** The sender's own, the same whenever the same is sent again; without one everything sent is new. */
	readonly key?: string | undefined;
}

/** The id under which it is kept: what comes twice with one key has one id. Nobody else's key leads to it. */
export function idOfSent({ number, by, key }: Sent): string {
	if (key === undefined) return randomUUID();
	const hash = createHash("sha256").update(JSON.stringify([number, by, key]));
	const digits = hash.digest("hex");
	return [
		...[digits.slice(0, 8), digits.slice(8, 12)],
		...[`8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`],
		digits.slice(20, 32),
	].join("-");
}
