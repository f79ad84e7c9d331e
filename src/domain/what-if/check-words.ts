/** What a kept what-if expects and what it finds, in words. */
import type { Sentence } from "../language.ts";
import type { Answer } from "../rota/answer.ts";
import type { Rota } from "../rota/rota.ts";
import type { Expectation } from "./saved-what-if.ts";
import { peopleInWords } from "./what-if-words.ts";

/** Without a full stop: it stands within a sentence. */
export function expectedInWords(expects: Expectation, rota: Rota): Sentence {
	switch (expects.kind) {
		case "rings":
			return peopleInWords(
				expects.steps.map((people) =>
					people.map((id) => ({ name: nameOf(rota, id) })),
				),
			);
		case "office":
			return expects.open ? officeOpen : officeClosed;
		case "covered":
			return {
				fi: `jollakulla on päivystys ${expects.duty}`,
				sv: `någon har jouren ${expects.duty}`,
				en: `somebody has the duty ${expects.duty}`,
			};
	}
}

/** @param firstLine the whole call in a sentence. */
export function foundInWords(
	expects: Expectation,
	answer: Answer,
	firstLine: Sentence,
	rota: Rota,
): Sentence {
	switch (expects.kind) {
		case "rings":
			return firstLine;
		case "office":
			return answer.office.because.says;
		case "covered":
			return holderInWords(expects.duty, answer, rota);
	}
}

function holderInWords(duty: string, answer: Answer, rota: Rota): Sentence {
	const held = answer.duties[duty];
	if (held) return held.because.says;
	return {
		fi: `Päivystystä ${duty} ei ole listassa ${rota.name}.`,
		sv: `Jouren ${duty} finns inte i schemat ${rota.name}.`,
		en: `There is no duty ${duty} in the rota ${rota.name}.`,
	};
}

function nameOf({ people }: Rota, id: string): string {
	return Object.hasOwn(people, id) ? (people[id]?.name ?? id) : id;
}

const officeOpen: Sentence = {
	fi: "toimisto auki",
	sv: "kontoret öppet",
	en: "the office open",
};

const officeClosed: Sentence = {
	fi: "toimisto kiinni",
	sv: "kontoret stängt",
	en: "the office closed",
};
