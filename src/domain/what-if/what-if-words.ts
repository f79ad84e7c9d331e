/** A call that nobody made, in one sentence. */
import type { DateTime } from "luxon";
import { type Language, languages, type Sentence } from "../language.ts";
import { clockOf } from "../rota/wall-clock.ts";
import type { Ending } from "./rehearsal.ts";

interface ToldCall {
	readonly at: DateTime;
	readonly zone: string;
	readonly steps: readonly {
		readonly people: readonly { readonly name: string }[];
		readonly ringSeconds: number;
	}[];
	readonly lastly: Exclude<Ending, "answered">;
}

/** "24 December 2026 17:05: Pekka Nieminen, then Liisa Lind after 25 seconds, then the message box." */
export function callInWords({ at, zone, steps, lastly }: ToldCall): Sentence {
	const moment = momentOf(at, zone);
	return inEach((language) => {
		if (lastly === "turned-away")
			return `${moment[language]}: ${turnedAway[language]}`;
		const parts = steps.map(({ people }, index) => {
			const names = together(people, language);
			const before = steps[index - 1];
			return before ? thenAfter[language](names, before.ringSeconds) : names;
		});
		if (steps.length === 0) parts.push(nobodyIsRung[language]);
		parts.push(endings[lastly][language]);
		return `${moment[language]}: ${parts.join(", ")}.`;
	});
}

/** The people of some steps without times: "Aino Virtanen and Maija Laine, then Liisa Lind". */
export function peopleInWords(
	steps: readonly (readonly { readonly name: string }[])[],
): Sentence {
	if (steps.length === 0) return nobodyIsRung;
	return inEach((language) =>
		steps
			.map((people, index) =>
				index === 0
					? together(people, language)
					: `${justThen[language]} ${together(people, language)}`,
			)
			.join(", "),
	);
}

/** Date and time on the rota's wall clock; the second of a time that comes twice is said to be. */
export function momentOf(at: DateTime, zone: string): Sentence {
	const local = at.setZone(zone);
	const clock = clockOf(zone);
	const isSecond =
		clock !== null &&
		clock.instantOf(clock.localOf(at.toMillis())) !== at.toMillis();
	const format = (language: Language, pattern: string) =>
		local.setLocale(language).toFormat(pattern) +
		(isSecond ? ` ${secondTime[language]}` : "");
	return {
		fi: format("fi", "d.M.yyyy 'klo' H.mm"),
		sv: format("sv", "d MMMM yyyy 'kl.' HH:mm"),
		en: format("en", "d MMMM yyyy HH:mm"),
	};
}

function inEach(say: (language: Language) => string): Sentence {
	const said = languages.map((language) => [language, say(language)]);
	return Object.fromEntries(said) as Record<Language, string>;
}

function together(
	people: readonly { readonly name: string }[],
	language: Language,
): string {
	const names = people.map(({ name }) => name);
	if (names.length < 2) return names.join("");
	const last = names.pop();
	return `${names.join(", ")} ${and[language]} ${last}`;
}

const and: Sentence = { fi: "ja", sv: "och", en: "and" };

const justThen: Sentence = { fi: "sitten", sv: "sedan", en: "then" };

const thenAfter: Readonly<
	Record<Language, (names: string, seconds: number) => string>
> = {
	fi: (names, seconds) => `${seconds} sekunnin kuluttua ${names}`,
	sv: (names, seconds) => `efter ${seconds} sekunder ${names}`,
	en: (names, seconds) => `then ${names} after ${seconds} seconds`,
};

const nobodyIsRung: Sentence = {
	fi: "kenellekään ei soiteta",
	sv: "ingen rings upp",
	en: "nobody is rung",
};

const endings: Readonly<Record<"message-box" | "hang-up", Sentence>> = {
	"message-box": {
		fi: "lopuksi vastaaja",
		sv: "till sist röstbrevlådan",
		en: "then the message box",
	},
	"hang-up": {
		fi: "lopuksi puhelu päättyy",
		sv: "till sist avslutas samtalet",
		en: "then the call ends",
	},
};

const turnedAway: Sentence = {
	fi: "numero on estetty, joten puhelua ei oteta vastaan.",
	sv: "numret är spärrat, så samtalet tas inte emot.",
	en: "the number is blocked, so the call is turned away.",
};

const secondTime: Sentence = {
	fi: "(jälkimmäinen kerta)",
	sv: "(andra gången)",
	en: "(the second time)",
};
