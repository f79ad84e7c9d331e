import { writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Command, InvalidArgumentError, Option } from "commander";
import { heldOver, plannedOver } from "../actions/duty-timelines.ts";
import { exportStandbyPay } from "../actions/export-standby-pay.ts";
import { newestRota } from "../database/rotas.ts";
import { type Fairness, fairness } from "../domain/fairness/fairness.ts";
import {
	fairnessInWords,
	standingOf,
} from "../domain/fairness/fairness-words.ts";
import {
	type NightBounds,
	readNight,
	usualNight,
} from "../domain/fairness/night.ts";
import { paySheets } from "../domain/fairness/pay-sheets.ts";
import type { Rota } from "../domain/rota/rota.ts";
import type { TimeSpan } from "../domain/rota/shifts.ts";
import { writeCsv } from "../spreadsheet/csv.ts";
import { writeXlsx } from "../spreadsheet/xlsx.ts";
import { type CommandContext, withDatabase } from "./database.ts";
import { spanIn } from "./rota-files.ts";
import { printJson } from "./rota-words.ts";

interface Counted {
	readonly from: string;
	readonly to: string;
	readonly night: NightBounds;
	readonly duty?: string;
}

/** Prints how the duties of a line are shared: planned by the newest rota, and held by those that were in force. */
export function fairnessCommand(): Command {
	return counting("fairness")
		.description("show how the duties of a line are shared")
		.addOption(new Option("--json", "print JSON"))
		.action(
			(line: string, asked: Counted & { json?: boolean }, command: Command) =>
				ofLine(line, asked, command, async (ctx, rota, span) => {
					const shared = (pieces: Parameters<typeof fairness>[0]["pieces"]) =>
						fairness({
							...{ pieces, span, night: asked.night },
							...(asked.duty && { duties: [asked.duty] }),
						});
					const planned = shared(await plannedOver(ctx, rota, span));
					const held = shared(await heldOver(ctx, line, span));
					if (asked.json) printJson({ planned, held });
					else {
						console.log(`Planned: ${sharedInWords(planned)}`);
						console.log(`\nHeld until now: ${sharedInWords(held)}`);
					}
				}),
		);
}

/** Writes what standby is paid by into files. */
export function payCommand(): Command {
	return counting("pay")
		.description("export standby hours and call-outs of a line")
		.option("--csv <file>", "where to write the hours as CSV")
		.option("--xlsx <file>", "where to write hours and call-outs as XLSX")
		.action(
			(
				line: string,
				asked: Counted & { csv?: string; xlsx?: string },
				command: Command,
			) => {
				const { csv, xlsx } = asked;
				if (!csv && !xlsx)
					command.error("Say where to: --csv FILE, --xlsx FILE, or both.");
				return ofLine(line, asked, command, async (ctx, rota, span) => {
					const pay = await exportStandbyPay(ctx, {
						...{ line, span, night: asked.night, by: "command line" },
						duty: asked.duty ?? null,
						format: [csv && "csv", xlsx && "xlsx"].filter(Boolean).join(", "),
					});
					const sheets = paySheets(pay, rota.zone, "en");
					if (csv)
						await writeFile(csv, await text(writeCsv(sheets.hours, "en")));
					if (xlsx)
						await writeFile(
							xlsx,
							await writeXlsx([sheets.hours, sheets.callOuts]),
						);
					for (const file of [csv, xlsx])
						if (file) console.log(`Wrote ${file}.`);
				});
			},
		);
}

function counting(name: string): Command {
	return new Command(name)
		.argument("<line>", "id of the line")
		.requiredOption("--from <date>", "first day or instant, in the rota's zone")
		.requiredOption("--to <date>", "end, not included")
		.option("--duty <duty>", "only this duty (default: all)")
		.addOption(
			new Option("--night <bounds>", "when it is night")
				.argParser(night)
				.default(usualNight, "22:00-06:00"),
		);
}

async function ofLine(
	line: string,
	asked: Counted,
	command: Command,
	act: (ctx: CommandContext, rota: Rota, span: TimeSpan) => Promise<void>,
): Promise<void> {
	await withDatabase(async (ctx) => {
		const newest = await newestRota(ctx.database, line);
		if (newest)
			return act(ctx, newest.rota, spanIn(newest.rota, asked, command));
		console.error(
			`The line ${line} has no published rota: \`faultline rota import FILE\` publishes one.`,
		);
		process.exitCode = 1;
	});
}

function night(value: string): NightBounds {
	const bounds = readNight(value);
	if (!bounds)
		throw new InvalidArgumentError("Write it like this: 22:00-06:00.");
	return bounds;
}

function sharedInWords(shared: Fairness): string {
	const rows = shared.people.map((one) => {
		const numbers = [
			`${round(one.has.hours)} h`,
			`even ${round(one.even.hours)} h (${standingOf(one)})`,
			`${one.has.nights} nights`,
			`${round(one.has.weekendHours)} h at weekends`,
			`${round(one.has.holidayHours)} h on holidays and eves`,
		];
		return `  ${one.name}: ${numbers.join(", ")}`;
	});
	const gaps =
		shared.gapHours > 0 ? [`  Nobody: ${round(shared.gapHours)} h`] : [];
	return [fairnessInWords(shared).en, ...rows, ...gaps].join("\n");
}

function round(hours: number): number {
	return Math.round(hours * 10) / 10;
}
