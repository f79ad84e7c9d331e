import type { DateTime } from "luxon";
import type { Call, Handset } from "./call.ts";
import type { NetworkClock } from "./clock.ts";
import type { Behaviour, PhoneRole, PhoneState } from "./habits.ts";
import type { Heard } from "./heard.ts";

export type HeardOnPhone = Heard & {
	readonly at: DateTime;
	readonly callSid: string;
	/** Counts everything this phone has heard, from 0. */
	readonly order: number;
};

export interface ReceivedMessage {
	readonly sid: string;
	readonly from: string;
	readonly body: string;
	readonly at: DateTime;
}

export interface PhoneOptions {
	/** E.164. */
	readonly number: string;
	readonly name: string;
	/** What its owner speaks. */
	readonly language?: "fi" | "sv" | "en";
	/** Whose it is: the page puts the tenant's on the left. */
	readonly role?: PhoneRole;
	readonly behaviour?: Behaviour;
}

/** What a phone needs of the network that it belongs to. */
export interface PhoneNetworkSide {
	readonly clock: NetworkClock;
	settled(): Promise<void>;
	/** Places a call of this phone; the promise is for its beginning only. */
	dial(phone: Phone, number: string, options: DialOptions): Call | undefined;
	sendText(phone: Phone, number: string, body: string): void;
	changed(): void;
}

export interface DialOptions {
	/** Shown as caller instead of the phone's number: `anonymous`, `unknown` or whatever raw string. */
	readonly as?: string;
	/** The number that forwarded the call here. */
	readonly forwardedFrom?: string;
	/** More parameters for the requests about the call, such as `StirVerstat`. */
	readonly params?: Readonly<Record<string, string>>;
}

/**
 * One phone: somebody dials, answers and presses keys on it, and what it hears is kept as words, in order. What it is
 * told to do resolves when the network has come to rest.
 */
export class Phone implements Handset {
	readonly number: string;
	readonly name: string;
	readonly language: "fi" | "sv" | "en";
	readonly role: PhoneRole;
	behaviour: Behaviour;
	/** Whether its owner says nothing when asked to speak after the beep. */
	silent = false;
	/** Everything that it has heard, oldest first; the newest 500. */
	heard: HeardOnPhone[] = [];
	/** Messages received, oldest first. */
	inbox: ReceivedMessage[] = [];
	#call: Call | undefined;
	#lastCall: Call | undefined;
	#heardCount = 0;
	#pendingKeys = "";
	readonly #side: PhoneNetworkSide;

	constructor(options: PhoneOptions, side: PhoneNetworkSide) {
		this.number = options.number;
		this.name = options.name;
		this.language = options.language ?? "fi";
		this.role = options.role ?? "technician";
		this.behaviour = options.behaviour ?? { kind: "by-hand" };
		this.#side = side;
	}

	/** The leg it is on, ringing included. */
	get call(): Call | undefined {
		return this.#call;
	}

	/** The leg it is on, or was on last. */
	get lastCall(): Call | undefined {
		return this.#call ?? this.#lastCall;
	}

	get state(): PhoneState {
		const call = this.#call;
		if (!call) return "idle";
		if (call.direction === "inbound") {
			return call.answeredAt ? "in-call" : "dialling";
		}
		return call.answeredAt ? "in-call" : "ringing";
	}

	/** Who is calling, while it rings or talks on a call it was rung for. */
	get callerShown(): string | undefined {
		const call = this.#call;
		return call && call.direction !== "inbound" ? call.from : undefined;
	}

	/** The words of the current or last call, in order. */
	get words(): readonly string[] {
		const sid = this.lastCall?.sid;
		return this.heard.flatMap((heard) =>
			heard.callSid === sid && "words" in heard ? [heard.words] : [],
		);
	}

