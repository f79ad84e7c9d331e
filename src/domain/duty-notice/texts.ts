/** What is written about duties: short, in the receiver's language, within the plain alphabet of text messages. */
import type { DateTime } from "luxon";
import type { Language, Sentence } from "../language.ts";
import type { DutyName } from "../rota/rota.ts";
import { plainText } from "../ticket/gsm.ts";
import type { KnownShift, ShiftChanges } from "./changes.ts";
import { dutyText } from "./duty-words.ts";
import { momentText, spanText } from "./times.ts";

export interface NoticeText {
	/** Of an e-mail; a text message has none. */
	readonly subject: string;
	readonly body: string;
}

/** What every notice tells of. */
export interface NoticeAbout {
	readonly line: Sentence;
	readonly duty: DutyName;
	readonly now: DateTime;
	/** Where more can be read and done. */
	readonly link: string;
}

/** A day before: whose duty begins, when, and for how long. */
export function reminderText(
	about: NoticeAbout,
	shift: { readonly start: DateTime; readonly end: DateTime | null },
	language: Language,
): NoticeText {
	const when = momentText(shift.start, about.now, language);
	const until = untilText(shift.end, about.now, language);
	const duty = dutyText(about.duty, language);
	return text(about, language, {
		fi: `${duty} alkaa sinulla ${when}${until}. Etkö pääse? Kerro toimistoon hyvissä ajoin. ${about.link}`,
		sv: `${duty} är din från ${when}${until}. Kan du inte? Säg till kontoret i god tid. ${about.link}`,
		en: `${duty} is yours from ${when}${until}. Cannot make it? Tell the office in good time. ${about.link}`,
	});
}

/** At the handoff, to who has it now. */
export function beginsText(
	about: NoticeAbout,
	shift: { readonly end: DateTime | null; readonly before: string | null },
	language: Language,
): NoticeText {
	const duty = dutyText(about.duty, language);
	const until = untilText(shift.end, about.now, language);
	const { before } = shift;
	return text(about, language, {
		fi: `${duty} on nyt sinulla${until}.${before ? ` Ennen sinua: ${before}.` : ""}`,
		sv: `${duty} är nu din${until}.${before ? ` Före dig: ${before}.` : ""}`,
		en: `you have ${duty} now${until}.${before ? ` Before you: ${before}.` : ""}`,
	});
}

/** At the handoff, to who had it until now. */
export function overText(
	about: NoticeAbout,
	after: string | null,
	language: Language,
): NoticeText {
	const duty = dutyText(about.duty, language);
	return text(about, language, {
		fi: `${duty} päättyi osaltasi, kiitos. ${after ? `Nyt vuorossa: ${after}.` : "Kukaan ei ole nyt vuorossa."}`,
		sv: `${duty} är över för din del, tack. ${after ? `Nu i tur: ${after}.` : "Ingen har jouren nu."}`,
		en: `${duty} is over for you, thank you. ${after ? `${after} has it now.` : "Nobody has it now."}`,
	});
}

/** To the office: nobody has the duty. */
export function gapText(
	about: NoticeAbout,
	gap: { readonly end: DateTime | null; readonly before: string },
	language: Language,
): NoticeText {
	const duty = dutyText(about.duty, language);
	const until = untilText(gap.end, about.now, language);
	return text(about, language, {
		fi: `${duty}: kukaan ei ole nyt vuorossa${until}. Viimeksi: ${gap.before}. Puhelut menevät varahenkilöille. Lisää poikkeus: ${about.link}`,
		sv: `${duty}: ingen är i tur nu${until}. Senast: ${gap.before}. Samtalen går till reserverna. Lägg in en avvikelse: ${about.link}`,
		en: `nobody has ${duty} now${until}. Last: ${gap.before}. Calls go to the fallback people. Add an override: ${about.link}`,
	});
}

/** What somebody gained and lost, a few of each by date and the rest by number. */
export function changesText(
	about: Omit<NoticeAbout, "duty">,
	{ gained, lost }: ShiftChanges,
	language: Language,
): NoticeText {
	const words = changeWords[language];
	const parts = [
		...(gained.length > 0
			? [`${words.gained} ${list(gained, language)}.`]
			: []),
		...(lost.length > 0 ? [`${words.lost} ${list(lost, language)}.`] : []),
	];
	const body = `${words.changed} ${parts.join(" ")} ${about.link}`;
	return text(about, language, { fi: body, sv: body, en: body });
}

/** The words of a notice with the line's name before them. */
export function text(
	{ line }: Pick<NoticeAbout, "line">,
	language: Language,
	words: Sentence,
): NoticeText {
	const body = plainText(`${line[language]}: ${words[language]}`);
	return { subject: subjectOf(line[language], words[language]), body };
}

/** The first sentence: the next one begins with a capital letter, which an abbreviation or a date is not followed by. */
function subjectOf(line: string, words: string): string {
	const [first = ""] = words.split(/[.?!:] (?=\p{Lu})| https?:/u);
	return `${line}: ${first}`.slice(0, 150);
}

function untilText(
	end: DateTime | null,
	now: DateTime,
	language: Language,
): string {
	if (!end) return "";
	const when = momentText(end, now, language);
	const until: Sentence = {
		fi: ` (loppuu ${when})`,
		sv: ` till ${when}`,
		en: ` until ${when}`,
	};
	return until[language];
}

const mostListed = 3;

function list(shifts: readonly KnownShift[], language: Language): string {
	const shown = shifts
		.slice(0, mostListed)
		.map(
			({ duty, start, end }) =>
				`${dutyText(duty, language)} ${spanText(start, end, language)}`,
		);
	const more = shifts.length - shown.length;
	return [
		shown.join("; "),
		...(more > 0 ? [changeWords[language].more(more)] : []),
	].join(" ");
}

const changeWords: Readonly<
	Record<
		Language,
		{
			readonly changed: string;
			readonly gained: string;
			readonly lost: string;
			more(count: number): string;
		}
	>
> = {
	fi: {
		changed: "vuorosi muuttuivat.",
		gained: "Sait:",
		lost: "Sinulla ei ole enää:",
		more: (count) => `ja ${count} muuta`,
	},
	sv: {
		changed: "dina pass har ändrats.",
		gained: "Du har fått:",
		lost: "Du har inte längre:",
		more: (count) => `och ${count} till`,
	},
	en: {
		changed: "your shifts have changed.",
		gained: "You have:",
		lost: "You no longer have:",
		more: (count) => `and ${count} more`,
	},
};
