/** Who has more and who has less than an even share, in words. */
import { type Language, languages, type Sentence } from "../language.ts";
import type { Fairness, PersonsBurden } from "./fairness.ts";

/** Nearer than this to an even share is even: turns are whole, and so are nights. */
const evenWithin = { share: 0.1, nights: 1, hours: 12 } as const;

export type Standing = "above" | "below" | "even";

/** Whether somebody's hours are about an even share. */
export function standingOf({ has, even, difference }: PersonsBurden): Standing {
	const slack = Math.max(evenWithin.hours, even.hours * evenWithin.share);
	if (Math.abs(difference) <= slack) return "even";
	return has.hours > even.hours ? "above" : "below";
}

/** "Kalle Korhonen has 14 nights, an even share is 10. Liisa Lind has 6." Speaks of nights where there are any, else of hours. */
export function fairnessInWords({ people }: Fairness): Sentence {
	if (people.every(({ has }) => has.hours === 0)) return nobodyHadIt;
	const measure = people.some(({ has }) => has.nights > 0) ? "nights" : "hours";
	const byDifference = people
		.map(({ name, has, even }) => ({
			name,
			has: has[measure],
			even: even[measure],
			over: has[measure] - even[measure],
		}))
		.sort((one, other) => other.over - one.over);
	const isNoted = ({ over, even }: { over: number; even: number }) =>
		Math.abs(over) > Math.max(evenWithin[measure], even * evenWithin.share);
	const most = byDifference.filter((each) => each.over > 0 && isNoted(each))[0];
	const least = byDifference
		.filter((each) => each.over < 0 && isNoted(each))
		.at(-1);
	const told = [most, least].filter((each) => each !== undefined);
	if (told.length === 0) return allEven;
	return inEach((language) =>
		told.map((each) => has[measure][language](each)).join(" "),
	);
}

interface Told {
	readonly name: string;
	readonly has: number;
	readonly even: number;
}

const has: Readonly<
	Record<"nights" | "hours", Readonly<Record<Language, (told: Told) => string>>>
> = {
	nights: {
		fi: ({ name, has, even }) =>
			`${name} päivystää ${one(has, "fi")} ${has === 1 ? "yön" : "yötä"}, tasaosuus on ${one(even, "fi")}.`,
		sv: ({ name, has, even }) =>
			`${name} har ${one(has, "sv")} ${has === 1 ? "natt" : "nätter"}, en jämn andel är ${one(even, "sv")}.`,
		en: ({ name, has, even }) =>
			`${name} has ${one(has, "en")} ${has === 1 ? "night" : "nights"}, an even share is ${one(even, "en")}.`,
	},
	hours: {
		fi: ({ name, has, even }) =>
			`${name} päivystää ${one(has, "fi")} tuntia, tasaosuus on ${one(even, "fi")}.`,
		sv: ({ name, has, even }) =>
			`${name} har ${one(has, "sv")} timmar, en jämn andel är ${one(even, "sv")}.`,
		en: ({ name, has, even }) =>
			`${name} has ${one(has, "en")} hours, an even share is ${one(even, "en")}.`,
	},
};

/** At most one decimal, as the language writes it. */
function one(value: number, language: Language): string {
	const rounded = String(Math.round(value * 10) / 10);
	return language === "en" ? rounded : rounded.replace(".", ",");
}

const nobodyHadIt: Sentence = {
	fi: "Kenelläkään ei ole päivystystä tällä aikavälillä.",
	sv: "Ingen har jouren under den här tiden.",
	en: "Nobody has a duty in this time.",
};

const allEven: Sentence = {
	fi: "Vuorot jakautuvat tasan: kukaan ei ole kaukana tasaosuudesta.",
	sv: "Passen är jämnt fördelade: ingen är långt från en jämn andel.",
	en: "The turns are shared evenly: nobody is far from an even share.",
};

function inEach(say: (language: Language) => string): Sentence {
	const said = languages.map((language) => [language, say(language)]);
	return Object.fromEntries(said) as Record<Language, string>;
}
