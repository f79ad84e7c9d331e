/** What looking at everything that is sealed has shown, and its words. */
import type { Language, Sentence } from "../language.ts";
import type { LeafKind } from "./leaf.ts";

export type Tampering =
	| { readonly kind: "changed" | "missing"; readonly what: SealedName }
	/** Says to have happened when what was sealed then was all there was. */
	| { readonly kind: "backdated"; readonly what: SealedName }
	/** Facts that the call got after its seal, and that say to be older. */
	| { readonly kind: "added"; readonly what: SealedName }
	/** The seal's own row, or its leaves, are not those that it was made of. */
	| { readonly kind: "seal-changed"; readonly seal: string }
	| {
			readonly kind: "chain-broken";
			/** null: there is nothing before it. */
			readonly after: string | null;
			readonly before: string;
	  }
	/** Noted outside the database, and another one in it, or none. */
	| { readonly kind: "head-differs" | "head-missing"; readonly seal: string }
	/** The hash that was asked for is of no seal. */
	| { readonly kind: "head-unknown"; readonly hash: string };

/** An entry by its id, a rota by its line and version, a call by its sid. */
export interface SealedName {
	readonly kind: LeafKind;
	readonly number: string;
	readonly key: string;
}

export interface Verification {
	readonly isIntact: boolean;
	readonly entries: number;
	readonly rotas: number;
	readonly calls: number;
	readonly seals: number;
	/** The newest seal's hash; null before the first. */
	readonly head: string | null;
	/** What the next seal will hold. */
	readonly waiting: number;
	/** Calls, their entries and their facts that were put on record later than they happened, as after an outage. */
	readonly late: number;
	/** The first of them; what was verified by an older version does not say. */
	readonly lateOnes?: readonly SealedName[];
	/** Whether heads noted outside the database were there to compare with. */
	readonly comparedWithFile: boolean;
	/** The first ones; `tamperings` may be more than are listed. */
	readonly found: readonly Tampering[];
	readonly tamperings: number;
}

/** One sentence, without a full stop. */
export function tamperingInWords(one: Tampering): Sentence {
	switch (one.kind) {
		case "changed":
		case "missing":
		case "backdated":
		case "added":
			return sentence((language) =>
				deeds[one.kind][language](nameOf(one.what, language)),
			);
		case "seal-changed":
			return {
				fi: `Sinetti ${one.seal} tai sen lista on muuttunut`,
				sv: `Sigill ${one.seal} eller dess lista har ändrats`,
				en: `Seal ${one.seal} or its list has been changed`,
			};
		case "chain-broken":
			return one.after === null
				? {
						fi: `Ketju ei ala alusta: ensimmäinen sinetti on ${one.before}`,
						sv: `Kedjan börjar inte från början: det första sigillet är ${one.before}`,
						en: `The chain does not begin at its beginning: the first seal is ${one.before}`,
					}
				: {
						fi: `Ketju on poikki sinettien ${one.after} ja ${one.before} välissä`,
						sv: `Kedjan är bruten mellan sigill ${one.after} och ${one.before}`,
						en: `The chain is broken between seals ${one.after} and ${one.before}`,
					};
		case "head-differs":
			return {
				fi: `Sinetti ${one.seal} ei ole se, joka kirjattiin tietokannan ulkopuolelle`,
				sv: `Sigill ${one.seal} är inte det som antecknades utanför databasen`,
				en: `Seal ${one.seal} is not the one that was noted outside the database`,
			};
		case "head-missing":
			return {
				fi: `Sinetti ${one.seal} on poistettu: se on kirjattu tietokannan ulkopuolelle, mutta tietokannassa sitä ei ole`,
				sv: `Sigill ${one.seal} har tagits bort: det är antecknat utanför databasen men finns inte i den`,
				en: `Seal ${one.seal} has been deleted: it was noted outside the database and is not in it`,
			};
		case "head-unknown":
			return {
				fi: `Ketjussa ei ole sinettiä ${one.hash}`,
				sv: `Kedjan har inget sigill ${one.hash}`,
				en: `The chain has no seal ${one.hash}`,
			};
	}
}

function sentence(inWords: (language: Language) => string): Sentence {
	return { fi: inWords("fi"), sv: inWords("sv"), en: inWords("en") };
}

type Deed = Readonly<Record<Language, (name: string) => string>>;

const deeds: Readonly<
	Record<"changed" | "missing" | "backdated" | "added", Deed>
> = {
	added: {
		fi: (name) => `${name} on saanut sinetöinnin jälkeen lisätietoa`,
		sv: (name) => `${name} har fått tillägg efter förseglingen`,
		en: (name) => `${name} has been added to since it was sealed`,
	},
	changed: {
		fi: (name) => `${name} on muuttunut sinetöinnin jälkeen`,
		sv: (name) => `${name} har ändrats efter förseglingen`,
		en: (name) => `${name} has been changed since it was sealed`,
	},
	missing: {
		fi: (name) => `${name} on poistettu sinetöinnin jälkeen`,
		sv: (name) => `${name} har tagits bort efter förseglingen`,
		en: (name) => `${name} has been deleted since it was sealed`,
	},
	backdated: {
		fi: (name) =>
			`${name} on lisätty jälkikäteen: sen hetki oli jo sinetöity ilman sitä`,
		sv: (name) =>
			`${name} har lagts till i efterhand: dess tid var redan förseglad utan den`,
		en: (name) =>
			`${name} was put in afterwards: its time had been sealed without it`,
	},
};

/** What came late, by its name. */
export function lateInWords(one: SealedName): Sentence {
	return sentence((language) => nameOf(one, language));
}

function nameOf({ kind, number, key }: SealedName, language: Language): string {
	return {
		entry: {
			fi: `Kirjaus ${number}`,
			sv: `Post ${number}`,
			en: `Entry ${number}`,
		},
		rota: {
			fi: `Päivystyslista ${key}, versio ${number}`,
			sv: `Jourschema ${key}, version ${number}`,
			en: `Rota ${key}, version ${number}`,
		},
		call: {
			fi: `Puhelu ${key}`,
			sv: `Samtal ${key}`,
			en: `Call ${key}`,
		},
	}[kind][language];
}
