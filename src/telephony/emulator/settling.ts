/**
 * Knows which requests of the phone network are still under way, so that a test can wait for the network to come to
 * rest instead of sleeping.
 */
export class Settling {
	readonly #underWay = new Map<Promise<unknown>, Work>();
	readonly #patienceMs: () => number;

	/** `patienceMs`: real milliseconds without a sign of life after which work counts as hanging and is waited for no more. */
	constructor(patienceMs: () => number) {
		this.#patienceMs = patienceMs;
	}

	/** Does the work, counting it as under way until it is done or has failed; `stirs` is its sign of life. */
	track<T>(work: (stirs: () => void) => Promise<T>): Promise<T> {
		const entry: Work = { stirredAt: performance.now() };
		const result = work(() => {
			entry.stirredAt = performance.now();
		});
		const end = result.then(
			() => {},
			() => {},
		);
		this.#underWay.set(end, entry);
		void end.then(() => this.#underWay.delete(end));
		return result;
	}

	/** Resolves when nothing is under way that still moves; what hangs longer than the patience is left alone. */
	async settled(): Promise<void> {
		for (;;) {
			await turn();
			const now = performance.now();
			const patienceMs = this.#patienceMs();
			const moving = [...this.#underWay].filter(
				([, { stirredAt }]) => now - stirredAt < patienceMs,
			);
			if (moving.length === 0) return;
			const oldest = Math.min(...moving.map(([, work]) => work.stirredAt));
			await firstOf(
				moving.map(([end]) => end),
				oldest + patienceMs - now,
			);
		}
	}
}

interface Work {
	stirredAt: number;
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
