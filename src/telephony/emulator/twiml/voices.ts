import type { Element } from "./document.ts";

/** Voices by language, as far as a line in Finland or Sweden would use them. Source: the official client's own list. */
const languageOfPolly: Readonly<Record<string, string>> = {
	"Suvi-Neural": "fi-FI",
	Astrid: "sv-SE",
	"Elin-Neural": "sv-SE",
	...voicesOf(
		"en-GB",
		"Amy Brian Emma Amy-Neural Brian-Neural Emma-Neural Arthur-Neural Amy-Generative",
	),
	...voicesOf(
		"en-US",
		"Ivy Joanna Joey Justin Kendra Kimberly Matthew Salli Ivy-Neural Joanna-Neural Joey-Neural Justin-Neural Kendra-Neural Kevin-Neural Kimberly-Neural Matthew-Neural Salli-Neural Ruth-Neural Stephen-Neural Danielle-Neural Gregory-Neural Joanna-Generative Matthew-Generative Ruth-Generative Stephen-Generative Danielle-Generative",
	),
};

function voicesOf(language: string, names: string): Record<string, string> {
	return Object.fromEntries(names.split(" ").map((name) => [name, language]));
}

export type Voice =
	| {
			readonly kind: "voice";
			readonly voice: string;
			readonly language: string;
	  }
	| { readonly kind: "refused"; readonly message: string };

/** The voice and language of a `<Say>`; a voice that is unknown or does not speak the language is refused. */
export function voiceOf(say: Element): Voice {
	const voice = say.attributes.voice ?? "man";
	const asked = say.attributes.language;
	if (["man", "woman", "alice"].includes(voice)) {
		return { kind: "voice", voice, language: asked ?? "en-US" };
	}
	const spoken = languageSpokenBy(voice);
	if (!spoken) return refused(`there is no voice ${voice}`);
	if (asked !== undefined && asked !== spoken) {
		return refused(`${voice} speaks ${spoken}, not ${asked}`);
	}
	return { kind: "voice", voice, language: spoken };
}

function languageSpokenBy(voice: string): string | undefined {
	const polly = /^Polly\.(.+)$/.exec(voice)?.[1];
	if (polly !== undefined) return languageOfPolly[polly];
	return /^Google\.([a-z]{2,3}-[A-Z]{2})-(?:Standard|Wavenet|Neural2|Chirp3-HD)-\w+$/.exec(
		voice,
	)?.[1];
}

function refused(message: string): Voice {
	return { kind: "refused", message };
}

/** Milliseconds that a voice needs for words: about 14 characters a second, and a breath. */
export function speakingMs(words: string): number {
	return 400 + Math.round((words.length / 14) * 1000);
}
