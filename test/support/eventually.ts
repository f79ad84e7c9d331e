import { setTimeout as pause } from "node:timers/promises";

/** Asks until there is an answer; for what background work brings about in its own time. */
export async function eventually<T>(
	ask: () => Promise<T | null>,
	{ withinMs = 15_000 } = {},
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const answer = await ask();
		if (answer !== null) return answer;
		if (Date.now() > deadline)
			throw new Error(`it did not come about within ${withinMs} ms`);
		await pause(25);
	}
}
