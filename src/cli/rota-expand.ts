import { Command, InvalidArgumentError, Option } from "commander";
import {
	type ExpansionResult,
	expand,
	type Recurrence,
} from "../domain/rota/expand.ts";
import { faultProblem } from "../domain/rota/problems/rule-faults.ts";
import { clockOf } from "../domain/rota/wall-clock.ts";
import { fileText, wholeIso } from "./rota-files.ts";
import { printJson } from "./rota-words.ts";

interface ExpandAsked {
	readonly json?: boolean;
	readonly rrule?: string;
	readonly start?: string;
	readonly zone?: string;
	readonly exdate?: readonly string[];
	readonly limit?: number;
	readonly from?: string;
	readonly to?: string;
	readonly file?: string;
}

/** `rota expand`: the instants of one rule given as options, or of many from a JSON file. A rule that cannot be expanded exits with 1. */
export function expandCommand(): Command {
	return new Command("expand")
		.description("list the instants of a recurrence rule")
		.option("--rrule <rule>", "RFC 5545 rule, such as FREQ=WEEKLY;BYDAY=FR")
		.option("--start <local>", "DTSTART on the zone's wall clock")
		.option("--zone <zone>", "IANA time zone")
		.option("--exdate <local...>", "leave these out; may be given again")
		.option("--limit <number>", "take the first so many", limit)
		.option("--from <instant>", "leave out what is before")
		.option("--to <instant>", "end, not included")
		.option("--file <file>", "a JSON file with a list of recurrences")
		.addOption(new Option("--json", "print JSON"))
		.action((asked: ExpandAsked, command: Command) =>
			asked.file === undefined
				? expandOne(asked, command)
				: expandFile(asked.file, asked, command),
		);
}

function limit(value: string): number {
	if (!/^\d{1,6}$/.test(value))
		throw new InvalidArgumentError("Give a whole number up to 999999.");
	return Number(value);
}

function expandOne(asked: ExpandAsked, command: Command): void {
	const { rrule, start, zone } = asked;
	if (rrule === undefined || start === undefined || zone === undefined)
		command.error("Give --rrule, --start and --zone, or --file.");
	const { result, says } = expanded({ ...asked, rrule, start, zone });
	if (result?.kind !== "expanded") {
		if (result?.kind === "endless") command.error(says);
		console.error(says);
		process.exitCode = 1;
		return;
	}
	const instants = result.instants.map(asUtc);
	if (asked.json) printJson(instants);
	else console.log(instants.join("\n") || "The rule names no instant.");
}

function expandFile(
	file: string,
	{ json }: ExpandAsked,
	command: Command,
): void {
	const list = listIn(fileText(file, command));
	if (!list)
		command.error(
			`The file ${file} is not a JSON list of { id, zone, start, rrule, … }.`,
		);
	const answers = list.map((entry) => {
		const id = entry.id ?? null;
		const recurrence = recurrenceOf(entry);
		if (!recurrence)
			return {
				id,
				instants: [],
				problem: "It needs zone, start and rrule as texts.",
			};
		const { result, says } = expanded(recurrence);
		return result?.kind === "expanded"
			? { id, instants: result.instants.map(asUtc) }
			: { id, instants: [], problem: says };
	});
	if (answers.some((answer) => "problem" in answer)) process.exitCode = 1;
	if (json) {
		printJson(answers);
		return;
	}
	for (const answer of answers) {
		console.log(`${answer.id}`);
		for (const instant of answer.instants) console.log(`  ${instant}`);
		if ("problem" in answer) console.log(`  ${answer.problem}`);
	}
}

type Entry = Readonly<Record<string, unknown>>;

function listIn(text: string): readonly Entry[] | null {
	try {
		const value: unknown = JSON.parse(text);
		if (!Array.isArray(value)) return null;
		return value.every((entry) => typeof entry === "object" && entry !== null)
			? (value as Entry[])
			: null;
	} catch {
		return null;
	}
}

interface Asking
	extends Omit<Recurrence, "from" | "to" | "exdate" | "rdate" | "limit"> {
	readonly exdate?: readonly string[] | undefined;
	readonly rdate?: readonly string[] | undefined;
	readonly limit?: number | undefined;
	readonly from?: string | undefined;
	readonly to?: string | undefined;
}

function recurrenceOf(entry: Entry): Asking | null {
	const text = (key: string) =>
		typeof entry[key] === "string" ? entry[key] : undefined;
	const texts = (key: string) => {
		const value = entry[key];
		return Array.isArray(value) ? value.map(String) : [];
	};
	const [zone, start, rrule] = [text("zone"), text("start"), text("rrule")];
	if (zone === undefined || start === undefined || rrule === undefined)
		return null;
	return {
		zone,
		start,
		rrule,
		exdate: texts("exdate"),
		rdate: texts("rdate"),
		limit: typeof entry.limit === "number" ? entry.limit : undefined,
		from: text("from"),
		to: text("to"),
	};
}

/** The expansion and, unless it went well, a sentence of what is wrong. */
function expanded(asking: Asking): {
	readonly result?: ExpansionResult;
	readonly says: string;
} {
	const clock = clockOf(asking.zone);
	const bounds = [asking.from, asking.to].map((text) => {
		if (text === undefined) return undefined;
		return clock?.read(wholeIso(text)) ?? null;
	});
	if (clock && bounds.includes(null))
		return {
			says: `"${bounds[0] === null ? asking.from : asking.to}" is not an instant.`,
		};
	const result = expand({
		...asking,
		exdate: asking.exdate ?? [],
		rdate: asking.rdate ?? [],
		limit: asking.limit ?? null,
		from: bounds[0] ?? null,
		to: bounds[1] ?? null,
	});
	return { result, says: inWords(result, asking) };
}

function inWords(result: ExpansionResult, { zone, rrule }: Asking): string {
	switch (result.kind) {
		case "expanded":
			return "";
		case "bad-zone":
			return `"${zone}" is not a time zone: write one such as Europe/Helsinki.`;
		case "bad-rule":
			return result.faults
				.map((fault) => faultProblem(fault, ""))
				.map(({ what, fix }) => `${what} ${fix}`)
				.join("\n");
		case "bad-time":
			return `"${result.text}" is not a date with a time of day: write 2026-12-24T15:00.`;
		case "endless":
			return `The rule ${rrule} never ends: give --limit or --to.`;
		case "too-costly":
			return `The rule ${rrule} takes too long to work out: give a smaller --limit, or --from and --to.`;
	}
}

function asUtc(millis: number): string {
	return new Date(millis).toISOString().replace(".000Z", "Z");
}
