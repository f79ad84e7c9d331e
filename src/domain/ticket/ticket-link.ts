/** The personal link to one ticket: how long it opens it. */
import type { DateTime } from "luxon";

/** From when it is made. */
export const linkHours = 72;

/** A closed ticket can still be looked at by who worked on it. */
export const hoursAfterClosing = 24;

export interface LinkStanding {
	readonly expiresAt: Date;
	readonly revokedAt: Date | null;
	/** When its ticket was closed. */
	readonly closedAt: Date | null;
}

export type LinkState = "open" | "expired" | "revoked" | "closed";

/** Whether a link opens its ticket at this instant, and if not, why. */
export function linkState(
	{ expiresAt, revokedAt, closedAt }: LinkStanding,
	now: DateTime,
): LinkState {
	if (revokedAt) return "revoked";
	const at = now.toMillis();
	if (at >= expiresAt.getTime()) return "expired";
	const hour = 3_600_000;
	return closedAt && at >= closedAt.getTime() + hoursAfterClosing * hour
		? "closed"
		: "open";
}
