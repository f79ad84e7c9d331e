/** What a technician does with a ticket by replying to its text message, and what is replied. */
import type { Language, Sentence } from "../language.ts";
import { oneLine, plainText } from "./gsm.ts";

export type CommandKind = "acknowledge" | "start" | "arrive" | "finish";

export interface TextCommand {
	readonly kind: CommandKind;
	/** Of the ticket, where one is named. */
	readonly number: string | null;
	/** What was done, where they say so. */
	readonly note: string | null;
}

/**
 * The command that a message is; null for anything else, which is for a person to read. Only of what is done may more be said: after any
 * other word, more words make it a message. A question is never a command.
 */
export function commandIn(body: string): TextCommand | null {
	const text = body.replace(/\s+/g, " ").trim();
	if (text.endsWith("?")) return null;
	for (const { kind, words } of commands) {
		const [, number, rest] =
			new RegExp(
				`^(?:${words})(?![\\p{L}\\d])[\\s.,:;!-]*(\\d{4}-\\d{6,18})?(?![\\d-])[\\s.,:;!-]*(.*)$`,
				"iu",
			).exec(text) ?? [];
		if (rest === undefined) continue;
		if ((rest !== "" && kind !== "finish") || rest.startsWith("?")) return null;
		return { kind, number: number ?? null, note: rest === "" ? null : rest };
	}
	return null;
}

/** With or without their dots: few write them on a phone in the rain. The key that accepts a call says the same here. */
const commands: readonly { kind: CommandKind; words: string }[] = [
	{
		kind: "acknowledge",
		words:
			"1|ok|okei|okej|okay|👍[🏻-🏿]?|kuittaan|kuittaus|kuitattu|otan(?: sen)?|hoidan|kvitterar|kvittering|kvitterat|kvitterad|(?:jag )?tar den|ack|acknowledged|i have it|on it",
	},
	{
		kind: "start",
		words:
			"(?:olen )?matkalla|tulossa|(?:jag är |jag ar )?p[åa] v[äa]g|(?:i'?m |i am )?on my way|omw",
	},
	{
		kind: "arrive",
		words:
			"(?:olen )?(?:paikalla|perill[äa])|(?:jag är |jag ar )?(?:p[åa] plats|framme)|(?:i'?m |i am )?on site",
	},
	{
		kind: "finish",
		words:
			"valmis|valmista|tehty|klar|klart|f[äa]rdig|f[äa]rdigt|done|finished",
	},
];

/** A ticket as it is named in a reply. */
export interface NamedTicket {
	readonly number: string;
	/** As it is said; null when it is not known. */
	readonly place: string | null;
}

export type CommandReply =
	| {
			readonly kind: CommandKind;
			readonly ticket: NamedTicket;
			/** Others that could have been meant by the same word. */
			readonly others: readonly NamedTicket[];
	  }
	/** Several could be meant. */
	| {
			readonly kind: "which";
			readonly command: CommandKind;
			readonly tickets: readonly NamedTicket[];
	  }
	| { readonly kind: "none" }
	| {
			readonly kind: "refused";
			/** null when there is none of that number. */
			readonly ticket: NamedTicket | null;
			readonly because: Sentence;
	  };

/** The reply, in the plain alphabet: whoever said no number hears which ticket it was, and how to say another. */
export function commandReply(reply: CommandReply, language: Language): string {
	return plainText(replyIn(reply)[language]);
}

function replyIn(reply: CommandReply): Sentence {
	switch (reply.kind) {
		case "refused": {
			const { ticket, because } = reply;
			if (ticket === null) return because;
			const name = named(ticket);
			return {
				fi: `${name}: ${because.fi}`,
				sv: `${name}: ${because.sv}`,
				en: `${name}: ${because.en}`,
			};
		}
		case "none":
			return {
				fi: "Sinulla ei ole vikailmoitusta, jota tämä koskisi. Lisää numero, esimerkiksi OK 2026-000123.",
				sv: "Du har ingen felanmälan som det här gäller. Skriv numret efter, till exempel OK 2026-000123.",
				en: "You have no ticket that this is about. Add its number, for example OK 2026-000123.",
			};
		case "which": {
			const numbers = listed(reply.tickets);
			const word = wordFor[reply.command];
			const example = reply.tickets[0]?.number ?? "";
			return {
				fi: `Mitä vikailmoitusta tarkoitat: ${numbers}? Lisää numero, esimerkiksi ${word.fi} ${example}.`,
				sv: `Vilken felanmälan menar du: ${numbers}? Skriv numret efter, till exempel ${word.sv} ${example}.`,
				en: `Which ticket do you mean: ${numbers}? Add its number, for example ${word.en} ${example}.`,
			};
		}
		default:
			return withOthers(doneIn(reply.kind, reply.ticket), reply.others);
	}
}

function doneIn(kind: CommandKind, ticket: NamedTicket): Sentence {
	const name = named(ticket);
	const { number } = ticket;
	switch (kind) {
		case "acknowledge":
			return {
				fi: `Kiitos, ${name} on kuitattu sinulle.`,
				sv: `Tack, ${name} är kvitterad och din.`,
				en: `Thank you, ${name} is acknowledged and yours.`,
			};
		case "start":
			return {
				fi: `Kiitos, olet matkalla: ${name}. Kun työ on tehty, vastaa VALMIS ${number}.`,
				sv: `Tack, du är på väg: ${name}. När det är gjort, svara KLAR ${number}.`,
				en: `Thank you, you are on your way: ${name}. When it is done, reply DONE ${number}.`,
			};
		case "arrive":
			return {
				fi: `Kiitos, olet paikalla: ${name}. Kun työ on tehty, vastaa VALMIS ${number}.`,
				sv: `Tack, du är på plats: ${name}. När det är gjort, svara KLAR ${number}.`,
				en: `Thank you, you are on site: ${name}. When it is done, reply DONE ${number}.`,
			};
		case "finish":
			return {
				fi: `Kiitos, ${name} on valmis.`,
				sv: `Tack, ${name} är klar.`,
				en: `Thank you, ${name} is done.`,
			};
	}
}

/** What still waits is told too, for "OK" may have been said of it. */
function withOthers(done: Sentence, others: readonly NamedTicket[]): Sentence {
	const [first] = others;
	if (!first) return done;
	const names = listed(others);
	const { number } = first;
	return {
		fi: `${done.fi} Kuittausta odottaa yhä ${names}: vastaa esimerkiksi OK ${number}.`,
		sv: `${done.sv} På kvittering väntar ännu ${names}: svara till exempel OK ${number}.`,
		en: `${done.en} Still waiting for somebody: ${names}. Reply for example OK ${number}.`,
	};
}

/** What to write for each, as it is told to people. */
export const wordFor: Readonly<Record<CommandKind, Sentence>> = {
	acknowledge: { fi: "OK", sv: "OK", en: "OK" },
	start: { fi: "MATKALLA", sv: "PÅ VÄG", en: "ON MY WAY" },
	arrive: { fi: "PAIKALLA", sv: "PÅ PLATS", en: "ON SITE" },
	finish: { fi: "VALMIS", sv: "KLAR", en: "DONE" },
};

function named({ number, place }: NamedTicket, longest = 40): string {
	return place === null ? number : `${number} (${oneLine(place, longest)})`;
}

/** So many still make no more than two text messages. */
function listed(tickets: readonly NamedTicket[]): string {
	const names = tickets.slice(0, 3).map((each) => named(each, 24));
	return names.join(", ");
}
