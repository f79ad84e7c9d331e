/** Warnings of overrides that are over or change nothing. */
import { type Problem, warning } from "../problem.ts";
import type { Override } from "../rota.ts";
import { sightMillis } from "../track.ts";
import { clockOf } from "../wall-clock.ts";
import type { Outlook } from "./outlook.ts";

/** Overrides that are over, and those of the next 400 days that change nothing. `skip` holds the indexes of those in error. */
export function overrideWarnings(
	{ timeline, now }: Outlook,
	skip: ReadonlySet<number>,
): Problem[] {
	const clock = clockOf(timeline.rota.zone);
	const idle = new Set(timeline.idleOverrides);
	return (timeline.rota.overrides ?? []).flatMap((override, index) => {
		const start = clock?.read(override.start);
		const end = clock?.read(override.end);
		if (typeof start !== "number" || typeof end !== "number") return [];
		if (skip.has(index)) return [];
		if (end <= now) return [pastOverride(index)];
		const inSight = start < now + sightMillis;
		return inSight && idle.has(index) ? [idleOverride(index, override)] : [];
	});
}

function pastOverride(index: number): Problem {
	return warning(
		"past-override",
		`overrides[${index}]`,
		{
			fi: "Poikkeus on jo ohi.",
			sv: "Avvikelsen är redan över.",
			en: "The override is already over.",
		},
		{
			fi: "Poista se; vanhat versiot säilyvät joka tapauksessa.",
			sv: "Ta bort den; gamla versioner finns ändå kvar.",
			en: "Remove it; old versions are kept anyway.",
		},
	);
}

function idleOverride(index: number, { instead }: Override): Problem {
	return warning(
		"idle-override",
		`overrides[${index}]`,
		{
			fi: "Poikkeus ei muuta mitään.",
			sv: "Avvikelsen ändrar ingenting.",
			en: "The override changes nothing.",
		},
		instead === undefined
			? {
					fi: "Poista se, tai tarkista päivystys, henkilö ja ajat.",
					sv: "Ta bort den, eller kontrollera jour, person och tider.",
					en: "Remove it, or check its duty, person and times.",
				}
			: {
					fi: `Poista se, tai tarkista ajat: "${instead}" ei ole silloin vuorossa.`,
					sv: `Ta bort den, eller kontrollera tiderna: "${instead}" har inte jouren då.`,
					en: `Remove it, or check its times: "${instead}" does not have the duty then.`,
				},
	);
}
