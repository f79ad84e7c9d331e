import type { DateTime } from "luxon";
import { newSid } from "./sid.ts";

export interface Recording {
	readonly sid: string;
	readonly callSid: string;
	readonly startedAt: DateTime;
	readonly source: "RecordVerb" | "DialVerb";
	readonly channels: 1 | 2;
	/** What was said while it ran, for the page. */
	readonly words: string[];
	status: "in-progress" | "processing" | "completed";
	seconds: number;
}

/** The recordings of the account. */
export class Recordings {
	readonly #bySid = new Map<string, Recording>();

	start(
		options: Pick<Recording, "callSid" | "startedAt" | "source" | "channels">,
	): Recording {
		const recording: Recording = {
			...options,
			sid: newSid("RE"),
			words: [],
			status: "in-progress",
			seconds: 0,
		};
		this.#bySid.set(recording.sid, recording);
		return recording;
	}

	bySid(sid: string): Recording | undefined {
		return this.#bySid.get(sid);
	}

	all(): readonly Recording[] {
		return [...this.#bySid.values()];
	}

	remove(sid: string): boolean {
		return this.#bySid.delete(sid);
	}
}
