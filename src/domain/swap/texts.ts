/** The text messages and e-mails about swaps: short, in the receiver's language, within the plain alphabet. */
import type { DateTime } from "luxon";
import type { Language, Sentence } from "../language.ts";
import { plainText } from "../ticket/gsm.ts";
import type { SwapDeed, SwapShift } from "./swap.ts";

/** Why the overrides of swaps are in the rota, in the line's language. */
export function swapNote(language: Language): string {
	return { fi: "vuoronvaihto", sv: "passbyte", en: "swap" }[language];
}

/** How a message's receiver is concerned. */
export type SwapRole =
	| "giver"
	/** Who takes or took it, or was asked alone. */
	| "taker"
	/** Could take an offer to anyone. */
	| "candidate"
	| "planner";

export interface SwapNews {
	readonly line: Sentence;
	readonly zone: string;
	readonly deed: SwapDeed;
	/** Whether a planner has yet to approve. */
	readonly awaits: boolean;
	readonly shift: SwapShift;
	readonly inReturn: SwapShift | null;
	readonly giver: string;
	/** Who takes it or was asked; null for an offer to anyone. */
	readonly taker: string | null;
	/** In the words of whoever did it. */
	readonly why: string | null;
	readonly because: Sentence | null;
	/** Where it can be answered. */
	readonly link: string;
}

/** What one of the people concerned is told of the swap's latest step; null when nothing. */
export function swapText(
	news: SwapNews,
	role: SwapRole,
	language: Language,
): string | null {
	const say = sentences(news, role);
	if (!say) return null;
	const words = say[language];
	const why = news.because?.[language] ?? (news.why ? news.why.trim() : "");
	const parts = [`${news.line[language]}: ${words}`, why && ended(why)];
	const needsAnswer = ["offered", "accepted", "died"].includes(news.deed);
	return plainText(
		[...parts, needsAnswer ? news.link : ""].filter(Boolean).join(" "),
	).slice(0, longestText);
}

/** Three joined messages of the plain alphabet. Source: 3GPP TS 23.040, 153 characters each. */
const longestText = 459;

/** The subject where it is told by e-mail. */
export function swapSubject({ line }: SwapNews, language: Language): string {
	const what = { fi: "vuoronvaihto", sv: "passbyte", en: "shift swap" };
	return `${line[language]}: ${what[language]}`;
}

