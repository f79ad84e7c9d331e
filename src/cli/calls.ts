import { setTimeout as pause } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import type { Reconciliation } from "../database/reconciliations.ts";
import { readLocalDate } from "../domain/rota/wall-clock.ts";
import { type CommandContext, withDatabase } from "./database.ts";

/** The calls, beside the carrier's own records of them. */
export function callsCommand(): Command {
	const command = new Command("calls").description(
		"the calls, beside the carrier's own records",
	);
	command
		.command("reconcile")
		.description(
			"have the running service compare the calls with the carrier's records, and recover what only the carrier has",
		)
		.option(
			"--day <date>",
			"only this day of each line (default: all that are due)",
			date,
		)
		.option("--wait <seconds>", "for the service to do it", seconds, 60)
		.action(async (asked: Asked) => {
			await withDatabase((ctx) => reconcile(ctx, asked));
		});
	return command;
}

interface Asked {
	readonly day?: string;
	readonly wait: number;
}

async function reconcile(
	ctx: CommandContext,
	{ day = null, wait }: Omit<Asked, "day"> & { readonly day?: string | null },
): Promise<void> {
	const { askForReconciliation } = await import("../actions/ask-for-proof.ts");
	const { jobWaits, reconciliationsOf, findingsOf } = await import(
		"../database/reconciliations.ts"
	);
	await askForReconciliation(ctx, day);
	const deadline = Date.now() + wait * 1_000;
	while (await jobWaits(ctx.database, "reconcile-calls")) {
		if (Date.now() >= deadline) {
			console.error(
				"It is asked for, and the service has not done it yet: see that it runs, and look at the page Proof later.",
			);
			process.exitCode = 1;
			return;
		}
		await pause(Math.min(500, wait * 1_000));
	}
	const today = ctx.clock.now().toUTC();
	const span = day
		? { first: day, last: day }
		: {
				first: today.minus({ days: 31 }).toISODate() ?? "",
				last: today.toISODate() ?? "",
			};
	const days = await reconciliationsOf(ctx.database, span);
	for (const each of days) console.log(dayInWords(each));
	if (days.length === 0) console.log("There is no day to compare yet.");
	for (const found of await findingsOf(ctx.database, span))
		console.log(
			found.kind === "missing-here"
				? `  ${found.day}  only the carrier had call ${found.call}: it is now ticket ${found.ticket}`
				: `  ${found.day}  the carrier has no record of call ${found.call} of ticket ${found.ticket}`,
		);
	if (days.some(({ comparedAt }) => comparedAt === null)) process.exitCode = 1;
}

function dayInWords(each: Reconciliation): string {
	const { line, day, comparedAt, carrierCalls, ourCalls } = each;
	return comparedAt
		? `${day}  ${line}  ${carrierCalls} calls at the carrier, ${ourCalls} here`
		: `${day}  ${line}  not compared yet: the carrier could not be heard. It is tried again.`;
}

function date(value: string): string {
	if (readLocalDate(value) === null)
		throw new InvalidArgumentError("Give a date such as 2026-12-24.");
	return value;
}

function seconds(value: string): number {
	if (!/^\d{1,4}$/.test(value))
		throw new InvalidArgumentError("Give whole seconds, such as 60.");
	return Number(value);
}
