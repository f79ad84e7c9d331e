import { Phone, type PhoneNetworkSide } from "./phone.ts";
import type { PhoneOptions } from "./phone-device.ts";

/** The phones that the network reaches. */
export class Phones {
	readonly #byNumber = new Map<string, Phone>();
	readonly #side: PhoneNetworkSide;

	constructor(side: PhoneNetworkSide) {
		this.#side = side;
	}

	/** Adds a phone; throws if its number is taken. */
	add(options: PhoneOptions): Phone {
		if (this.#byNumber.has(options.number)) {
			throw new Error(
				`There is a phone with the number ${options.number}; give this one another`,
			);
		}
		const phone = new Phone(options, this.#side);
		this.#byNumber.set(phone.number, phone);
		this.#side.changed();
		return phone;
	}

	/** The phone with this number, if there is one. */
	find(number: string): Phone | undefined {
		return this.#byNumber.get(number);
	}

	/** The phone with this number; throws if there is none. */
	get(number: string): Phone {
		const phone = this.#byNumber.get(number);
		if (!phone) throw new Error(`There is no phone with the number ${number}`);
		return phone;
	}

	/** All of them, in the order they were added. */
	all(): readonly Phone[] {
		return [...this.#byNumber.values()];
	}

	/** Takes a phone away; whatever call it is on ends. */
	remove(number: string): boolean {
		this.#byNumber.get(number)?.call?.end("completed");
		const removed = this.#byNumber.delete(number);
		this.#side.changed();
		return removed;
	}
}
