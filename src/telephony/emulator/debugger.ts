import type { DateTime } from "luxon";

/** One line of the carrier's debugger: what the service's answers did wrong, with Twilio's own code for it. */
export interface DebuggerEntry {
	readonly at: DateTime;
	readonly level: "error" | "warning";
	readonly code: number;
	readonly message: string;
	readonly callSid?: string;
	readonly url?: string;
}

/** What went wrong in the network's dealings with the service, oldest first; the newest thousand are kept. */
export class Debugger {
	#entries: DebuggerEntry[] = [];
	readonly #now: () => DateTime;

	readonly #told: (entry: DebuggerEntry) => void;

	/** `told` hears of each entry as it is written. */
	constructor(now: () => DateTime, told: (entry: DebuggerEntry) => void) {
		this.#now = now;
		this.#told = told;
	}

	get entries(): readonly DebuggerEntry[] {
		return this.#entries;
	}

	/** The codes alone, in order. */
	get codes(): readonly number[] {
		return this.#entries.map((entry) => entry.code);
	}

	error(problem: Problem): void {
		this.#add("error", problem);
	}

	warning(problem: Problem): void {
		this.#add("warning", problem);
	}

	#add(level: DebuggerEntry["level"], problem: Problem): void {
		const entry = { at: this.#now(), level, ...problem };
		this.#entries = [...this.#entries.slice(-(mostEntries - 1)), entry];
		this.#told(entry);
	}
}

export type Problem = Omit<DebuggerEntry, "at" | "level">;

const mostEntries = 1000;