	/** Dials a number. A line of the account answers or not; any other number is not in service. */
	async dials(number: string, options: DialOptions = {}): Promise<void> {
		if (this.#call) throw this.#impossible("dial", "it is on a call");
		this.#call = this.#side.dial(this, number, options);
		this.#side.changed();
		await this.#side.settled();
	}

	async answers(): Promise<void> {
		this.#ringingCall("answer").answer();
		await this.#side.settled();
	}

	/** Turns the ringing call away: busy, for whoever is calling. */
	async declines(): Promise<void> {
		this.#ringingCall("decline").end("busy", 486);
		await this.#side.settled();
	}

	/** Presses keys (0-9, *, #) one after the other, as a finger would; what is played may change in between. */
	async presses(digits: string): Promise<void> {
		if (!/^[0-9*#]*$/.test(digits)) {
			throw new Error(
				`A phone has the keys 0-9, * and #; it has no "${digits}"`,
			);
		}
		for (const digit of digits) {
			this.#currentCall("press keys").input({ kind: "digit", digit });
			await this.#side.settled();
		}
	}

	/** Says something: to the other human, to a recording, or to a `<Gather>` that listens. */
	async speaks(words: string): Promise<void> {
		this.#currentCall("speak").input({ kind: "speech", words });
		await this.#side.settled();
	}

	/** Ends the call from this end, at whatever point it is. */
	async hangsUp(): Promise<void> {
		const call = this.#currentCall("hang up");
		if (this.state === "ringing") call.end("busy", 486);
		else call.end("completed");
		await this.#side.settled();
	}

	async sendsText(number: string, body: string): Promise<void> {
		this.#side.sendText(this, number, body);
		await this.#side.settled();
	}

	/** What it does from now on when it is rung, and whether its owner says nothing. */
	changesTo(habits: {
		readonly behaviour: Behaviour;
		readonly silent: boolean;
	}): void {
		this.behaviour = habits.behaviour;
		this.silent = habits.silent;
		this.#side.changed();
	}

	receives(message: ReceivedMessage): void {
		this.inbox = [...this.inbox, message];
		this.#side.changed();
	}

	/** Resolves once it rings; network time passes up to `withinSeconds` for that. Throws if it does not. */
	async rings(
		options: { readonly withinSeconds?: number } = {},
	): Promise<void> {
		await this.#comesTrue(
			() => this.state === "ringing",
			options,
			() => `${this.name} was to ring, but is ${this.state}`,
		);
	}

	/** Resolves once the current or last call has let it hear this; throws, telling what it heard, if it has not. */
	async hears(
		what: string | RegExp,
		options: { readonly withinSeconds?: number } = {},
	): Promise<void> {
		const fits = (words: string) =>
			typeof what === "string" ? words.includes(what) : what.test(words);
		await this.#comesTrue(
			() => this.words.some(fits),
			options,
			() =>
				`${this.name} was to hear ${what}, but heard ${JSON.stringify(this.words)}`,
		);
	}

	/** Resolves once the two are connected; throws if they are not. */
	async isTalkingTo(
		other: Phone,
		options: { readonly withinSeconds?: number } = {},
	): Promise<void> {
		await this.#comesTrue(
			() => this.#call?.bridgedWith?.handset === other,
			options,
			() =>
				`${this.name} was to talk to ${other.name}, but is ${this.state}${
					this.#call?.bridgedWith ? " with another phone" : ""
				}`,
		);
	}

	/** Whether the two are connected. */
	isConnectedTo(other: Phone): boolean {
		return this.#call?.bridgedWith?.handset === other;
	}

	/**
	 * Somebody rings this phone: it rings, or tells at once that it will not. A phone that is on a call is busy.
	 */
	offers(call: Call): "ringing" | "busy" | "unreachable" {
		if (this.behaviour.kind === "switched-off") return "unreachable";
		if (this.behaviour.kind === "busy" || this.#call) return "busy";
		this.#call = call;
		call.handset = this;
		this.#actsByItself(call);
		this.#side.changed();
		return "ringing";
	}

	plays(call: Call, heard: Heard): void {
		const entry = {
			...heard,
			at: this.#side.clock.now(),
			callSid: call.sid,
			order: this.#heardCount++,
		};
		this.heard = [...this.heard.slice(-499), entry];
		this.#side.changed();
	}

	changed(call: Call): void {
		if (call.isOver && this.#call === call) {
			this.#lastCall = call;
			this.#call = undefined;
			this.#pendingKeys = "";
		}
		this.#side.changed();
	}

	isAsked(call: Call): void {
		const keys = this.#pendingKeys;
		this.#pendingKeys = "";
		for (const digit of keys) call.input({ kind: "digit", digit });
		this.#side.changed();
	}

	#actsByItself(call: Call): void {
		const { behaviour } = this;
		const after = (seconds: number, act: () => void) => {
			const cancel = this.#side.clock.after(seconds * 1000, act);
			call.whenOver.then(cancel).catch(() => {});
		};
		if (behaviour.kind === "voicemail") {
			after(behaviour.afterSeconds, () => call.answer());
		} else if (behaviour.kind === "declines") {
			after(behaviour.afterSeconds, () => call.end("busy", 486));
		} else if (behaviour.kind === "answers") {
			this.#pendingKeys = behaviour.presses ?? "";
			after(behaviour.afterSeconds, () => call.answer());
		}
	}

	#currentCall(toDo: string): Call {
		if (!this.#call) throw this.#impossible(toDo, "it is not on a call");
		return this.#call;
	}

	#ringingCall(toDo: string): Call {
		if (this.state !== "ringing" || !this.#call) {
			throw this.#impossible(toDo, `it does not ring, it is ${this.state}`);
		}
		return this.#call;
	}

	#impossible(toDo: string, because: string): Error {
		return new ImpossibleOnPhone(
			`${this.name} (${this.number}) cannot ${toDo}: ${because}`,
		);
	}

	async #comesTrue(
		isTrue: () => boolean,
		options: { readonly withinSeconds?: number },
		problem: () => string,
	): Promise<void> {
		const { clock } = this.#side;
		await this.#side.settled();
		const until = clock.epochMs() + (options.withinSeconds ?? 0) * 1000;
		while (!isTrue()) {
			if (clock.epochMs() >= until) throw new Error(problem());
			if (clock.pace === 0) await clock.passes({ seconds: 1 });
			else await new Promise<void>((resolve) => clock.after(100, resolve));
		}
	}
}

/** A phone was told to do what it cannot do now, such as answering when it does not ring. */
export class ImpossibleOnPhone extends Error {
	override readonly name = "ImpossibleOnPhone";
}
