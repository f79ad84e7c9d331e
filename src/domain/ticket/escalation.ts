/** Who is told, the longer nobody acknowledges a ticket. */
import { type Notice, noticesTo, type Receiver } from "./notices.ts";

/** In the order in which they are told. */
export interface Ladder {
	/** The person on duty and the office. */
	readonly responsible: readonly Receiver[];
	/** Whom the line would ring after them. */
	readonly next: readonly Receiver[];
	readonly managers: readonly Receiver[];
}

/** The round of an alarm from which on they are told too; the managers only in theirs, for mail does not wake. */
const roundOfNext = 2;
const roundOfManagers = 3;

/**
 * What the round of an alarm tells. `of`: whether a call waits that nobody took, or a ticket that somebody gave back. Where nobody comes
 * after who is responsible, the managers are told one round earlier.
 */
export function alarmNotices(
	round: number,
	of: "call" | "ticket",
	{ responsible, next, managers }: Ladder,
): Notice[] {
	const others = next.filter(
		({ to }) => !responsible.some((one) => one.to === to),
	);
	const reached =
		round >= roundOfNext ? [...responsible, ...others] : responsible;
	const managersNow = others.length > 0 ? roundOfManagers : roundOfNext;
	return [
		...noticesTo(reached, of === "call" ? "alarm" : "unacknowledged"),
		...(round === managersNow ? noticesTo(managers, "escalated") : []),
	];
}

/** Whether the round reaches people that the one before it did not, which is worth an audit entry. */
export function isEscalation(round: number): boolean {
	return round <= roundOfManagers;
}
