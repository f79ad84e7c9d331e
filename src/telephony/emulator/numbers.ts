import type { DateTime } from "luxon";
import { newSid } from "./sid.ts";

/** A number of the account and where its calls and messages are to be announced. */
export interface AccountNumber {
	readonly sid: string;
	readonly number: string;
	readonly createdAt: DateTime;
	friendlyName: string;
	voiceUrl: string;
	voiceMethod: "GET" | "POST";
	voiceFallbackUrl: string;
	voiceFallbackMethod: "GET" | "POST";
	statusCallback: string;
	statusCallbackMethod: "GET" | "POST";
	smsUrl: string;
	smsMethod: "GET" | "POST";
	smsFallbackUrl: string;
	smsFallbackMethod: "GET" | "POST";
	updatedAt: DateTime;
}

export type NumberSettings = Partial<
	Omit<AccountNumber, "sid" | "number" | "createdAt" | "updatedAt">
>;

/** The numbers of the account. */
export class Numbers {
	readonly #bySid = new Map<string, AccountNumber>();
	readonly #now: () => DateTime;

	constructor(now: () => DateTime) {
		this.#now = now;
	}

	/** Gives the account a number, or changes the settings of one it has. `number` is E.164; URLs may carry fragments. */
	register(
		options: { readonly number: string } & NumberSettings,
	): AccountNumber {
		const { number, ...settings } = options;
		const known = this.of(number);
		if (known) return this.change(known, settings);
		const added: AccountNumber = {
			sid: newSid("PN"),
			number,
			createdAt: this.#now(),
			updatedAt: this.#now(),
			friendlyName: number,
			voiceUrl: "",
			voiceMethod: "POST",
			voiceFallbackUrl: "",
			voiceFallbackMethod: "POST",
			statusCallback: "",
			statusCallbackMethod: "POST",
			smsUrl: "",
			smsMethod: "POST",
			smsFallbackUrl: "",
			smsFallbackMethod: "POST",
			...settings,
		};
		this.#bySid.set(added.sid, added);
		return added;
	}

	/** Changes what is given and leaves the rest. */
	change(number: AccountNumber, settings: NumberSettings): AccountNumber {
		return Object.assign(number, settings, { updatedAt: this.#now() });
	}

	remove(sid: string): boolean {
		return this.#bySid.delete(sid);
	}

	of(number: string): AccountNumber | undefined {
		return this.all().find((known) => known.number === number);
	}

	bySid(sid: string): AccountNumber | undefined {
		return this.#bySid.get(sid);
	}

	all(): readonly AccountNumber[] {
		return [...this.#bySid.values()];
	}
}
