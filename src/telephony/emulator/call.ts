import type { DateTime } from "luxon";
import { Cookies } from "./cookies.ts";
import type { Heard } from "./heard.ts";
import { newSid } from "./sid.ts";

export type CallStatus =
	| "queued"
	| "initiated"
	| "ringing"
	| "in-progress"
	| "completed"
	| "busy"
	| "failed"
	| "no-answer"
	| "canceled";

export type Direction = "inbound" | "outbound-api" | "outbound-dial";

/** Where a document of instructions comes from. */
export type Source =
	| {
			readonly kind: "url";
			readonly url: string;
			readonly method: "GET" | "POST";
			readonly params?: Readonly<Record<string, string>>;
	  }
	| { readonly kind: "inline"; readonly twiml: string };

/** What somebody at the far end of a leg does. */
export type Input =
	| { readonly kind: "digit"; readonly digit: string }
	| { readonly kind: "speech"; readonly words: string };

/** The far end of a leg. */
export interface Handset {
	plays(call: Call, heard: Heard): void;
	/** A prompt is over and keys or words are awaited. */
	isAsked(call: Call): void;
	/** The state of the leg changed. */
	changed(call: Call): void;
	/** Whether nobody says anything at this end. */
	readonly silent: boolean;
}

/** Whom to tell of the events of a leg. */
export interface Subscription {
	readonly url: string;
	readonly method: "GET" | "POST";
	readonly events: ReadonlySet<CallEvent>;
}

export type CallEvent = "initiated" | "ringing" | "answered" | "completed";

/** Thrown into whatever a leg is playing when it is over, or is to play something else. */
export class Interrupted extends Error {
	override readonly name = "Interrupted";
}

/** One leg: the connection of one party, with its own sid, status and callbacks. */
export class Call {
	readonly sid = newSid("CA");
	readonly direction: Direction;
	readonly from: string;
	readonly to: string;
	readonly parent: Call | undefined;
	readonly createdAt: DateTime;
	readonly cookies = new Cookies();
	/** Parameters that only some calls carry, such as `ForwardedFrom`. */
	readonly extraParams: Readonly<Record<string, string>>;
	readonly subscription: Subscription | undefined;
	/** Where to turn when instructions cannot be had. */
	readonly fallback: Extract<Source, { kind: "url" }> | undefined;
	status: CallStatus = "queued";
	answeredAt: DateTime | undefined;
	endedAt: DateTime | undefined;
	/** The SIP response that told how an unanswered leg ended. */
	sipResponseCode: number | undefined;
	/** Milliseconds that it waited for its turn to be placed. */
	queueTimeMs = 0;
	handset: Handset | undefined;
	/** The leg it talks to. */
	bridgedWith: Call | undefined;
	/** Takes the keys and words of the far end while somebody waits for them. */
	onInput: ((input: Input) => void) | undefined;
	/** Set while it is connected to a leg that would go on without it if it were given instructions of its own. */
	onTakenAway: (() => void) | undefined;
	/** Whether instructions are being played on it. */
	playing = false;
	/** Called when the last instruction has been played, or broken off. */
	onPlayedOut: (() => void) | undefined;
	readonly whenAnswered: Promise<void>;
	readonly whenOver: Promise<void>;
	/** Called with each event as it happens. */
	readonly #notify: (call: Call, event: CallEvent) => void;
	readonly #now: () => DateTime;
	#redirection: Source | undefined;
	#onInterruption = new Set<() => void>();
	#answered = () => {};
	#over = () => {};

	constructor(options: {
		readonly direction: Direction;
		readonly from: string;
		readonly to: string;
		readonly now: () => DateTime;
		readonly notify: (call: Call, event: CallEvent) => void;
		readonly parent?: Call | undefined;
		readonly subscription?: Subscription | undefined;
		readonly fallback?: Extract<Source, { kind: "url" }> | undefined;
		readonly extraParams?: Readonly<Record<string, string>> | undefined;
	}) {
		this.direction = options.direction;
		this.from = options.from;
		this.to = options.to;
		this.parent = options.parent;
		this.subscription = options.subscription;
		this.fallback = options.fallback;
		this.extraParams = options.extraParams ?? {};
		this.#now = options.now;
		this.#notify = options.notify;
		this.createdAt = options.now();
		this.whenAnswered = new Promise((resolve) => {
			this.#answered = resolve;
		});
		this.whenOver = new Promise((resolve) => {
			this.#over = resolve;
		});
	}

	get isOver(): boolean {
		return this.endedAt !== undefined;
	}

	/** Whole seconds between answer and end; 0 if it was never answered. */
	get durationSeconds(): number {
		if (!this.answeredAt) return 0;
		const end = this.endedAt ?? this.#now();
		return Math.round(end.diff(this.answeredAt).as("seconds"));
	}

	initiate(): void {
		if (this.isOver) return;
		this.status = "initiated";
		this.#notify(this, "initiated");
	}

	ring(): void {
		if (this.isOver) return;
		this.status = "ringing";
		this.#notify(this, "ringing");
		this.handset?.changed(this);
	}

	/** Somebody, or the network, takes the call; without effect if that has happened or the leg is over. */
	answer(): void {
		if (this.isOver || this.answeredAt) return;
		this.status = "in-progress";
		this.answeredAt = this.#now();
		this.#notify(this, "answered");
		this.handset?.changed(this);
		this.#answered();
	}

	/** Ends the leg, whatever it is doing; without effect if it is over. One that was never placed ends without a word. */
	end(
		status: "completed" | "busy" | "failed" | "no-answer" | "canceled",
		sipResponseCode?: number,
	): void {
		if (this.isOver) return;
		const wasPlaced = this.status !== "queued";
		this.status = status;
		this.endedAt = this.#now();
		this.sipResponseCode = sipResponseCode;
		this.onInput = undefined;
		this.handset?.changed(this);
		this.#over();
		this.#interrupt();
		if (wasPlaced) this.#notify(this, "completed");
	}

	/** Lets whatever is played stop and the instructions of `to` be played instead. */
	redirect(to: Source): void {
		this.#redirection = to;
		this.#interrupt();
	}

	/** What to play instead, once; undefined if the leg was not redirected. */
	takeRedirection(): Source | undefined {
		const to = this.#redirection;
		this.#redirection = undefined;
		return to;
	}

	/** The same outcome as `work`, unless the leg is over or redirected before: then `Interrupted` is thrown. */
	async guard<T>(work: Promise<T>): Promise<T> {
		if (this.isOver || this.#redirection) throw new Interrupted();
		let stop = () => {};
		const interrupted = new Promise<never>((_, reject) => {
			stop = () => reject(new Interrupted());
		});
		this.#onInterruption.add(stop);
		try {
			return await Promise.race([work, interrupted]);
		} finally {
			this.#onInterruption.delete(stop);
		}
	}

	/** The far end hears something, unless the leg is over. */
	hear(heard: Heard): void {
		if (!this.isOver) this.handset?.plays(this, heard);
	}

	/** The far end presses a key or says something. */
	input(input: Input): void {
		if (this.isOver) return;
		if (input.kind === "speech") {
			this.bridgedWith?.hear({ kind: "speech", words: input.words });
		}
		this.onInput?.(input);
	}

	#interrupt(): void {
		for (const stop of [...this.#onInterruption]) stop();
	}
}
