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
	return at >= linkEnd({ expiresAt, closedAt }).getTime() ? "closed" : "open";
}

/** Until when it opens its ticket, unless somebody ends it before. */
export function linkEnd({
	expiresAt,
	closedAt,
}: Omit<LinkStanding, "revokedAt">): Date {
	const hour = 3_600_000;
	const afterClosing = closedAt
		? closedAt.getTime() + hoursAfterClosing * hour
		: Number.POSITIVE_INFINITY;
	return new Date(Math.min(expiresAt.getTime(), afterClosing));
}

/** Whose links are one to whoever looks at them: each message brought them another. */
export function isSameHolder(a: LinkHolder, b: LinkHolder): boolean {
	return (
		a.line === b.line &&
		a.person === b.person &&
		a.phone === b.phone &&
		a.name === b.name
	);
}

interface LinkHolder {
	readonly line: string;
	/** Of the line's rota; null for somebody who is only told. */
	readonly person: string | null;
	readonly name: string;
	/** E.164. */
	readonly phone: string;
}
