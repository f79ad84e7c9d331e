import type { HolidayRules } from "../../../domain/rota/rota.ts";
import { Entry } from "./entry.tsx";
import { ComingHolidays, HolidaysEditor } from "./holidays-editor.tsx";
import { type Plan, usePlan } from "./plan.tsx";

/** By which country's holidays the office is closed, in a sentence; its fields; and the holidays to come by name. */
export function HolidaysEntry() {
	const plan = usePlan();
	const { rota, say } = plan;
	return (
		<>
			<Entry
				place="holidays"
				name={say("holidays.title")}
				editor={() => <HolidaysEditor />}
			>
				{holidayWords(plan, rota.holidays)}
			</Entry>
			{rota.holidays ? <ComingHolidays /> : null}
		</>
	);
}

function holidayWords(
	{ say, list, reader }: Plan,
	rules: HolidayRules | undefined,
): string {
	if (!rules) return say("holidays.none");
	const { country, eves = [], also = [] } = rules;
	const sentences = [
		say("holidays.of", { country: countryName(country, reader.language) }),
	];
	if (eves.length > 0)
		sentences.push(
			say("holidays.andEves", {
				eves: list(eves.map((eve) => say(`holidays.eve.${eve}`))),
			}),
		);
	if (also.length > 0)
		sentences.push(
			say("holidays.andAlso", { days: list(also.map(({ name }) => name)) }),
		);
	return sentences.join(" ");
}

function countryName(code: string, language: string): string {
	try {
		const names = new Intl.DisplayNames(language, { type: "region" });
		return names.of(code.toUpperCase()) ?? code;
	} catch {
		// Not two letters, or none yet.
		return code;
	}
}
