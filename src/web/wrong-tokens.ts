import { secretHash } from "../database/tokens.ts";

const windowMilliseconds = 60_000;
const allowedInWindow = 20;
const heldAtMost = 10_000;

/**
 * Counts wrong tokens by address, so that guessing stops costing look-ups. A token that was right before passes in any
 * case: behind a proxy everybody has one address, and a stranger's mistakes must not lock out the rest.
 */
export class WrongTokens {
	readonly #counts = new Map<string, { count: number; until: number }>();
	readonly #right = new Set<string>();

	/** 0 when the token may be looked up. */
	secondsToWait(address: string, token: string): number {
		const seen = this.#counts.get(address);
		if (!seen || seen.count < allowedInWindow) return 0;
		if (this.#right.has(keyOf(token))) return 0;
		const left = seen.until - performance.now();
		return Math.max(0, Math.ceil(left / 1000));
	}

	remember(token: string): void {
		if (this.#right.size >= heldAtMost) this.#right.clear();
		this.#right.add(keyOf(token));
	}

	count(address: string, token: string): void {
		this.#right.delete(keyOf(token));
		const seen = this.#counts.get(address);
		if (seen && seen.until > performance.now()) {
			seen.count += 1;
			return;
		}
		if (this.#counts.size >= heldAtMost) this.#counts.clear();
		const until = performance.now() + windowMilliseconds;
		this.#counts.set(address, { count: 1, until });
	}
}

function keyOf(token: string): string {
	return secretHash(token).toString("base64");
}
