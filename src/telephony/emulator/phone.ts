import type { Call } from "./call.ts";
import {
	type DeviceSide,
	PhoneDevice,
	type PhoneOptions,
} from "./phone-device.ts";

/** What a phone needs of the network that it belongs to. */
export interface PhoneNetworkSide extends DeviceSide {
	settled(): Promise<void>;
	/** Places a call of this phone; undefined if nobody takes calls at that number. */
	dial(phone: Phone, number: string, options: DialOptions): Call | undefined;
	sendText(phone: Phone, number: string, body: string): void;
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
 * One phone and whoever is at it: dials, answers and presses keys. What it is told to do resolves when the network has
 * come to rest.
 */
export class Phone extends PhoneDevice {
	readonly #side: PhoneNetworkSide;

	constructor(options: PhoneOptions, side: PhoneNetworkSide) {
		super(options, side);
		this.#side = side;
	}

	/** Dials a number. A line of the account answers or not; any other number is not in service. */
	async dials(number: string, options: DialOptions = {}): Promise<void> {
		if (this.current) throw this.#impossible("dial", "it is on a call");
		this.current = this.#side.dial(this, number, options);
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
			() => this.current?.bridgedWith?.handset === other,
			options,
			() =>
				`${this.name} was to talk to ${other.name}, but is ${this.state}${
					this.current?.bridgedWith ? " with another phone" : ""
				}`,
		);
	}

	#currentCall(toDo: string): Call {
		if (!this.current) throw this.#impossible(toDo, "it is not on a call");
		return this.current;
	}

	#ringingCall(toDo: string): Call {
		if (this.state !== "ringing" || !this.current) {
			throw this.#impossible(toDo, `it does not ring, it is ${this.state}`);
		}
		return this.current;
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
