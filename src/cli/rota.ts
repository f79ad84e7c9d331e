import { Command, InvalidArgumentError, Option } from "commander";
import { realClock } from "../clock.ts";
import type { Clock } from "../context.ts";
import { differenceBetween } from "../domain/rota/difference.ts";
import { openSpans, shiftsOf } from "../domain/rota/shifts.ts";
import { checkRota } from "../rota-document/read-rota.ts";
import { expandCommand } from "./rota-expand.ts";
import {
	type Asked,
	answersOf,
	fileText,
	instantIn,
	rotaIn,
	spanIn,
	timelineOf,
} from "./rota-files.ts";
import { overrideCommand } from "./rota-overrides.ts";
import { exportCommand, importCommand } from "./rota-publish.ts";
import { replaceCommand } from "./rota-replace.ts";
import { restoreCommand, versionsCommand } from "./rota-versions.ts";
import {
	answerAsJson,
	answerInWords,
	differenceAsJson,
	differencesInWords,
	officeAsJson,
	officeInWords,
	printJson,
	printProblems,
	problemsAsJson,
	shiftAsJson,
	shiftsInWords,
} from "./rota-words.ts";
import { whatIfCommand } from "./what-if.ts";

/**
 * Everything about rotas at the terminal. Only those that name a line open the database. A file that cannot be read and
 * a time that is none are wrong usage (exit code 2); a rota with errors is an answer (exit code 1).
 */
export function rotaCommand(clock: Clock = realClock): Command {
	const command = new Command("rota").description(
		"check a rota, ask it questions, publish it",
	);
	for (const each of [
		checkCommand(clock),
		whoCommand(),
		shiftsCommand(),
		hoursCommand(),
		diffCommand(clock),
		expandCommand(),
		importCommand(clock),
		exportCommand(),
		versionsCommand(),
		restoreCommand(),
		overrideCommand(),
		whatIfCommand(),
		replaceCommand(),
	])
		command.addCommand(each);
	return command;
}

function jsonOption() {
	return new Option("--json", "print JSON");
}

function checkCommand(clock: Clock): Command {
	return new Command("check")
		.description("find every problem of a rota")
		.argument("<file>", "the rota, YAML or JSON")
		.addOption(jsonOption())
		.action((file: string, { json }: Asked, command: Command) => {
			const { rota, problems } = checkRota(
				fileText(file, command),
				clock.now(),
			);
			if (json) printJson({ problems: problemsAsJson(problems) });
			else printProblems(problems, rota);
			if (!rota) process.exitCode = 1;
		});
}

function whoCommand(): Command {
	return new Command("who")
		.description("say who has it at an instant, and whom a call would ring")
		.argument("<file>", "the rota, YAML or JSON")
		.requiredOption(
			"--at <instant>",
			"ISO 8601, with offset or local to the rota's zone; may be given again",
			(value: string, before: string[] = []) => [...before, value],
		)
		.addOption(jsonOption())
		.action(
			(file: string, asked: Asked & { at: string[] }, command: Command) => {
				const rota = rotaIn(file, asked, command);
				if (!rota) return;
				const instants = asked.at.map((text) => instantIn(rota, text, command));
				const answers = instants.map(answersOf(rota));
				if (asked.json) printJson(answers.map(answerAsJson));
				else
					console.log(
						answers.map((answer) => answerInWords(rota, answer)).join("\n\n"),
					);
			},
		);
}

interface SpanAsked extends Asked {
	readonly from: string;
	readonly to: string;
}

function shiftsCommand(): Command {
	return withSpan("shifts")
		.description("list the shifts of a duty, gaps among them")
		.requiredOption("--duty <duty>", "name of the duty")
		.action(
			(file: string, asked: SpanAsked & { duty: string }, command: Command) => {
				const rota = rotaIn(file, asked, command);
				if (!rota) return;
				if (!Object.hasOwn(rota.duties, asked.duty))
					command.error(
						`There is no duty "${asked.duty}" in ${file}: it has ${Object.keys(rota.duties).join(", ")}.`,
					);
				const span = spanIn(rota, asked, command);
				const timeline = timelineOf(rota, span.from, span.to);
				const shifts = shiftsOf(timeline, asked.duty, span);
				if (asked.json) printJson(shifts.map(shiftAsJson));
				else console.log(shiftsInWords(rota, shifts));
			},
		);
}

function hoursCommand(): Command {
	return withSpan("hours")
		.description("list when the office is open")
		.action((file: string, asked: SpanAsked, command: Command) => {
			const rota = rotaIn(file, asked, command);
			if (!rota) return;
			const span = spanIn(rota, asked, command);
			const spans = openSpans(timelineOf(rota, span.from, span.to), span);
			if (asked.json) printJson(spans.map(officeAsJson));
			else console.log(officeInWords(spans));
		});
}

function withSpan(name: string): Command {
	return new Command(name)
		.argument("<file>", "the rota, YAML or JSON")
		.requiredOption("--from <instant>", "first instant, or a date")
		.requiredOption("--to <instant>", "end, not included")
		.addOption(jsonOption());
}

interface DiffAsked extends Asked {
	readonly from?: string;
	readonly weeks: number;
}

function diffCommand(clock: Clock): Command {
	return new Command("diff")
		.description("show the hours that change hands between two rotas")
		.argument("<old>", "the rota before")
		.argument("<new>", "the rota after")
		.option("--from <instant>", "where to begin (default: now)")
		.option("--weeks <number>", "how far to look", weeks, 8)
		.addOption(jsonOption())
		.action(
			(old: string, fresh: string, asked: DiffAsked, command: Command) => {
				const before = rotaIn(old, asked, command);
				const after = rotaIn(fresh, asked, command);
				if (!before || !after) return;
				const from = asked.from
					? instantIn(after, asked.from, command)
					: clock.now().setZone(after.zone);
				const span = { from, to: from.plus({ weeks: asked.weeks }) };
				const rows = differenceBetween(
					timelineOf(before, span.from, span.to),
					timelineOf(after, span.from, span.to),
					span,
				);
				if (asked.json) printJson(rows.map(differenceAsJson));
				else console.log(differencesInWords(before, after, rows));
			},
		);
}

function weeks(value: string): number {
	const number = Number(value);
	if (!Number.isInteger(number) || number < 1 || number > 520)
		throw new InvalidArgumentError("Give whole weeks, 1 to 520.");
	return number;
}
