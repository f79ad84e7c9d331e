/** An account: who somebody is to the console, and what they still have to prove to get in. */

import type { Language } from "../language.ts";
import { type Role, roles } from "../role.ts";

export interface Account {
	readonly id: string;
	/** In small letters. */
	readonly email: string;
	readonly name: string;
	readonly role: Role;
	readonly language: Language;
	/** Made for the demonstration, and of no use outside it. */
	readonly isDemo: boolean;
	readonly hasPassword: boolean;
	readonly secondFactorSince: Date | null;
	readonly createdAt: Date;
	readonly lastSignedInAt: Date | null;
	readonly disabledAt: Date | null;
}

/** Whether somebody may not do without a second factor; the people of the demonstration may. */
export function mustHaveSecondFactor({
	role,
	isDemo,
}: Pick<Account, "role" | "isDemo">): boolean {
	return needsSecondFactor(role) && !isDemo;
}

/** How somebody got in. */
export type OpenedBy = "password" | "provider" | "link" | "demo";

/** How far a session has come: what is missing is the code of the second factor, or setting that factor up. */
export type Stage = "full" | "code" | "enrol";

/** Until it has been used once, an invitation stands open; the demonstration's people need none. */
export function stateOf({
	disabledAt,
	isDemo,
	hasPassword,
	lastSignedInAt,
}: Account): "invited" | "active" | "disabled" {
	if (disabledAt) return "disabled";
	return isDemo || hasPassword || lastSignedInAt ? "active" : "invited";
}

/** Those who can change what others see or whom the line rings: a password alone does not let them in. */
export function needsSecondFactor(role: Role): boolean {
	return role !== "technician" && role !== "office";
}

/**
 * What is missing once somebody has proven the first thing. A provider has its own second factor; a link comes from whoever
 * runs the machine; the people of the demonstration have nothing to lose.
 */
export function stageAfter(
	by: OpenedBy,
	{ role, secondFactorSince }: Pick<Account, "role" | "secondFactorSince">,
): Stage {
	if (by !== "password") return "full";
	if (secondFactorSince) return "code";
	return needsSecondFactor(role) ? "enrol" : "full";
}

/** A session's whole life, however much it is used. */
export const sessionDays = 30;

/** After this long unused a session is over, save for the roles that may leave it lying. */
export const idleHours = 12;
export const rolesThatMayIdle: readonly Role[] = roles.filter(
	(role) => !needsSecondFactor(role),
);
