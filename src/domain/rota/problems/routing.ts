/** Problems of whom a call rings: names that are none, nobody at all, a time that is none. */
import { error, type Problem } from "../problem.ts";
import type { Rota } from "../rota.ts";
import { unknown } from "./names.ts";

export function routingProblems(rota: Rota): Problem[] {
	const known = [...Object.keys(rota.people), ...Object.keys(rota.duties)];
	const check = (names: readonly string[], where: string) =>
		names.flatMap((name, index) =>
			Object.hasOwn(rota.people, name) || Object.hasOwn(rota.duties, name)
				? []
				: [unknown("name", name, `${where}[${index}]`, known)],
		);
	const problems: Problem[] = [];
	for (const side of ["open", "closed"] as const)
		for (const [index, { ring, seconds }] of rota.routing[side].entries()) {
			const where = `routing.${side}[${index}]`;
			if (ring.length === 0) problems.push(emptyRing(`${where}.ring`));
			if (!Number.isInteger(seconds) || seconds < 1 || seconds > 600)
				problems.push(badSeconds(seconds, `${where}.seconds`));
			problems.push(...check(ring, `${where}.ring`));
		}
	if (rota.fallback.length === 0) problems.push(emptyFallback());
	return [...problems, ...check(rota.fallback, "fallback")];
}

function emptyRing(where: string): Problem {
	return error(
		"empty-ring",
		where,
		{
			fi: "Porras ei soita kenellekään.",
			sv: "Steget ringer ingen.",
			en: "The step rings nobody.",
		},
		{
			fi: "Nimeä henkilö tai päivystys tai poista porras.",
			sv: "Ange en person eller en jour eller ta bort steget.",
			en: "Name a person or a duty, or remove the step.",
		},
	);
}

function emptyFallback(): Problem {
	return error(
		"empty-fallback",
		"fallback",
		{
			fi: "Varalla ei ole ketään, jolle soittaa, kun kukaan muu ei vastaa.",
			sv: "Det finns ingen reserv att ringa när ingen annan svarar.",
			en: "The fallback names nobody to ring when nobody else answers.",
		},
		{
			fi: "Nimeä ainakin yksi henkilö tai päivystys.",
			sv: "Ange minst en person eller en jour.",
			en: "Name at least one person or duty.",
		},
	);
}

function badSeconds(seconds: number, where: string): Problem {
	return error(
		"bad-seconds",
		where,
		{
			fi: `Puhelin ei voi soida ${seconds} sekuntia.`,
			sv: `En telefon kan inte ringa i ${seconds} sekunder.`,
			en: `A phone cannot ring for ${seconds} seconds.`,
		},
		{
			fi: "Anna kokonaisia sekunteja, 1–600.",
			sv: "Ange hela sekunder, 1–600.",
			en: "Give whole seconds, 1 to 600.",
		},
	);
}
