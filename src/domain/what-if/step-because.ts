/** Why a step of a call rings just these people. */
import type { Language, Sentence } from "../language.ts";
import type { Answer, StepAnswer } from "../rota/answer.ts";
import type { PersonId, Rota } from "../rota/rota.ts";

/** One sentence or two: the reasons of the people in it, each reason once. */
export function becauseOfStep(
	people: readonly PersonId[],
	answer: Answer,
	rota: Rota,
): Sentence {
	const reasons: Sentence[] = [];
	for (const person of people) {
		const step = answer.steps.find((each) => each.people.includes(person));
		if (!step) continue;
		for (const reason of reasonsOf(person, step, answer, rota))
			if (!reasons.some(({ en }) => en === reason.en)) reasons.push(reason);
	}
	const says = (language: Language) =>
		reasons.map((reason) => reason[language]).join(" ");
	return { fi: says("fi"), sv: says("sv"), en: says("en") };
}

function reasonsOf(
	person: PersonId,
	{ named, fallback }: StepAnswer,
	answer: Answer,
	rota: Rota,
): Sentence[] {
	const name = rota.people[person]?.name ?? person;
	if (fallback && isLast(named, answer, rota)) return [comesLast(name)];
	const duty = named.find((each) => answer.duties[each]?.person === person);
	const held = duty && answer.duties[duty]?.because.says;
	if (held) return [held];
	const gap = named.find((each) => answer.duties[each]?.person === null);
	const whyGap = gap && answer.duties[gap]?.because.says;
	if (whyGap && !named.includes(person)) return [whyGap, standsIn(name)];
	return [answer.office.open ? namedWhenOpen(name) : namedWhenClosed(name)];
}

/** Whether the step is the one after all those of the routing. */
function isLast(
	named: readonly string[],
	{ steps }: Answer,
	{ fallback }: Rota,
): boolean {
	return (
		steps.at(-1)?.named === named &&
		named.length === fallback.length &&
		named.every((name, index) => name === fallback[index])
	);
}

function standsIn(name: string): Sentence {
	return {
		fi: `Siksi varalla on ${name}.`,
		sv: `Därför rings reserven ${name}.`,
		en: `So the fallback is rung: ${name}.`,
	};
}

function comesLast(name: string): Sentence {
	return {
		fi: `${name} on varalla, kun kukaan muu ei vastaa.`,
		sv: `${name} är reserv när ingen annan svarar.`,
		en: `${name} is the fallback when nobody else answers.`,
	};
}

function namedWhenOpen(name: string): Sentence {
	return {
		fi: `${name} on nimetty soittojärjestykseen, kun toimisto on auki.`,
		sv: `${name} står i ringordningen när kontoret är öppet.`,
		en: `${name} is named in the routing for an open office.`,
	};
}

function namedWhenClosed(name: string): Sentence {
	return {
		fi: `${name} on nimetty soittojärjestykseen, kun toimisto on kiinni.`,
		sv: `${name} står i ringordningen när kontoret är stängt.`,
		en: `${name} is named in the routing for a closed office.`,
	};
}
