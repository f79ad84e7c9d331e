/**
 * Knows which requests of the phone network are still under way, so that a test can wait for the network to come to
 * rest instead of sleeping.
 */
export class Settling {
	readonly #underWay = new Map<Promise<unknown>, number>();
	readonly #patienceMs: number;

	/** `patienceMs`: real milliseconds after which an unanswered request counts as hanging and is waited for no more. */
	constructor(patienceMs: number) {
		this.#patienceMs = patienceMs;
	}

	/** Counts the work as under way until it is done or has failed; hands it back. */
	track<T>(work: Promise<T>): Promise<T> {
		const entry = work.then(
			() => {},
			() => {},
		);
		this.#underWay.set(entry, performance.now());
		entry.then(() => this.#underWay.delete(entry)).catch(() => {});
		return work;
	}

	/** Resolves when nothing is under way that still moves; requests that hang longer than the patience are left alone. */
	async settled(): Promise<void> {
		for (;;) {
			await turn();
			const now = performance.now();
			const moving = [...this.#underWay].filter(
				([, since]) => now - since < this.#patienceMs,
			);
			if (moving.length === 0) return;
			const oldest = Math.min(...moving.map(([, since]) => since));
			await firstOf(
				moving.map(([work]) => work),
				oldest + this.#patienceMs - now,
			);
		}
	}
}

async function firstOf(
	works: readonly Promise<unknown>[],
	waitMs: number,
): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const patience = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, waitMs);
	});
	await Promise.race([...works, patience]);
	clearTimeout(timer);
}

/** One turn of the event loop: everything that only waited for promises has run afterwards. */
function turn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
