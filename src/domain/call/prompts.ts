/** What the line says to the caller, in every language; each prompt can be replaced by the line's own text or audio. */
import type { Language, Sentence } from "../language.ts";
import type { Spoken } from "./instructions.ts";
import type { CallLine } from "./plan.ts";

/** The names under which a line can put its own text or audio file. */
export const promptNames = [
	"greeting",
	"emergency",
	"recording",
	"charge",
	"menu",
	"connecting",
	"next",
	"voicemail",
	"thanks",
	"nobody",
] as const;

export type PromptName = (typeof promptNames)[number];

/** How long the menu waits for a key before the line's own language is used. */
export const menuWaitSeconds = 6;

/** What every caller hears first: who answers, and what they must know before they go on. */
export function greeting(line: CallLine, language: Language): Spoken[] {
	const { recording, charge } = line.notices;
	return [
		prompt(line, language, "greeting", greetingOf(line.name)),
		prompt(line, language, "emergency", emergency),
		...(charge ? [prompt(line, language, "charge", charge)] : []),
		...(recording && line.voicemail.enabled
			? [prompt(line, language, "recording", recordingNotice)]
			: []),
	];
}

/** Before the first phone rings. */
export function puttingThrough(line: CallLine, language: Language): Spoken[] {
	return [prompt(line, language, "connecting", connecting)];
}

/** "For English, press 3", each in its own language; the key is the language's place in the line's list. */
export function languageMenu(line: CallLine): Spoken[] {
	const menuPrompt: PromptName = "menu";
	return line.languages.map((language, i) => {
		const own = line.prompts[menuPrompt]?.[language];
		if (own) return spoken(own, language);
		return { language, text: menuChoice[language](String(i + 1)) };
	});
}

/** Between two steps: the caller knows that it goes on. */
export function comingNext(line: CallLine, language: Language): Spoken[] {
	return [prompt(line, language, "next", next)];
}

/** Says what happens next, and asks for a message. */
export function voicemailPrompt(line: CallLine, language: Language): Spoken[] {
	return [prompt(line, language, "voicemail", voicemail)];
}

/** After the message. */
export function thanksForMessage(line: CallLine, language: Language): Spoken[] {
	return [prompt(line, language, "thanks", thanks)];
}

/** Everybody was tried and the line takes no messages. */
export function nobodyReached(line: CallLine, language: Language): Spoken[] {
	return [prompt(line, language, "nobody", nobody)];
}

/** For the one case in which nothing else can be worked out: said in every language, and true whatever broke. */
export const lastWords: Sentence = {
	fi: "Pahoittelut, emme juuri nyt saa yhdistettyä puheluasi. Ole hyvä ja soita hetken kuluttua uudelleen. Hengenvaarassa soita 1 1 2.",
	sv: "Tyvärr kan vi inte koppla ditt samtal just nu. Ring igen om en liten stund. Vid livsfara, ring 1 1 2.",
	en: "Sorry, we cannot put your call through right now. Please call again in a moment. If there is danger to life, call 1 1 2.",
};

function prompt(
	line: CallLine,
	language: Language,
	name: PromptName,
	builtIn: Sentence,
): Spoken {
	const own = line.prompts[name]?.[language];
	return own ? spoken(own, language) : { language, text: builtIn[language] };
}

function spoken(
	own: { readonly text: string } | { readonly audio: string },
	language: Language,
): Spoken {
	return "audio" in own ? own : { language, text: own.text };
}

function greetingOf(name: Sentence): Sentence {
	return {
		fi: `Hei, tämä on ${name.fi}.`,
		sv: `Hej, du har kommit till ${name.sv}.`,
		en: `Hello, this is ${name.en}.`,
	};
}

const emergency: Sentence = {
	fi: "Jos joku on hengenvaarassa, katkaise puhelu ja soita 1 1 2.",
	sv: "Om någon är i livsfara, lägg på och ring 1 1 2.",
	en: "If anyone's life is in danger, hang up and call 1 1 2.",
};

const recordingNotice: Sentence = {
	fi: "Jos jätät viestin, se tallennetaan.",
	sv: "Om du lämnar ett meddelande spelas det in.",
	en: "If you leave a message, it is recorded.",
};

const connecting: Sentence = {
	fi: "Odota hetki, yhdistän puhelusi.",
	sv: "Vänta ett ögonblick, jag kopplar dig.",
	en: "One moment please, I am putting you through.",
};

const next: Sentence = {
	fi: "Odota vielä hetki, soitan seuraavalle.",
	sv: "Vänta lite till, jag ringer nästa person.",
	en: "Please stay on the line, I am calling the next person.",
};

const voicemail: Sentence = {
	fi: "Kukaan ei juuri nyt pääse puhelimeen. Jätä viesti äänimerkin jälkeen: kerro nimesi, osoitteesi, numerosi ja mikä on vikana. Päivystäjä saa viestisi heti ja ottaa sinuun yhteyttä. Lopeta painamalla mitä tahansa näppäintä.",
	sv: "Ingen kan svara just nu. Lämna ett meddelande efter tonen: säg ditt namn, din adress, ditt nummer och vad som är fel. Jouren får ditt meddelande genast och hör av sig till dig. Avsluta genom att trycka på valfri knapp.",
	en: "Nobody can come to the phone right now. Please leave a message after the tone: your name, your address, your number and what is wrong. The person on duty gets your message at once and will contact you. Press any key when you are done.",
};

const thanks: Sentence = {
	fi: "Kiitos. Viestisi on vastaanotettu, ja päivystäjä saa siitä tiedon heti. Hei hei.",
	sv: "Tack. Ditt meddelande har tagits emot, och jouren får veta det genast. Hej då.",
	en: "Thank you. Your message has been received, and the person on duty is told at once. Goodbye.",
};

const nobody: Sentence = {
	fi: "Kukaan ei juuri nyt pääse puhelimeen. Päivystäjä saa heti tiedon soitostasi. Jos asia on kiireellinen, soita hetken kuluttua uudelleen.",
	sv: "Ingen kan svara just nu. Jouren får genast veta att du har ringt. Om ärendet är brådskande, ring igen om en liten stund.",
	en: "Nobody can come to the phone right now. The person on duty is told at once that you called. If it is urgent, please call again in a moment.",
};

const menuChoice: Readonly<Record<Language, (key: string) => string>> = {
	fi: (key) => `Suomeksi, paina ${key}.`,
	sv: (key) => `För svenska, tryck ${key}.`,
	en: (key) => `For English, press ${key}.`,
};
