import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Sequelize } from "sequelize";

/** What is counted, how many times it may happen, and for how long that holds from the first time on. */
const limits = {
	/** Wrong passwords for one address, whether it has an account or not. */
	email: { points: 5, minutes: 15 },
	/** Wrong codes of one account. */
	code: { points: 5, minutes: 15 },
	/** Wrong passwords and codes from one place, which may be a whole office behind one address. */
	address: { points: 50, minutes: 15 },
	/** Requests for a reset of one address. */
	forgot: { points: 3, minutes: 60 },
	/** Requests for a reset from one place. */
	"forgot-address": { points: 20, minutes: 60 },
} as const;

export type Counted = keyof typeof limits;

export type Attempt =
	| { readonly kind: "allowed" }
	/** `isFirst`: this is the attempt that closed the door. */
	| {
			readonly kind: "locked";
			readonly seconds: number;
			readonly isFirst: boolean;
	  };

/**
 * Counts an attempt before it is looked at, so that a hundred at once are a hundred; it is taken back with `forgive` or
 * `forget` when it was right. Counted in PostgreSQL, so for all instances together.
 */
export async function countAttempt(
	database: Sequelize,
	counted: Counted,
	of: string,
): Promise<Attempt> {
	try {
		await limiter(database, counted).consume(keyOf(of));
		return { kind: "allowed" };
	} catch (refused) {
		if (!(refused instanceof RateLimiterRes)) throw refused;
		return {
			kind: "locked",
			seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
			isFirst: refused.consumedPoints === limits[counted].points + 1,
		};
	}
}

/** One attempt fewer: it was right after all. */
export async function forgiveAttempt(
	database: Sequelize,
	counted: Counted,
	of: string,
): Promise<void> {
	await limiter(database, counted).reward(keyOf(of));
}

/** Opens the door again. */
export async function forgetAttempts(
	database: Sequelize,
	counted: Counted,
	of: string,
): Promise<void> {
	await limiter(database, counted).delete(keyOf(of));
}

/** Takes away what was counted so long ago that it holds no more. */
export async function removeOldAttempts(database: Sequelize): Promise<void> {
	await database.query("delete from sign_in_attempts where expire < $1", {
		bind: [Date.now()],
	});
}

/** Addresses that people type stay out of the table; any length of them fits. */
function keyOf(text: string): string {
	return createHash("sha256").update(text).digest("base64url");
}

const limiters = new WeakMap<Sequelize, Map<Counted, RateLimiterPostgres>>();

function limiter(database: Sequelize, counted: Counted): RateLimiterPostgres {
	const known = limiters.get(database) ?? new Map();
	limiters.set(database, known);
	const found = known.get(counted);
	if (found) return found;
	const { points, minutes } = limits[counted];
	const made = new RateLimiterPostgres({
		storeClient: database,
		storeType: "sequelize",
		tableName: "sign_in_attempts",
		tableCreated: true,
		clearExpiredByTimeout: false,
		keyPrefix: counted,
		points,
		duration: minutes * 60,
	});
	known.set(counted, made);
	return made;
}
