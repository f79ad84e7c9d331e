/** Warnings of gaps, and of holidays that nobody knows yet. */
import { DateTime } from "luxon";
import type { Sentence } from "../../language.ts";
import { type Problem, warning } from "../problem.ts";
import type { DutyName } from "../rota.ts";
import type { Timeline } from "../timeline.ts";
import { hoursInWords, spanInWords } from "./in-words.ts";
import type { Outlook } from "./outlook.ts";

const mostGaps = 100;

/** Each gap of the next eight weeks that no override made on purpose; of more than a hundred in one duty, the rest together. */
export function gapWarnings({
	timeline,
	now,
	end,
	duties,
}: Outlook): Problem[] {
	const { zone } = timeline.rota;
	return duties.flatMap((duty) => {
		const gaps = plainGaps(timeline, duty, now, end);
		const rest = gaps.slice(mostGaps);
		const problems = gaps.slice(0, mostGaps).map(
			(gap): Problem => ({
				...gapWarning(duty, spanInWords(gap.start, gap.end, zone)),
				about: gap.whole,
			}),
		);
		const hours = hoursInWords(
			rest.reduce((sum, gap) => sum + gap.end - gap.start, 0),
		);
		if (rest.length > 0)
			problems.push(
				gapWarning(duty, {
					fi: `ja vielä ${rest.length} aukkoa, yhteensä ${hours.fi}`,
					sv: `och ytterligare ${rest.length} luckor, sammanlagt ${hours.sv}`,
					en: `and ${rest.length} more gaps, ${hours.en} in all`,
				}),
			);
		return problems;
	});
}

interface Gap {
	readonly start: number;
	readonly end: number;
	/** From its true beginning to its true end, as far as they are in sight; the same as long as the gap is. */
	readonly whole: string;
}

function plainGaps(
	{ duties }: Timeline,
	duty: DutyName,
	from: number,
	to: number,
): Gap[] {
	const track = duties.get(duty);
	const gaps: Gap[] = [];
	for (const [index, cut] of (track?.cuts ?? []).entries()) {
		const start = Math.max(cut.start, from);
		const next = track?.starts[index + 1];
		const end = Math.min(next ?? to, to);
		if (cut.because.kind !== "gap" || end <= start) continue;
		const begins = cut.start > (track?.start ?? 0) ? cut.start : "";
		gaps.push({ start, end, whole: `${begins}–${next ?? ""}` });
	}
	return gaps;
}

function gapWarning(duty: DutyName, span: Sentence) {
	return warning(
		"gap",
		`duties.${duty}`,
		{
			fi: `Päivystyksessä ${duty} on aukko: ${span.fi}.`,
			sv: `Jouren ${duty} har en lucka: ${span.sv}.`,
			en: `Nobody has ${duty}: ${span.en}.`,
		},
		{
			fi: "Lisää vuoro, tai poikkeus nobody, jos aukko on tarkoitettu.",
			sv: "Lägg till ett pass, eller en avvikelse med nobody om luckan är avsedd.",
			en: "Add a shift, or an override with nobody if the gap is meant.",
		},
	);
}

/** The holiday calendar must reach eight weeks ahead, or holidays would pass unnoticed. */
export function calendarEndWarnings(
	lastYear: number | null,
	{ timeline, end }: Pick<Outlook, "timeline" | "end">,
): Problem[] {
	if (lastYear === null) return [];
	const { zone } = timeline.rota;
	const last = DateTime.fromObject({ year: lastYear + 1 }, { zone });
	if (last.toMillis() >= end) return [];
	return [
		warning(
			"holidays-end",
			"holidays.country",
			{
				fi: `Pyhäpäivät tunnetaan vain vuoden ${lastYear} loppuun.`,
				sv: `Helgdagarna är kända bara till slutet av ${lastYear}.`,
				en: `The holidays are known only to the end of ${lastYear}.`,
			},
			{
				fi: "Päivitä palvelu, jotta seuraavan vuoden pyhäpäivät tulevat mukaan.",
				sv: "Uppdatera tjänsten så att nästa års helgdagar kommer med.",
				en: "Update the service, so that it knows the holidays of the next year.",
			},
		),
	];
}
