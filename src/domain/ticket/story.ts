/** The story of a call in sentences, for people who were not there. */
import type { RecordedFact } from "../call/facts.ts";
import { type Language, languages, type Sentence } from "../language.ts";
import type { Attempt } from "./attempts.ts";
import type { CallOutcome, RingOutcome } from "./ticket.ts";

export interface ToldCall {
	readonly facts: readonly RecordedFact[];
	readonly attempts: readonly Attempt[];
	readonly outcome: CallOutcome | null;
	readonly hasEnded: boolean;
}

/** One sentence for each thing that happened, in order, without a full stop. */
export function storyOf(call: ToldCall): Sentence[] {
	return [
		...opening(call),
		...call.attempts.map(attemptSentence),
		...troubles(call),
		...ending(call),
	];
}

/** The story in one language. */
export function storyIn(
	story: readonly Sentence[],
	language: Language,
): string[] {
	return story.map((sentence) => sentence[language]);
}

function opening({ facts }: ToldCall): Sentence[] {
	const arrived = facts.find((fact) => fact.kind === "call-arrived");
	if (facts.some(({ kind }) => kind === "call-recovered")) return [recovered];
	if (facts.some(({ kind }) => kind === "caller-blocked")) return [turnedAway];
	return arrived && arrived.rotaVersion === null ? [noRota] : [];
}

function attemptSentence({ name, outcome, screened }: Attempt): Sentence {
	if (outcome === "accepted" && !screened) return withName(name, answered);
	return withName(name, attemptWords[outcome]);
}

function troubles({ facts }: ToldCall): Sentence[] {
	return facts.some(({ kind }) => kind === "carrier-failed")
		? [carrierFailed]
		: [];
}

function ending({ facts, attempts, outcome, hasEnded }: ToldCall): Sentence[] {
	switch (outcome) {
		case "answered":
			return attempts.some((one) => one.outcome === "accepted")
				? []
				: [takenBySomebody];
		case "abandoned":
			return hasEnded ? [hungUp] : [];
		case "failed":
			return [notCarried];
		case "voicemail":
			return [messageLeft(secondsOfMessage(facts))];
		case "unanswered":
			return [hasEnded ? nobodyAndNoMessage : nobodyYet];
		default:
			return [];
	}
}

function secondsOfMessage(facts: readonly RecordedFact[]): number {
	for (const fact of facts)
		if (
			(fact.kind === "recording-announced" || fact.kind === "message-left") &&
			fact.seconds
		)
			return fact.seconds;
	return 0;
}

type Words = Readonly<Record<Language, (name: string) => string>>;

function withName(name: string, words: Words): Sentence {
	return {
		fi: words.fi(name),
		sv: words.sv(name),
		en: words.en(name),
	};
}

// Names stand uninflected: no program bends every Finnish name right.
const attemptWords: Readonly<Record<RingOutcome, Words>> = {
	ringing: {
		fi: (name) => `${name}: puhelin soi`,
		sv: (name) => `${name}: telefonen ringer`,
		en: (name) => `${name}'s phone is ringing`,
	},
	accepted: {
		fi: (name) => `${name} otti puhelun`,
		sv: (name) => `${name} tog samtalet`,
		en: (name) => `${name} accepted the call`,
	},
	declined: {
		fi: (name) => `${name} ei voinut ottaa puhelua`,
		sv: (name) => `${name} avböjde samtalet`,
		en: (name) => `${name} declined the call`,
	},
	"no-answer": {
		fi: (name) => `${name} ei vastannut`,
		sv: (name) => `${name} svarade inte`,
		en: (name) => `${name} did not answer`,
	},
	busy: {
		fi: (name) => `${name}: linja oli varattu`,
		sv: (name) => `${name}: det var upptaget`,
		en: (name) => `${name}'s line was busy`,
	},
	unreachable: {
		fi: (name) => `${name} ei ollut tavoitettavissa`,
		sv: (name) => `${name} kunde inte nås`,
		en: (name) => `${name} could not be reached`,
	},
	"voicemail-or-silence": {
		fi: (name) => `${name}: puhelimeen vastattiin, mutta kukaan ei painanut 1`,
		sv: (name) => `${name}: någon svarade, men ingen tryckte 1`,
		en: (name) => `${name}'s phone was answered, but nobody pressed 1`,
	},
	cancelled: {
		fi: (name) => `${name}: soitto keskeytyi`,
		sv: (name) => `${name}: uppringningen avbröts`,
		en: (name) => `${name}'s phone stopped ringing`,
	},
};

const answered: Words = {
	fi: (name) => `${name} vastasi puheluun`,
	sv: (name) => `${name} svarade`,
	en: (name) => `${name} answered the call`,
};

const noRota: Sentence = {
	fi: "Linjalla ei ollut julkaistua päivystyslistaa",
	sv: "Linjen hade inget publicerat jourschema",
	en: "The line had no published rota",
};

/** Of a call that was found in the carrier's own records. */
export const recovered: Sentence = {
	fi: "Puhelu ei tullut perille palveluun, vaan löytyi puhelinyhtiön tiedoista",
	sv: "Samtalet nådde inte tjänsten utan hittades i operatörens uppgifter",
	en: "The call did not reach the service; it was found in the carrier's records",
};

const turnedAway: Sentence = {
	fi: "Soittaja on estettyjen listalla, joten puhelu torjuttiin",
	sv: "Den som ringde är spärrad, så samtalet avvisades",
	en: "The caller is on the blocked list, so the call was turned away",
};

const takenBySomebody: Sentence = {
	fi: "Joku otti puhelun, mutta puhelinyhtiö ei kertonut kuka",
	sv: "Någon tog samtalet, men operatören berättade inte vem",
	en: "Somebody took the call, but the carrier did not say who",
};

const hungUp: Sentence = {
	fi: "Soittaja katkaisi puhelun ennen kuin kukaan vastasi",
	sv: "Den som ringde lade på innan någon hann svara",
	en: "The caller hung up before anybody answered",
};

const notCarried: Sentence = {
	fi: "Puhelinyhtiö ei saanut puhelua välitettyä",
	sv: "Operatören kunde inte förmedla samtalet",
	en: "The carrier could not carry the call",
};

const carrierFailed: Sentence = {
	fi: "Yhteydessä puhelinyhtiöön oli häiriö, ja puhelu ohjattiin varareittiä",
	sv: "Förbindelsen till operatören stördes, och samtalet gick reservvägen",
	en: "The connection to the carrier was disturbed, and the call went by the fallback",
};

const nobodyYet: Sentence = {
	fi: "Kukaan ei vastannut, ja soittajaa pyydettiin jättämään viesti",
	sv: "Ingen svarade, och den som ringde ombads lämna ett meddelande",
	en: "Nobody answered, and the caller was asked to leave a message",
};

const nobodyAndNoMessage: Sentence = {
	fi: "Kukaan ei vastannut, eikä soittaja jättänyt viestiä",
	sv: "Ingen svarade, och den som ringde lämnade inget meddelande",
	en: "Nobody answered, and the caller left no message",
};

function messageLeft(seconds: number): Sentence {
	return {
		fi: `Soittaja jätti viestin (${seconds} s)`,
		sv: `Den som ringde lämnade ett meddelande (${seconds} s)`,
		en: `The caller left a message (${seconds} s)`,
	};
}

/** The story in every language. */
export function storyInAll(
	story: readonly Sentence[],
): Record<Language, string[]> {
	const told: Record<Language, string[]> = { fi: [], sv: [], en: [] };
	for (const language of languages) told[language] = storyIn(story, language);
	return told;
}
