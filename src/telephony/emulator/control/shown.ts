import type { Behaviour, PhoneRole, PhoneState } from "../habits.ts";
import type { Heard } from "../heard.ts";

/** Something heard. */
export type HeardShown = Heard & {
	/** Epoch milliseconds. */
	readonly at: number;
	readonly callSid: string;
	/** Counts everything the phone has heard, from 0. */
	readonly order: number;
};

export interface MessageShown {
	readonly sid: string;
	readonly from: string;
	readonly body: string;
	/** Epoch milliseconds. */
	readonly at: number;
}

export interface PhoneShown {
	readonly number: string;
	readonly name: string;
	readonly language: "fi" | "sv" | "en";
	readonly role: PhoneRole;
	readonly behaviour: Behaviour;
	readonly silent: boolean;
	readonly state: PhoneState;
	/** Who is calling, on its display. */
	readonly callerShown: string | null;
	/** What it has dialled. */
	readonly dialled: string | null;
	/** The number of the phone it is connected to. */
	readonly talkingTo: string | null;
	/** Since when its call is answered, epoch milliseconds. */
	readonly answeredAt: number | null;
	/** What its call waits for: a key, what is to be recorded, or somebody at the other end. */
	readonly awaits: "keys" | "message" | "answer" | null;
	/** What the current or last call let it hear. */
	readonly heard: readonly HeardShown[];
	readonly inbox: readonly MessageShown[];
}

/** Everything that the phones page shows. */
export interface Snapshot {
	/** What time it is in the network, epoch milliseconds. */
	readonly now: number;
	readonly pace: number;
	/** Whether the network's time is wall time. */
	readonly isRealTime: boolean;
	readonly zone: string;
	readonly consoleUrl: string | null;
	readonly lines: readonly { readonly number: string; readonly name: string }[];
	readonly phones: readonly PhoneShown[];
	readonly problems: readonly {
		readonly at: number;
		readonly level: "error" | "warning";
		readonly code: number;
		readonly message: string;
	}[];
}
