import type { Instruction, Spoken } from "../../domain/call/instructions.ts";
import { lastWords } from "../../domain/call/prompts.ts";
import { type Language, languages } from "../../domain/language.ts";
import type { Addresses } from "./addresses.ts";

type RingInstruction = Instruction & { readonly kind: "ring" };

/** Voices that speak each language well. Source: Twilio, "Text-to-speech voices". */
const voices: Readonly<Record<Language, { language: string; voice: string }>> =
	{
		fi: { language: "fi-FI", voice: "Polly.Suvi-Neural" },
		sv: { language: "sv-SE", voice: "Polly.Elin-Neural" },
		en: { language: "en-GB", voice: "Polly.Amy-Neural" },
	};

const unsafe = /[&<>"'\ufffe\uffff]|(?![\t\n\r])\p{Cc}|\p{Cs}/gu;

const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&apos;",
};

/**
 * Instructions in the carrier's own language. The document begins with its first byte, is always well-formed, and every verb that asks
 * for something has an action, so that the carrier never asks for the same document again.
 */
export function twimlOf(
	instructions: readonly Instruction[],
	addresses: Addresses,
): string {
	return document(instructions.map((one) => verb(one, addresses)).join(""));
}

/** An answer that says nothing, and to a text message sends nothing. */
export const emptyTwiml = document("");

/** Ends the leg that it is said to. */
export const hangUpTwiml = document("<Hangup/>");

/** For when nothing at all could be worked out: says so in every language. */
export const lastWordsTwiml = document(
	`${languages.map((language) => say({ language, text: lastWords[language] }, String)).join("")}<Hangup/>`,
);

/** A text message in answer to one that came in. */
export function messageTwiml(body: string): string {
	return document(`<Message>${escaped(body)}</Message>`);
}

/** Puts whoever is on the phone through to one number. */
export function connectTwiml(connection: {
	/** E.164. */
	readonly phone: string;
	/** What that phone shows, E.164. */
	readonly shows: string;
	readonly ringSeconds: number;
	/** After so long the carrier ends it. */
	readonly mostSeconds: number;
	/** Where it is told that the phone was answered. */
	readonly answered: string;
	/** Where it is told how it ended. */
	readonly ended: string;
}): string {
	const number = element(
		"Number",
		{
			statusCallback: connection.answered,
			statusCallbackEvent: "answered",
		},
		escaped(connection.phone),
	);
	return document(
		element(
			"Dial",
			{
				action: connection.ended,
				method: "POST",
				timeout: dialTimeout(connection.ringSeconds),
				timeLimit: connection.mostSeconds,
				callerId: connection.shows,
				answerOnBridge: "true",
			},
			number,
		),
	);
}

/**
 * How long the carrier is told to ring so that the phones truly ring for `ringSeconds`: it adds 5 s of its own, and takes 5 to
 * 600. Source: Twilio, TwiML Dial, "timeout".
 */
export function dialTimeout(ringSeconds: number): number {
	return Math.min(600, Math.max(5, Math.round(ringSeconds) - 5));
}

function document(verbs: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`;
}

function verb(instruction: Instruction, addresses: Addresses): string {
	switch (instruction.kind) {
		case "say":
			return say(instruction.words, addresses.audio);
		case "ask": {
			const words = instruction.words.map((one) => say(one, addresses.audio));
			return element(
				"Gather",
				{
					action: addresses.of(instruction.leadsTo),
					method: "POST",
					input: "dtmf",
					numDigits: 1,
					timeout: instruction.waitSeconds,
				},
				words.join(""),
			);
		}
		case "ring":
			return dial(instruction, addresses);
		case "record":
			return element("Record", {
				action: addresses.of(instruction.leadsTo),
				method: "POST",
				maxLength: instruction.maxSeconds,
				// Somebody in distress may stop to think.
				timeout: 10,
				finishOnKey: "1234567890*#",
				playBeep: "true",
				recordingStatusCallback:
					instruction.leadsTo.at === "screening"
						? undefined
						: addresses.recording(instruction.leadsTo),
				recordingStatusCallbackEvent: "completed absent",
			});
		case "go-on":
			return element(
				"Redirect",
				{ method: "POST" },
				escaped(addresses.of(instruction.leadsTo)),
			);
		case "hang-up":
			return "<Hangup/>";
		case "reject":
			return "<Reject/>";
	}
}

function dial(instruction: RingInstruction, addresses: Addresses): string {
	const { leadsTo } = instruction;
	const numbers = instruction.people.map(({ person, phone, screened }) => {
		const rung = {
			person,
			screened,
			step: leadsTo.step,
			attempt: leadsTo.attempt,
		};
		return element(
			"Number",
			{
				url: screened ? addresses.ofPhone("whisper", rung, leadsTo) : undefined,
				statusCallback: addresses.ofPhone("leg", rung, leadsTo),
				statusCallbackEvent: "initiated ringing answered completed",
			},
			escaped(phone),
		);
	});
	return element(
		"Dial",
		{
			action: addresses.of(leadsTo),
			method: "POST",
			timeout: dialTimeout(instruction.ringSeconds),
			callerId: instruction.shows,
			answerOnBridge: "true",
		},
		numbers.join(""),
	);
}

function say(words: Spoken, audio: (file: string) => string): string {
	return "audio" in words
		? element("Play", {}, escaped(audio(words.audio)))
		: element("Say", voices[words.language], escaped(words.text));
}

function element(
	name: string,
	attributes: Readonly<Record<string, string | number | undefined>>,
	content = "",
): string {
	let start = `<${name}`;
	for (const [attribute, value] of Object.entries(attributes))
		if (value !== undefined)
			start += ` ${attribute}="${escaped(String(value))}"`;
	return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** Also leaves out what XML cannot hold at all: control characters and halves of a surrogate pair. */
function escaped(text: string): string {
	return text.replace(unsafe, (found) => entities[found] ?? "");
}
