/** What was done about a ticket, in sentences. */
import type { Language, Sentence } from "../language.ts";
import { changesInWords, type HistoryNames } from "./changes-in-words.ts";
import {
	byItself,
	type DeedWords,
	didSomethingElse,
	type Told,
	whatTheyDid,
} from "./deed-words.ts";

/** An entry of the audit log about a ticket. */
export interface Deed {
	readonly actor: string;
	readonly action: string;
	readonly reason?: string | null;
	readonly before: unknown;
	readonly after: unknown;
}

/** The deed in one sentence; a change of fields is told from what to what. */
export function deedInWords(deed: Deed, names: HistoryNames): Sentence {
	const before = fieldsOf(deed.before);
	const after = fieldsOf(deed.after);
	if (deed.action === "ticket-changed")
		return changesInWords(deed.actor, before, after, names);
	return inEach(deedWith(deed, before, after), (words) => `${words}.`);
}

/** The same without an end and without what changed, for a sentence that goes on. */
export function deedInBrief(deed: Deed): Sentence {
	return deedWith(deed, fieldsOf(deed.before), fieldsOf(deed.after));
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
	return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function deedWith(
	{ actor, action, reason }: Deed,
	before: Fields,
	after: Fields,
): Sentence {
	const told: Told = { before, after };
	if (action === "ticket-acknowledged" && reason === tookTheCall)
		return {
			fi: `${actor} otti puhelun ja hoitaa vikailmoituksen`,
			sv: `${actor} tog samtalet och har felanmälan`,
			en: `${actor} took the call and has the ticket`,
		};
	const itself = isLine(actor) ? wordsFor(byItself, action)?.(told) : undefined;
	if (itself) return itself;
	const did = wordsFor(whatTheyDid, action)?.(told) ?? didSomethingElse(action);
	const who = isLine(actor) ? theLine : { fi: actor, sv: actor, en: actor };
	return {
		fi: `${who.fi} ${did.fi}`,
		sv: `${who.sv} ${did.sv}`,
		en: `${who.en} ${did.en}`,
	};
}

/** What the service does by itself is not done by anybody. */
function isLine(actor: string): boolean {
	return actor.startsWith("line:") || actor === "reconciliation";
}

function wordsFor(words: DeedWords, action: string) {
	return Object.hasOwn(words, action) ? words[action] : undefined;
}

/** The reason of the entry that the line makes when somebody takes the call. */
const tookTheCall = "took the call";

const theLine: Sentence = { fi: "Linja", sv: "Linjen", en: "The line" };

function inEach(
	sentence: Sentence,
	change: (words: string, language: Language) => string,
): Sentence {
	return {
		fi: change(sentence.fi, "fi"),
		sv: change(sentence.sv, "sv"),
		en: change(sentence.en, "en"),
	};
}
