import type { Language } from "../../src/domain/language.ts";
import type { Chance } from "./chance.ts";
import { finnish, swedish } from "./vocabulary.ts";

/** What is wrong, as whoever wrote it down put it. */
export function summaryOf(
	branch: string,
	language: Language,
	chance: Chance,
): string {
	const said = language === "sv" ? swedish : finnish;
	const faults = said.faults[branch] ?? said.faults.other ?? [];
	const where =
		isInside(branch) && chance.happens(0.6) ? ` ${chance.one(said.where)}` : "";
	const since = chance.happens(0.35) ? `, ${chance.one(said.since)}` : "";
	return `${chance.one(faults)}${where}${since}`;
}

function isInside(branch: string): boolean {
	return ["water", "electricity", "damp", "pests", "windows"].includes(branch);
}

/** What somebody noted while seeing to it. */
export function noteOf(language: Language, chance: Chance): string {
	const said = language === "sv" ? swedish : finnish;
	const part = chance.happens(0.25)
		? ` ${chance.one(said.part)} ${modelOf(chance)}.`
		: "";
	return `${chance.one(said.done)}${part} ${chance.one(said.after)}`.trim();
}

/** A make and model: some are met every week, some once. */
function modelOf(chance: Chance): string {
	const syllables = [
		"ra",
		"ko",
		"ve",
		"li",
		"mo",
		"su",
		"ta",
		"ne",
		"hy",
		"dor",
		"tek",
		"san",
		"vik",
		"lux",
		"ter",
	];
	const length = chance.happens(0.7) ? 2 : 4;
	const make = Array.from({ length }, () => chance.one(syllables)).join("");
	return `${make[0]?.toUpperCase()}${make.slice(1)} ${100 + chance.below(900)}`;
}
