import type { Call } from "./call.ts";
import type { Callbacks } from "./callbacks.ts";
import type { NetworkClock } from "./clock.ts";
import type { Debugger } from "./debugger.ts";
import type { Messages } from "./messages.ts";
import type { Misbehaviour } from "./misbehaviour.ts";
import type { Numbers } from "./numbers.ts";
import type { Phones } from "./phones.ts";
import type { Recordings } from "./recordings.ts";
import type { Requester } from "./requester.ts";
import type { Settling } from "./settling.ts";

/** Everything that the network is made of, passed to whoever needs it. */
export interface Carrier {
	readonly accountSid: string;
	readonly authToken: string;
	/** Base of the network's own addresses, without a trailing slash. */
	readonly url: string;
	readonly clock: NetworkClock;
	readonly settling: Settling;
	readonly requester: Requester;
	readonly callbacks: Callbacks;
	readonly debugger: Debugger;
	readonly misbehave: Misbehaviour;
	readonly phones: Phones;
	readonly numbers: Numbers;
	readonly messages: Messages;
	readonly recordings: Recordings;
	/** Every leg by its sid, in the order they began. */
	readonly calls: Map<string, Call>;
	/** What can be changed about the account while it runs. */
	readonly settings: Settings;
}

export interface Settings {
	/** Real milliseconds after which an unanswered webhook counts as hanging and is waited for no more. */
	patienceMs: number;
	/** Words take as long as a voice needs for them, or no time at all. */
	speech: "spoken" | "instant";
	/** Countries (ISO 3166 alpha-2) that may be called and written to. */
	allowedCountries: readonly string[];
	/** Calls that the REST API places each second; more wait for their turn. */
	callsPerSecond: number;
	/** Seconds between the end of a recording and its file. */
	recordingDelaySeconds: number;
	/** Seconds between a message's `sent` and its `delivered`. */
	deliverySeconds: number;
	/** What one segment of a message costs, in US dollars; null: never told. */
	segmentPrice: number | null;
	/** Whether recordings are only handed out with the account's credentials. */
	mediaNeedsCredentials: boolean;
	/** Where the sound of recordings is stored, if elsewhere: it is sent on to from the REST API. */
	mediaIsAt: string | null;
	/** Numbers outside the account that may be shown as caller. */
	verifiedCallerIds: readonly string[];
}
