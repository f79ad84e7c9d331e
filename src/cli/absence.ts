import { Command, InvalidArgumentError, Option } from "commander";
import { type AbsenceKind, absenceKinds } from "../domain/rota/absence.ts";
import { readLocalDate, readLocalTime } from "../domain/rota/wall-clock.ts";
import { refusalInWords, type SwapRefusal } from "../domain/swap/words.ts";
import { withDatabase } from "./database.ts";
import { printJson } from "./rota-words.ts";

interface Asked {
	readonly json?: boolean;
}

/** The command line may keep anybody's absences, and is nobody of the rota itself. */
const by = { name: "command line", email: null, keepsAll: true };

/** When people of a rota are away: add, list, remove. */
export function absenceCommand(): Command {
	const command = new Command("absence").description(
		"enter, list and remove when people are away",
	);
	for (const each of [addCommand(), listCommand(), removeCommand()])
		command.addCommand(each);
	return command;
}

const jsonOption = () => new Option("--json", "print JSON");

interface AddAsked extends Asked {
	readonly kind: AbsenceKind;
	readonly from: string;
	readonly to?: string;
	readonly fromTime?: string;
	readonly toTime?: string;
	readonly note?: string;
}

function addCommand(): Command {
	return new Command("add")
		.description("say that somebody is away")
		.argument("<line>", "id of the line")
		.argument("<person>", "id of the person in its rota")
		.requiredOption("--from <date>", "first day", date)
		.option("--to <date>", "last day (default: the first)", date)
		.option("--from-time <time>", "from this time of the first day", time)
		.option("--to-time <time>", "until this time of the last day", time)
		.addOption(
			new Option("--kind <kind>", "why")
				.choices([...absenceKinds])
				.default("other"),
		)
		.option("--note <text>", "seen by the office and planners only")
		.addOption(jsonOption())
		.action(async (line: string, person: string, asked: AddAsked) => {
			await withDatabase(async (ctx) => {
				const { recordAbsence } = await import("../actions/record-absence.ts");
				const { kind, from, to = from, fromTime, toTime, note } = asked;
				const result = await recordAbsence(ctx, {
					...{ line, person, kind, from, to, fromTime, toTime, note, by },
				});
				if (result.kind === "refused") return refuse(result.because);
				if (asked.json) printJson(result.absences);
				else
					for (const { id } of result.absences)
						console.log(`${id}  ${person}  ${from} – ${to}  ${kind}`);
			});
		});
}

function listCommand(): Command {
	return new Command("list")
		.description("list who is away, from a week ago on")
		.argument("<line>", "id of the line")
		.addOption(jsonOption())
		.action(async (line: string, asked: Asked) => {
			await withDatabase(async ({ database, clock }) => {
				const { absencesOfLine } = await import("../database/absences.ts");
				const absences = await absencesOfLine(database, line, clock.now());
				if (asked.json) printJson(absences);
				else if (absences.length === 0) console.log("Nobody is away.");
				else
					for (const { id, person, from, to, kind } of absences)
						console.log(`${id}  ${person}  ${from} – ${to}  ${kind}`);
			});
		});
}

function removeCommand(): Command {
	return new Command("remove")
		.description("take an absence off the list")
		.argument("<id>", "id of the absence")
		.addOption(jsonOption())
		.action(async (id: string, asked: Asked) => {
			await withDatabase(async (ctx) => {
				const { removeAbsence } = await import("../actions/remove-absence.ts");
				const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
				if (!isId) return refuse("no-such-absence");
				const result = await removeAbsence(ctx, { id, by });
				if (result.kind === "refused") return refuse(result.because);
				if (asked.json) printJson({ removed: true });
				else console.log("Removed.");
			});
		});
}

function refuse(because: SwapRefusal): void {
	console.error(refusalInWords(because).en);
	process.exitCode = 1;
}

function date(value: string): string {
	if (readLocalDate(value) === null)
		throw new InvalidArgumentError("Give a date such as 2026-12-24.");
	return value;
}

function time(value: string): string {
	if (readLocalTime(value) === null)
		throw new InvalidArgumentError("Give a time such as 08:00.");
	return value;
}
