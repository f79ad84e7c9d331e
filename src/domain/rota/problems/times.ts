/** Problems with dates and times: those that are none, that stand twice, or that end before they start. */
import { error, type Problem } from "../problem.ts";
import type { Rota, Window } from "../rota.ts";
import {
	clockOf,
	readLocalDate,
	readLocalTime,
	readRotaTime,
} from "../wall-clock.ts";

export function timeProblems(rota: Rota): Problem[] {
	return [
		...rota.hours.flatMap((window, index) =>
			windowTimes(window, `hours[${index}]`),
		),
		...specialProblems(rota),
		...holidayProblems(rota),
		...layerTimes(rota),
		...(rota.overrides ?? []).flatMap((override, index) =>
			spanProblems(rota, override, `overrides[${index}]`),
		),
	];
}

function windowTimes(window: Window, where: string): Problem[] {
	const problems = openTimes(window, where);
	for (const key of ["since", "until"] as const) {
		const date = window[key];
		if (date !== undefined && readLocalDate(date) === null)
			problems.push(badDate(date, `${where}.${key}`));
	}
	return problems;
}

function openTimes(
	{ start, end }: { readonly start: string; readonly end: string },
	where: string,
): Problem[] {
	const problems: Problem[] = [];
	if (readLocalTime(start) === null || start === "24:00")
		problems.push(badTime(start, `${where}.start`));
	if (readLocalTime(end) === null) problems.push(badTime(end, `${where}.end`));
	return problems;
}

function specialProblems({ special = [] }: Rota): Problem[] {
	const first = new Map<string, number>();
	return special.flatMap(({ date, open }, index) => {
		const where = `special[${index}]`;
		const problems = open.flatMap((times, place) =>
			openTimes(times, `${where}.open[${place}]`),
		);
		if (readLocalDate(date) === null)
			problems.push(badDate(date, `${where}.date`));
		const before = first.get(date);
		if (before === undefined) first.set(date, index);
		else problems.push(specialTwice(date, where, before));
		return problems;
	});
}

function holidayProblems({ holidays }: Rota): Problem[] {
	return (["also", "except"] as const).flatMap((key) =>
		(holidays?.[key] ?? []).flatMap(({ date }, index) =>
			readLocalDate(date) === null
				? [badDate(date, `holidays.${key}[${index}].date`)]
				: [],
		),
	);
}

function layerTimes(rota: Rota): Problem[] {
	const problems: Problem[] = [];
	for (const [duty, layers] of Object.entries(rota.duties))
		for (const [index, layer] of layers.entries()) {
			const where = `duties.${duty}[${index}]`;
			if ("shifts" in layer)
				for (const [place, shift] of layer.shifts.entries())
					problems.push(
						...spanProblems(rota, shift, `${where}.shifts[${place}]`),
					);
			if (!("rotation" in layer)) continue;
			const { start, during = [] } = layer.rotation;
			if (!readRotaTime(start))
				problems.push(badDateTime(start, `${where}.rotation.start`));
			for (const [place, window] of during.entries())
				problems.push(
					...windowTimes(window, `${where}.rotation.during[${place}]`),
				);
		}
	return problems;
}

function spanProblems(
	{ zone }: Rota,
	{ start, end }: { readonly start: string; readonly end: string },
	where: string,
): Problem[] {
	const problems: Problem[] = [];
	if (!readRotaTime(start)) problems.push(badDateTime(start, `${where}.start`));
	if (!readRotaTime(end)) problems.push(badDateTime(end, `${where}.end`));
	const clock = clockOf(zone);
	if (problems.length > 0 || !clock) return problems;
	if ((clock.read(end) as number) <= (clock.read(start) as number))
		problems.push(endsFirst(start, end, `${where}.end`));
	return problems;
}

function badDate(text: string, where: string): Problem {
	return error(
		"bad-date",
		where,
		{
			fi: `"${text}" ei ole päivämäärä.`,
			sv: `"${text}" är inget datum.`,
			en: `"${text}" is not a date.`,
		},
		{
			fi: "Kirjoita päivämäärä näin: 2026-12-24.",
			sv: "Skriv datumet så här: 2026-12-24.",
			en: "Write the date like this: 2026-12-24.",
		},
	);
}

function badTime(text: string, where: string): Problem {
	return error(
		"bad-time",
		where,
		{
			fi: `"${text}" ei ole kellonaika.`,
			sv: `"${text}" är inget klockslag.`,
			en: `"${text}" is not a time of day.`,
		},
		{
			fi: 'Kirjoita kellonaika näin: "08:00". Päivän loppu on "24:00".',
			sv: 'Skriv klockslaget så här: "08:00". Dygnets slut är "24:00".',
			en: 'Write the time like this: "08:00". The end of a day is "24:00".',
		},
	);
}

function badDateTime(text: string, where: string): Problem {
	return error(
		"bad-date-time",
		where,
		{
			fi: `"${text}" ei ole päivämäärä ja kellonaika.`,
			sv: `"${text}" är inte ett datum med klockslag.`,
			en: `"${text}" is not a date with a time of day.`,
		},
		{
			fi: "Kirjoita ne näin: 2026-12-24T15:00.",
			sv: "Skriv det så här: 2026-12-24T15:00.",
			en: "Write it like this: 2026-12-24T15:00.",
		},
	);
}

function endsFirst(start: string, end: string, where: string): Problem {
	return error(
		"ends-before-start",
		where,
		{
			fi: `Loppu ${end} ei ole alun ${start} jälkeen.`,
			sv: `Slutet ${end} ligger inte efter början ${start}.`,
			en: `The end ${end} is not after the start ${start}.`,
		},
		{
			fi: "Korjaa alku tai loppu.",
			sv: "Rätta början eller slutet.",
			en: "Correct the start or the end.",
		},
	);
}

function specialTwice(date: string, where: string, before: number): Problem {
	return error(
		"special-twice",
		where,
		{
			fi: `Päivä ${date} on poikkeuspäivissä kahdesti: myös special[${before}].`,
			sv: `Dagen ${date} står två gånger bland specialdagarna: även special[${before}].`,
			en: `The date ${date} is a special day twice: special[${before}] has it too.`,
		},
		{
			fi: "Yhdistä ne yhdeksi; samana päivänä voi olla useita aukioloaikoja.",
			sv: "Slå ihop dem till en; en dag kan ha flera öppettider.",
			en: "Make them one; a day can have several opening times.",
		},
	);
}
