import { meaningsOf, type NumberMeaning } from "./typed-number.ts";

/** How the numbers of a file that are written without their country are read. */
export interface NumbersReading {
	/** Calling code of the country whose people they are taken for. */
	readonly country: string;
	/** Calling codes of all that some of them could be of. */
	readonly countries: readonly string[];
	/** How many of them had a choice. */
	readonly choices: number;
}

/**
 * Reads the numbers of a file as they are on record, or else as those of the people of one country, as far as they can be: of the one
 * that is wanted, else of the one in which most of them are mobile phones, else of the zones' first. Another country's number is a
 * choice, told with each, where the zones, people on record or people in the same file are there.
 */
export class FileNumbers {
	readonly #zones: readonly string[];
	readonly #wanted: string | null;
	readonly #meanings = new Map<string, readonly NumberMeaning[]>();
	/** By calling code: how many are mobile phones there, and whether the zones are there. */
	readonly #seen = new Map<string, { mobiles: number; isOwn: boolean }>();
	readonly #inUse = new Map<string, boolean>();
	readonly #known: ReadonlySet<string>;
	readonly #countries = new Set<string>();
	#choices = 0;

	/** @param known numbers of the people on record, E.164. */
	constructor(
		zones: readonly string[],
		wanted: string | null,
		known: readonly string[],
	) {
		this.#zones = zones;
		this.#wanted = wanted;
		this.#known = new Set(known);
		if (wanted !== null) this.#inUse.set(wanted, true);
	}

	/** Takes a number into account, before any is read. */
	see(text: string): void {
		if (this.#meanings.has(text)) return;
		const meanings = meaningsOf(text, this.#zones);
		this.#meanings.set(text, meanings);
		if (/^\s*(?:\+|00)/.test(text)) return;
		for (const { code, kind, isOwn } of meanings) {
			if (isOwn || meanings.length === 1) this.#inUse.set(code, true);
			const seen = this.#seen.get(code) ?? { mobiles: 0, isOwn };
			if (kind === "mobile") seen.mobiles += 1;
			this.#seen.set(code, seen);
		}
	}

	/** What the number is read as, null when it is none; and what else it could be. */
	read(text: string): {
		readonly number: string | null;
		readonly others: readonly string[];
	} {
		const meanings = this.#meanings.get(text) ?? [];
		const known = meanings.filter(({ number }) => this.#known.has(number));
		// What stands on record was chosen once, and is not asked again.
		if (this.#wanted === null && known.length === 1)
			return { number: known[0]?.number ?? null, others: [] };
		const country = this.#country();
		const meant = meanings.find(({ code }) => code === country) ?? meanings[0];
		const others = meanings.filter(
			(each) => each !== meant && this.#isInUse(each.code),
		);
		if (meant && others.length > 0) {
			this.#choices += 1;
			for (const { code } of [meant, ...others]) this.#countries.add(code);
		}
		return {
			number: meant?.number ?? null,
			others: others.map(({ number }) => number),
		};
	}

	/** Of what has been read; null when nothing had a choice. */
	reading(): NumbersReading | null {
		const country = this.#country();
		return this.#choices === 0 || country === null
			? null
			: {
					...{ country, choices: this.#choices },
					countries: [...this.#countries].sort(),
				};
	}

	#isInUse(code: string): boolean {
		const known = this.#inUse.get(code);
		if (known !== undefined) return known;
		const isInUse = [...this.#known].some((number) =>
			number.startsWith(`+${code}`),
		);
		this.#inUse.set(code, isInUse);
		return isInUse;
	}

	#country(): string | null {
		if (this.#wanted !== null) return this.#wanted;
		const [most] = [...this.#seen].sort(
			([, a], [, b]) =>
				b.mobiles - a.mobiles || Number(b.isOwn) - Number(a.isOwn),
		);
		return most?.[0] ?? null;
	}
}
