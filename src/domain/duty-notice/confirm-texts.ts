/** What the office is told of a duty that nobody has confirmed. */
import type { DateTime } from "luxon";
import type { Language } from "../language.ts";
import { dutyText } from "./duty-words.ts";
import { type NoticeAbout, type NoticeText, text } from "./texts.ts";
import { momentText } from "./times.ts";

export interface Unconfirmed {
	readonly name: string;
	/** E.164. */
	readonly phone: string;
	readonly start: DateTime;
	readonly because: "declined" | "unanswered" | "carrier-failed";
	/** What the carrier said, where it is the reason. */
	readonly error: string | null;
}

/** Who, when, and what to do; repeated until somebody sees to it. */
export function unconfirmedText(
	about: NoticeAbout,
	who: Unconfirmed,
	language: Language,
): NoticeText {
	const duty = dutyText(about.duty, language);
	const when = momentText(who.start, about.now, language);
	const { name, phone, error } = who;
	const why = {
		declined: {
			fi: `${name} ei pääse vuoroon`,
			sv: `${name} kan inte ta passet`,
			en: `${name} cannot take the shift`,
		},
		unanswered: {
			fi: `${name} ei ole vahvistanut vuoroaan`,
			sv: `${name} har inte bekräftat sitt pass`,
			en: `${name} has not confirmed the shift`,
		},
		"carrier-failed": {
			fi: `linjalta ei voitu soittaa: ${name} (${error ?? ""})`,
			sv: `det gick inte att ringa från linjen: ${name} (${error ?? ""})`,
			en: `the line could not call ${name} (${error ?? ""})`,
		},
	}[who.because];
	return text(about, language, {
		fi: `${why.fi}: ${duty}, alkaa ${when}. Soita ${phone} tai vaihda tekijä. Kuittaa: ${about.link}`,
		sv: `${why.sv}: ${duty}, börjar ${when}. Ring ${phone} eller byt person. Kvittera: ${about.link}`,
		en: `${why.en}: ${duty}, begins ${when}. Call ${phone} or put somebody else in. Acknowledge: ${about.link}`,
	});
}

/** To those who were alarmed: it is well after all. */
export function confirmedAfterAllText(
	about: NoticeAbout,
	who: Pick<Unconfirmed, "name" | "start">,
	language: Language,
): NoticeText {
	const duty = dutyText(about.duty, language);
	const when = momentText(who.start, about.now, language);
	return text(about, language, {
		fi: `${who.name} vahvisti vuoronsa: ${duty}, alkaa ${when}. Muuta ei tarvita.`,
		sv: `${who.name} har bekräftat sitt pass: ${duty}, börjar ${when}. Inget mer behövs.`,
		en: `${who.name} has confirmed the shift: ${duty}, begins ${when}. Nothing more is needed.`,
	});
}
