import type { DateTime } from "luxon";
import type { Answer } from "../domain/rota/answer.ts";
import type { Difference } from "../domain/rota/difference.ts";
import type { Problem } from "../domain/rota/problem.ts";
import type { PersonId, Rota } from "../domain/rota/rota.ts";
import type { OfficeSpan, Shift } from "../domain/rota/shifts.ts";

export function printJson(value: unknown): void {
	console.log(JSON.stringify(value, null, 2));
}

/** `2026-11-23T14:00:00Z`. */
function utc(at: DateTime): string {
	return at.toUTC().toISO({ suppressMilliseconds: true }) ?? "";
}

export function problemsAsJson(problems: readonly Problem[]) {
	return problems.map(({ severity, where, what, fix }) => ({
		severity,
		where,
		what,
		fix,
	}));
}

export function answerAsJson({ at, office, duties, steps }: Answer) {
	const until = (instant: DateTime | null) => instant && utc(instant);
	return {
		at: utc(at),
		office: {
			open: office.open,
			until: until(office.until),
			because: office.because,
		},
		duties: Object.fromEntries(
			Object.entries(duties).map(([duty, answer]) => [
				duty,
				{
					person: answer.person,
					until: until(answer.until),
					because: answer.because,
				},
			]),
		),
		steps: steps.map(({ people, seconds }) => ({ people, seconds })),
	};
}

export function shiftAsJson({ start, end, person, because }: Shift) {
	return { start: utc(start), end: utc(end), person, because };
}

export function officeAsJson({ start, end, because }: OfficeSpan) {
	return { start: utc(start), end: utc(end), because };
}

export function differenceAsJson(row: Difference) {
	return { ...row, start: utc(row.start), end: utc(row.end) };
}

/** Problems one below the other, and a last line that counts them. */
export function printProblems(
	problems: readonly Problem[],
	rota: Rota | undefined,
): void {
	for (const { severity, where, what, fix } of problems) {
		console.log(`${severity}  ${where || "the document"}`);
		console.log(`  ${what}`);
		console.log(`  ${fix}`);
	}
	const errors = problems.filter((each) => each.severity === "error").length;
	const warnings = problems.length - errors;
	if (problems.length > 0) console.log("");
	if (problems.length === 0 && rota) {
		const counts = [
			counted(Object.keys(rota.people).length, "person", "people"),
			counted(Object.keys(rota.duties).length, "duty", "duties"),
		];
		console.log(`All is well: ${counts.join(", ")}, no gap in 8 weeks.`);
	} else
		console.log(
			`${counted(errors, "error", "errors")}, ${counted(warnings, "warning", "warnings")}.`,
		);
}

function counted(number: number, one: string, many: string): string {
	return `${number} ${number === 1 ? one : many}`;
}

export function answerInWords(rota: Rota, answer: Answer): string {
	const until = (at: DateTime | null) =>
		at ? `until ${moment(at)}` : "no change in sight";
	const { office, duties, steps } = answer;
	const rows = [
		[
			"office",
			office.open ? "open" : "closed",
			until(office.until),
			office.because.says.en,
		],
		...Object.entries(duties).map(([duty, { person, until: end, because }]) => [
			duty,
			person === null ? "nobody" : nameOf(rota, person),
			until(end),
			because.says.en,
		]),
	];
	const rung = steps.map(
		({ people, seconds }) =>
			`${people.map((person) => nameOf(rota, person)).join(" and ")} for ${seconds} s`,
	);
	const at = answer.at.setZone(rota.zone);
	return [
		`${moment(at)} (${rota.zone}, ${at.toFormat("ZZ")})`,
		...columns(rows).map((row) => `  ${row}`),
		`  A call rings ${[...rung, "then the message box"].join(", ")}.`,
	].join("\n");
}

export function shiftsInWords(rota: Rota, shifts: readonly Shift[]): string {
	return columns(
		shifts.map(({ start, end, person, because }) => [
			moment(start),
			moment(end),
			length(start, end),
			person === null ? "NOBODY" : nameOf(rota, person),
			because.says.en,
		]),
	).join("\n");
}

export function officeInWords(spans: readonly OfficeSpan[]): string {
	if (spans.length === 0) return "The office is not open in this time.";
	return columns(
		spans.map(({ start, end, because }) => [
			moment(start),
			moment(end),
			length(start, end),
			because.says.en,
		]),
	).join("\n");
}

export function differencesInWords(
	before: Rota,
	after: Rota,
	rows: readonly Difference[],
): string {
	if (rows.length === 0) return "Nothing changes hands.";
	const said = (rota: Rota, duty: string, value: string | null) => {
		if (value === null) return "nobody";
		return duty === "office" ? value : nameOf(rota, value);
	};
	return columns(
		rows.map((row) => [
			row.duty,
			moment(row.start),
			moment(row.end),
			length(row.start, row.end),
			`${said(before, row.duty, row.before)} -> ${said(after, row.duty, row.after)}`,
		]),
	).join("\n");
}

function nameOf(rota: Rota, person: PersonId): string {
	return Object.hasOwn(rota.people, person)
		? (rota.people[person]?.name ?? person)
		: person;
}

function moment(at: DateTime): string {
	return at.setLocale("en").toFormat("ccc dd LLL yyyy HH:mm");
}

function length(start: DateTime, end: DateTime): string {
	const hours = Math.round(end.diff(start).as("hours") * 100) / 100;
	return `${hours} h`;
}

/** Rows as lines, each column as wide as its widest cell. */
function columns(rows: readonly (readonly string[])[]): string[] {
	const widths: number[] = [];
	for (const row of rows)
		for (const [index, cell] of row.entries())
			widths[index] = Math.max(widths[index] ?? 0, cell.length);
	return rows.map((row) =>
		row
			.map((cell, index) => cell.padEnd(widths[index] ?? 0))
			.join("  ")
			.trimEnd(),
	);
}
