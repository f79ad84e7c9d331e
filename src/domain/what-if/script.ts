/** What happens in a call that nobody made, line by line, as its tenant and its technicians would meet it. */
import type { Language, Sentence } from "../language.ts";
import type { PersonId } from "../rota/rota.ts";

export interface ScriptLine {
	readonly who: Who;
	readonly kind: ScriptKind;
	/** Words in the language they are spoken in, the same in all three; for the rest a sentence in each. */
	readonly says: Sentence;
	/** What the words are spoken in; null when they are no speech. */
	readonly language: Language | null;
	/** From the beginning of the call. Speech is reckoned at its usual pace, so that it is about right and no more. */
	readonly atSeconds: number;
	readonly seconds: number;
}

/** null: the tenant. */
export type Who = { readonly person: PersonId; readonly name: string } | null;

export type ScriptKind =
	| "dials"
	| "hears"
	| "presses"
	| "rings"
	| "stops-ringing"
	| "talks"
	| "speaks"
	| "is-texted"
	| "hangs-up";

/** How long words take to be spoken; about fourteen letters a second. */
export function speakingSeconds(words: string): number {
	return 0.5 + words.length / 14;
}

/** Collects lines one after another on a clock of its own. */
export class Script {
	readonly lines: ScriptLine[] = [];
	#seconds = 0;

	get seconds(): number {
		return this.#seconds;
	}

	/** The line begins now, or so many seconds later, and time does not pass. */
	note(who: Who, kind: ScriptKind, says: Sentence, later = 0): void {
		this.#add(who, kind, says, null, later, 0);
	}

	/** The line takes its time. */
	takes(who: Who, kind: ScriptKind, says: Sentence, seconds: number): void {
		this.#add(who, kind, says, null, 0, seconds);
		this.#seconds += seconds;
	}

	/** Words are heard to their end. */
	hears(who: Who, text: string, language: Language): void {
		const seconds = speakingSeconds(text);
		const says = { fi: text, sv: text, en: text };
		this.#add(who, "hears", says, language, 0, seconds);
		this.#seconds += seconds;
	}

	passes(seconds: number): void {
		this.#seconds += seconds;
	}

	#add(
		who: Who,
		kind: ScriptKind,
		says: Sentence,
		language: Language | null,
		later: number,
		seconds: number,
	): void {
		this.lines.push({
			who: who && { person: who.person, name: who.name },
			kind,
			says,
			language,
			atSeconds: tenths(this.#seconds + later),
			seconds: tenths(seconds),
		});
	}
}

function tenths(seconds: number): number {
	return Math.round(seconds * 10) / 10;
}