function ended(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** `Fri 18.12. 15.00 - Sat 19.12. 8.00`, short enough for a text message. */
export function shiftInWords(
	{ start, end }: Pick<SwapShift, "start" | "end">,
	zone: string,
): Sentence {
	const formats = {
		fi: "ccc d.M. 'klo' H.mm",
		sv: "ccc d/M 'kl.' HH:mm",
		en: "ccc d LLL HH:mm",
	} as const;
	const told = (language: Language) => {
		const say = (at: DateTime) =>
			at.setZone(zone).setLocale(language).toFormat(formats[language]);
		return `${say(start)} - ${say(end)}`;
	};
	return { fi: told("fi"), sv: told("sv"), en: told("en") };
}

function sentences(news: SwapNews, role: SwapRole): Sentence | null {
	const { giver, deed } = news;
	const taker = news.taker ?? giver;
	const when = shiftInWords(news.shift, news.zone);
	const { duty } = news.shift;
	const back = returnInWords(news);
	switch (deed) {
		case "offered":
			if (role === "taker")
				return {
					fi: `${giver} pyytää sinua ottamaan vuoron ${duty} ${when.fi}${back.fi}. Vastaa sivulla.`,
					sv: `${giver} ber dig ta passet ${duty} ${when.sv}${back.sv}. Svara på sidan.`,
					en: `${giver} asks you to take the shift ${duty} ${when.en}${back.en}. Please answer on the page.`,
				};
			return role === "candidate"
				? {
						fi: `${giver} tarjoaa vuoroa ${duty} ${when.fi}. Voit ottaa sen sivulla.`,
						sv: `${giver} erbjuder passet ${duty} ${when.sv}. Du kan ta det på sidan.`,
						en: `${giver} offers the shift ${duty} ${when.en}. You can take it on the page.`,
					}
				: null;
		case "accepted":
			return accepted(news, role, taker, when);
		case "declined":
			return role === "giver"
				? {
						fi: `${taker} ei voi ottaa vuoroasi ${duty} ${when.fi}. Se on edelleen sinun.`,
						sv: `${taker} kan inte ta ditt pass ${duty} ${when.sv}. Det är fortfarande ditt.`,
						en: `${taker} cannot take your shift ${duty} ${when.en}. It is still yours.`,
					}
				: null;
		case "approved":
			return inForce(taker, duty, when, back);
		case "refused":
			return {
				fi: `vaihtoa ei hyväksytty. Vuoro ${duty} ${when.fi} on edelleen: ${giver}.`,
				sv: `bytet godkändes inte. Passet ${duty} ${when.sv} har fortfarande ${giver}.`,
				en: `the swap was not approved. The shift ${duty} ${when.en} stays with ${giver}.`,
			};
		case "withdrawn":
			return {
				fi: `vaihto peruttiin. Vuoro ${duty} ${when.fi} on edelleen: ${giver}.`,
				sv: `bytet togs tillbaka. Passet ${duty} ${when.sv} har fortfarande ${giver}.`,
				en: `the swap was withdrawn. The shift ${duty} ${when.en} stays with ${giver}.`,
			};
		case "expired":
			return role === "giver"
				? {
						fi: `kukaan ei ehtinyt ottaa vuoroasi ${duty} ${when.fi}. Se on sinun.`,
						sv: `ingen hann ta ditt pass ${duty} ${when.sv}. Det är ditt.`,
						en: `nobody took your shift ${duty} ${when.en} in time. It is yours.`,
					}
				: null;
		case "fixed":
			return {
				fi: `vaihtoa korjattiin: ${duty} ${when.fi}, ${giver} antaa${news.taker ? `, ${taker} ottaa` : ""}${back.fi}.`,
				sv: `bytet ändrades: ${duty} ${when.sv}, ${giver} ger${news.taker ? `, ${taker} tar` : ""}${back.sv}.`,
				en: `the swap was corrected: ${duty} ${when.en}, given by ${giver}${news.taker ? `, taken by ${taker}` : ""}${back.en}.`,
			};
		case "undone":
			return {
				fi: `vaihto kumottiin. Vuoro ${duty} ${when.fi} on taas: ${giver}.`,
				sv: `bytet har ångrats. Passet ${duty} ${when.sv} har åter ${giver}.`,
				en: `the swap was undone. The shift ${duty} ${when.en} is ${giver}'s again.`,
			};
		case "moved":
			return {
				fi: `lista muuttui, ja vaihdettu vuoro siirtyi: ${duty} ${when.fi}${news.taker ? `, ${taker}` : ""}${back.fi}.`,
				sv: `schemat ändrades och det bytta passet flyttades: ${duty} ${when.sv}${news.taker ? `, ${taker}` : ""}${back.sv}.`,
				en: `the rota changed and the swapped shift moved: ${duty} ${when.en}${news.taker ? `, ${taker}` : ""}${back.en}.`,
			};
		case "died":
			return {
				fi: `lista muuttui, ja vaihto raukesi: ${duty} ${when.fi}, ${giver}${news.taker ? ` ja ${taker}` : ""}. Katso, kenen vuoro nyt on.`,
				sv: `schemat ändrades och bytet föll: ${duty} ${when.sv}, ${giver}${news.taker ? ` och ${taker}` : ""}. Se vem som har passet nu.`,
				en: `the rota changed and the swap fell through: ${duty} ${when.en}, ${giver}${news.taker ? ` and ${taker}` : ""}. Look who has it now.`,
			};
	}
}

function accepted(
	news: SwapNews,
	role: SwapRole,
	taker: string,
	when: Sentence,
): Sentence | null {
	const { duty } = news.shift;
	if (!news.awaits)
		return role === "planner"
			? null
			: inForce(taker, duty, when, returnInWords(news));
	if (role === "planner")
		return {
			fi: `vaihto odottaa hyväksyntää: ${duty} ${when.fi}, ${news.giver} antaa, ${taker} ottaa.`,
			sv: `ett byte väntar på godkännande: ${duty} ${when.sv}, ${news.giver} ger, ${taker} tar.`,
			en: `a swap waits for approval: ${duty} ${when.en}, given by ${news.giver}, taken by ${taker}.`,
		};
	return {
		fi: `${taker} ottaisi vuoron ${duty} ${when.fi}. Suunnittelija vahvistaa vielä.`,
		sv: `${taker} vill ta passet ${duty} ${when.sv}. En planerare ska ännu godkänna.`,
		en: `${taker} would take the shift ${duty} ${when.en}. A planner has yet to approve.`,
	};
}

function inForce(
	taker: string,
	duty: string,
	when: Sentence,
	back: Sentence,
): Sentence {
	return {
		fi: `vaihto on voimassa: ${duty} ${when.fi}, ${taker}${back.fi}.`,
		sv: `bytet gäller: ${duty} ${when.sv}, ${taker}${back.sv}.`,
		en: `the swap is in force: ${duty} ${when.en}, ${taker}${back.en}.`,
	};
}

function returnInWords({ inReturn, zone, giver }: SwapNews): Sentence {
	if (!inReturn) return { fi: "", sv: "", en: "" };
	const when = shiftInWords(inReturn, zone);
	return {
		fi: `; vastavuoro ${inReturn.duty} ${when.fi}, ${giver}`,
		sv: `; i utbyte ${inReturn.duty} ${when.sv}, ${giver}`,
		en: `; in return ${inReturn.duty} ${when.en}, ${giver}`,
	};
}
