import { DateTime, Duration, type DurationLikeObject } from "luxon";

interface Timer {
	readonly due: number;
	readonly order: number;
	readonly run: () => void;
}

/**
 * The phone network's own time. It runs at a pace (1 is wall time, 0 stands still), can be made to pass, with
 * everything that falls due happening in order, and can be set to another instant, which lets nothing fall due.
 */
export class NetworkClock {
	/** Milliseconds that have passed in the network since it began; timers count in these. */
	#elapsed = 0;
	#anchor = performance.now();
	#pace: number;
	/** Epoch milliseconds at `elapsed` 0. */
	#epoch: number;
	#timers: Timer[] = [];
	#order = 0;
	#wake: NodeJS.Timeout | undefined;
	#passing: Promise<void> = Promise.resolve();
	readonly #settled: () => Promise<void>;
	readonly #changed: () => void;

	constructor(options: {
		readonly start: DateTime;
		readonly pace: number;
		/** Waits until what a timer set off has come to rest. */
		readonly settled: () => Promise<void>;
		/** Called when the clock was set, moved or paced. */
		readonly changed?: () => void;
	}) {
		this.#epoch = options.start.toMillis();
		this.#pace = options.pace;
		this.#settled = options.settled;
		this.#changed = options.changed ?? (() => {});
	}

	/** What time it is in the network, in UTC. */
	now(): DateTime {
		return DateTime.fromMillis(this.epochMs(), { zone: "utc" });
	}

	/** What time it is in the network, as whole epoch milliseconds. */
	epochMs(): number {
		return Math.round(this.#epoch + this.#current());
	}

	/** Seconds of network time for each second of wall time; 0 while the clock stands still. */
	get pace(): number {
		return this.#pace;
	}

	/** Makes the clock run at another pace from now on; 0 makes it stand. */
	setPace(pace: number): void {
		this.#anchorNow();
		this.#pace = pace;
		this.#arm();
		this.#changed();
	}

	/** Sets the clock to another instant, forwards or backwards. Calls in progress do not notice: no timer falls due. */
	set(at: DateTime): void {
		this.#epoch = at.toMillis() - this.#current();
		this.#changed();
	}

	/**
	 * Lets time pass: everything due within it happens in order, each with all the requests it causes answered and
	 * played before the next. Resolves when the network has come to rest afterwards.
	 */
	passes(duration: DurationLikeObject): Promise<void> {
		const ms = Duration.fromObject(duration).toMillis();
		const passed = this.#passing.then(() => this.#pass(ms));
		this.#passing = passed.catch(() => {});
		return passed;
	}

	/** Runs something after so many milliseconds of network time; the function it returns calls that off. */
	after(ms: number, run: () => void): () => void {
		const timer: Timer = {
			due: this.#current() + ms,
			order: this.#order++,
			run,
		};
		this.#timers.push(timer);
		this.#timers.sort((a, b) => a.due - b.due || a.order - b.order);
		this.#arm();
		return () => {
			this.#timers = this.#timers.filter((other) => other !== timer);
		};
	}

	/** Forgets every timer. */
	stop(): void {
		this.#timers = [];
		clearTimeout(this.#wake);
	}

	#current(): number {
		return this.#elapsed + (performance.now() - this.#anchor) * this.#pace;
	}

	#anchorNow(): void {
		this.#elapsed = this.#current();
		this.#anchor = performance.now();
	}

	#advanceTo(elapsed: number): void {
		this.#anchorNow();
		this.#elapsed = Math.max(this.#elapsed, elapsed);
	}

	async #pass(ms: number): Promise<void> {
		await this.#settled();
		const end = this.#current() + ms;
		for (;;) {
			const next = this.#timers[0];
			if (!next || next.due > end) break;
			this.#timers.shift();
			this.#advanceTo(next.due);
			next.run();
			await this.#settled();
		}
		this.#advanceTo(end);
		this.#arm();
		await this.#settled();
		this.#changed();
	}

	/** On a running clock, wakes when the next timer is due. */
	#arm(): void {
		clearTimeout(this.#wake);
		const next = this.#timers[0];
		if (!next || this.#pace === 0) return;
		const waitMs = Math.max(0, (next.due - this.#current()) / this.#pace);
		this.#wake = setTimeout(
			() => this.#ring(),
			Math.min(waitMs, longestTimeoutMs),
		);
	}

	#ring(): void {
		const now = this.#current() + clockGrainMs;
		while (this.#timers[0] && this.#timers[0].due <= now) {
			this.#timers.shift()?.run();
		}
		this.#arm();
	}
}

/** Node's timers may fire this much early. */
const clockGrainMs = 1;
/** Node's own limit for one timeout is 2^31 - 1 ms. */
const longestTimeoutMs = 2 ** 31 - 1;
