/** What a technician does with a ticket by replying to its text message, and what is replied. */
import type { Language, Sentence } from "../language.ts";
import { plainText } from "./gsm.ts";
import { type Actor, type LivingTicket, may } from "./life.ts";

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

export type TicketMeant =
	| { readonly kind: "one"; readonly number: string }
	| { readonly kind: "none" }
	| { readonly kind: "several"; readonly numbers: readonly string[] };

/** Which of somebody's tickets a command without a number means: the one that it can be done with now. */
export function ticketMeant<
	T extends LivingTicket & { readonly number: string },
>(kind: CommandKind, tickets: readonly T[], actor: Actor): TicketMeant {
	const possible = tickets.filter((ticket) => may(kind, ticket, actor));
	const [first, ...others] = possible;
	if (!first) return { kind: "none" };
	return others.length === 0
		? { kind: "one", number: first.number }
		: { kind: "several", numbers: possible.map(({ number }) => number) };
}

export type CommandReply =
	| { readonly kind: CommandKind; readonly number: string }
	/** Several could be meant. */
	| { readonly kind: "which"; readonly numbers: readonly string[] }
	| { readonly kind: "none" }
	| { readonly kind: "refused"; readonly because: Sentence };

/** The reply, in the plain alphabet. */
export function commandReply(reply: CommandReply, language: Language): string {
	return plainText(replyIn(reply)[language]);
}

/** So many numbers still make one text message. */
const mostNumbers = 5;

function replyIn(reply: CommandReply): Sentence {
	switch (reply.kind) {
		case "refused":
			return reply.because;
		case "none":
			return {
				fi: "Sinulla ei ole vikailmoitusta, jota tämä koskisi. Lisää numero, esimerkiksi OK 2026-000123.",
				sv: "Du har ingen felanmälan som det här gäller. Skriv numret efter, till exempel OK 2026-000123.",
				en: "You have no ticket that this is about. Add its number, for example OK 2026-000123.",
			};
		case "which": {
			const [example = ""] = reply.numbers;
			const numbers = reply.numbers.slice(0, mostNumbers).join(", ");
			return {
				fi: `Mitä vikailmoitusta tarkoitat: ${numbers}? Lisää numero, esimerkiksi VALMIS ${example}.`,
				sv: `Vilken felanmälan menar du: ${numbers}? Skriv numret efter, till exempel KLAR ${example}.`,
				en: `Which ticket do you mean: ${numbers}? Add its number, for example DONE ${example}.`,
			};
		}
		case "acknowledge":
			return {
				fi: `Kiitos, vikailmoitus ${reply.number} on kuitattu sinulle.`,
				sv: `Tack, felanmälan ${reply.number} är kvitterad och din.`,
				en: `Thank you, ticket ${reply.number} is acknowledged and yours.`,
			};
		case "start":
			return {
				fi: `Kiitos, olet matkalla: ${reply.number}. Kun työ on tehty, vastaa VALMIS ${reply.number}.`,
				sv: `Tack, du är på väg: ${reply.number}. När det är gjort, svara KLAR ${reply.number}.`,
				en: `Thank you, you are on your way: ${reply.number}. When it is done, reply DONE ${reply.number}.`,
			};
		case "arrive":
			return {
				fi: `Kiitos, olet paikalla: ${reply.number}. Kun työ on tehty, vastaa VALMIS ${reply.number}.`,
				sv: `Tack, du är på plats: ${reply.number}. När det är gjort, svara KLAR ${reply.number}.`,
				en: `Thank you, you are on site: ${reply.number}. When it is done, reply DONE ${reply.number}.`,
			};
		case "finish":
			return {
				fi: `Kiitos, vikailmoitus ${reply.number} on valmis.`,
				sv: `Tack, felanmälan ${reply.number} är klar.`,
				en: `Thank you, ticket ${reply.number} is done.`,
			};
	}
}
