import { DateTime } from "luxon";
import { linkState } from "../../../src/domain/ticket/ticket-link.ts";

const now = DateTime.fromISO("2026-03-03T02:00:00Z", { zone: "utc" });
const at = (hours: number) => now.plus({ hours }).toJSDate();

test.each([
	["in time", { expiresAt: at(1) }, "open"],
	["at its end", { expiresAt: at(0) }, "expired"],
	["taken out of use", { expiresAt: at(1), revokedAt: at(-1) }, "revoked"],
	["closed today", { expiresAt: at(1), closedAt: at(-23) }, "open"],
	["closed a day ago", { expiresAt: at(1), closedAt: at(-24) }, "closed"],
] as const)("a link %s", (_, link, state) => {
	const standing = { revokedAt: null, closedAt: null, ...link };
	expect(linkState(standing, now)).toBe(state);
});
