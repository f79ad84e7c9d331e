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

/** What a phone needs of the network to do by itself what it does. */
export interface DeviceSide {
	readonly clock: NetworkClock;
	changed(): void;
}

/** What a phone is without anybody at it: it rings, hears, receives, and does by itself what it is set to do. */
export class PhoneDevice implements Handset {
	readonly number: string;
	readonly name: string;
	readonly language: "fi" | "sv" | "en";
	readonly role: PhoneRole;
	behaviour: Behaviour;
	/** Whether its owner says nothing when asked to speak after the beep. */
	silent = false;
	/** Everything that it has heard, oldest first; the newest of it. */
	heard: HeardOnPhone[] = [];
	/** Messages received, oldest first. */
	inbox: ReceivedMessage[] = [];
	protected current: Call | undefined;
	#lastCall: Call | undefined;
	#heardCount = 0;
	#pendingKeys = "";
	protected readonly side: DeviceSide;

	constructor(options: PhoneOptions, side: DeviceSide) {
		this.number = options.number;
		this.name = options.name;
		this.language = options.language ?? "fi";
		this.role = options.role ?? "technician";
		this.behaviour = options.behaviour ?? { kind: "by-hand" };
		this.side = side;
	}

	/** The leg it is on, ringing included. */
	get call(): Call | undefined {
		return this.current;
	}

	/** The leg it is on, or was on last. */
	get lastCall(): Call | undefined {
		return this.current ?? this.#lastCall;
	}

	get state(): PhoneState {
		const call = this.current;
		if (!call) return "idle";
		if (call.direction === "inbound") {
			return call.answeredAt ? "in-call" : "dialling";
		}
		return call.answeredAt ? "in-call" : "ringing";
	}

	/** Who is calling, while it rings or talks on a call it was rung for. */
	get callerShown(): string | undefined {
		const call = this.current;
		return call && call.direction !== "inbound" ? call.from : undefined;
	}

	/** The words of the current or last call, in order. */
	get words(): readonly string[] {
		const sid = this.lastCall?.sid;
		return this.heard.flatMap((heard) =>
			heard.callSid === sid && "words" in heard ? [heard.words] : [],
		);
	}

	/** What it does from now on when it is rung, and whether its owner says nothing. */
	changesTo(habits: {
		readonly behaviour: Behaviour;
		readonly silent: boolean;
	}): void {
		this.behaviour = habits.behaviour;
		this.silent = habits.silent;
		this.side.changed();
	}

	receives(message: ReceivedMessage): void {
		this.inbox = [...this.inbox, message];
		this.side.changed();
	}

	/** Whether the two are connected. */
	isConnectedTo(other: PhoneDevice): boolean {
		return this.current?.bridgedWith?.handset === other;
	}

	/**
	 * Somebody rings this phone: it rings, or tells at once that it will not. A phone that is on a call is busy.
	 */
	offers(call: Call): "ringing" | "busy" | "unreachable" {
		if (this.behaviour.kind === "switched-off") return "unreachable";
		if (this.behaviour.kind === "busy" || this.current) return "busy";
		this.current = call;
		call.handset = this;
		this.#actsByItself(call);
		this.side.changed();
		return "ringing";
	}

	plays(call: Call, heard: Heard): void {
		const entry = {
			...heard,
			at: this.side.clock.now(),
			callSid: call.sid,
			order: this.#heardCount++,
		};
		this.heard = [...this.heard.slice(1 - mostHeard), entry];
		this.side.changed();
	}

	changed(call: Call): void {
		if (call.isOver && this.current === call) {
			this.#lastCall = call;
			this.current = undefined;
			this.#pendingKeys = "";
		}
		this.side.changed();
	}

	isAsked(call: Call): void {
		const keys = this.#pendingKeys;
		this.#pendingKeys = "";
		for (const digit of keys) call.input({ kind: "digit", digit });
		this.side.changed();
	}

	#actsByItself(call: Call): void {
		const { behaviour } = this;
		const after = (seconds: number, act: () => void) => {
			const cancel = this.side.clock.after(seconds * 1000, act);
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
}

const mostHeard = 500;
