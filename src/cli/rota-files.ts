import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { DateTime } from "luxon";
import type { Answer } from "../domain/rota/answer.ts";
import type { Rota } from "../domain/rota/rota.ts";
import type { TimeSpan } from "../domain/rota/shifts.ts";
import {
	answerAt,
	compileRota,
	covers,
	type Timeline,
} from "../domain/rota/timeline.ts";
import { clockOf } from "../domain/rota/wall-clock.ts";
import { holidaysOf } from "../rota-document/holidays-by-law.ts";
import { checkRota } from "../rota-document/read-rota.ts";
import { printJson, printProblems, problemsAsJson } from "./rota-words.ts";

/** What every command may be asked for. */
export interface Asked {
	readonly json?: boolean;
}

/** The text of a file; one that cannot be read ends the command as wrong usage, with one sentence. */
export function fileText(file: string, command: Command): string {
	try {
		return readFileSync(file, "utf8");
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		const reasons: Readonly<Record<string, string>> = {
			ENOENT: "there is no such file",
			EACCES: "you have no right to read it",
			EISDIR: "it is a folder",
		};
		return command.error(
			`The file ${file} cannot be read: ${reasons[code ?? ""] ?? code}.`,
		);
	}
}

/** The rota of a file. One with errors is said so, and gives null and exit code 1; warnings are no matter here. */
export function rotaIn(
	file: string,
	{ json }: Asked,
	command: Command,
): Rota | null {
	const { rota, problems } = checkRota(fileText(file, command), DateTime.utc());
	if (rota) return rota;
	const errors = problems.filter(({ severity }) => severity === "error");
	if (json) printJson({ problems: problemsAsJson(errors) });
	else {
		console.error(`${file} has errors:`);
		printProblems(errors, undefined);
	}
	process.exitCode = 1;
	return null;
}

/**
 * An instant as somebody types it: ISO 8601 with an offset or `Z`, or local to the rota's zone (a time that the clocks
 * leap over or repeat as in the rota), or a date alone for its midnight.
 */
export function instantIn(
	{ zone }: Rota,
	text: string,
	command: Command,
): DateTime {
	const millis = clockOf(zone)?.read(wholeIso(text)) ?? null;
	if (millis === null)
		return command.error(
			`"${text}" is not an instant: write 2026-12-24T15:00, or with an offset 2026-12-24T13:00Z.`,
		);
	return DateTime.fromMillis(millis, { zone });
}

/** An instant in one of the shorter writings of ISO 8601 (`20261224T1500Z`, `2026-12-24T15`, a date alone) in the one that rotas have. */
export function wholeIso(text: string): string {
	const parts = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ](\d{2})(.*))?$/i.exec(text);
	if (!parts) return text;
	const [, year, dash, month, day, hour = "00", rest = ""] = parts;
	const times =
		dash === "-"
			? rest
			: rest.replace(/^(\d{2})(\d{2})?/, (_, minute, second) =>
					second === undefined ? `:${minute}` : `:${minute}:${second}`,
				);
	return `${year}-${month}-${day}T${hour}${times.startsWith(":") ? "" : ":00"}${times}`;
}

const longestYears = 20;

export function spanIn(
	rota: Rota,
	asked: { readonly from: string; readonly to: string },
	command: Command,
): TimeSpan {
	const from = instantIn(rota, asked.from, command);
	const to = instantIn(rota, asked.to, command);
	if (to <= from)
		command.error(`--to ${asked.to} is not after --from ${asked.from}.`);
	if (to > from.plus({ years: longestYears }))
		command.error(`Ask for at most ${longestYears} years at once.`);
	return { from, to };
}

export function timelineOf(rota: Rota, from: DateTime, to: DateTime): Timeline {
	return compileRota(rota, { from, to, holidays: holidaysOf(rota, from, to) });
}

/** Answers about any instants, with a timeline compiled for each year that is asked about. */
export function answersOf(rota: Rota): (at: DateTime) => Answer {
	const timelines: Timeline[] = [];
	return (at) => {
		let timeline = timelines.find((each) => covers(each, at));
		if (!timeline) {
			timeline = timelineOf(rota, at.minus({ days: 1 }), at.plus({ years: 1 }));
			timelines.push(timeline);
		}
		return answerAt(timeline, at);
	};
}
