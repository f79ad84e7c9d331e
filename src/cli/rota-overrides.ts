import { Command, InvalidArgumentError, Option } from "commander";
import type { RotaVersion } from "../database/rotas.ts";
import {
	withOverride,
	withOverrideAt,
} from "../domain/rota/edits/overrides.ts";
import { typedTime } from "../domain/rota/edits/typed-time.ts";
import type { Override, Rota } from "../domain/rota/rota.ts";
import type { CommandContext } from "./database.ts";
import type { PublishAsked } from "./rota-published.ts";
import { printJson } from "./rota-words.ts";

/** Lists, adds and removes overrides; each change is published at once. */
export function overrideCommand(): Command {
	const command = new Command("override").description(
		"list, add or remove overrides of a published rota",
	);
	for (const each of [listCommand(), addCommand(), removeCommand()])
		command.addCommand(each);
	return command;
}

function listCommand(): Command {
	return new Command("list")
		.description("list the overrides in the order in which they act")
		.argument("<line>", "id of the line")
		.addOption(new Option("--json", "print JSON"))
		.action((line: string, asked: PublishAsked) =>
			withNewest(line, async (_ctx, { rota }) => {
				const overrides = (rota.overrides ?? []).map((each, index) => ({
					index,
					...each,
				}));
				if (asked.json) printJson(overrides);
				else
					for (const {
						index,
						duty,
						start,
						end,
						person,
						instead,
						why,
					} of overrides)
						console.log(
							`${index}  ${duty}  ${start} – ${end}  ${person}${instead ? ` instead of ${instead}` : ""}${why ? ` (${why})` : ""}`,
						);
			}),
		);
}

interface AddAsked extends PublishAsked {
	readonly duty: string;
	readonly from: string;
	readonly to: string;
	readonly person: string;
	readonly instead?: string;
	readonly why?: string;
}

function addCommand(): Command {
	return new Command("add")
		.description("put another person in for a span, and publish that")
		.argument("<line>", "id of the line")
		.requiredOption("--duty <name>", "the duty")
		.requiredOption(
			"--from <time>",
			"from when, local to the rota or with an offset",
		)
		.requiredOption("--to <time>", "until when")
		.requiredOption("--person <id>", "who has it then, or nobody")
		.option("--instead <id>", "only while this person would have it")
		.option("--why <text>", "why; stands in the rota")
		.option("--reason <text>", "accepts the warnings, and why")
		.addOption(new Option("--json", "print JSON"))
		.action((line: string, asked: AddAsked, command: Command) =>
			withNewest(line, async (ctx, { rota, version }) => {
				const { duty, from, to, person, instead, why } = asked;
				for (const time of [from, to]) refuseOddTime(time, rota.zone, command);
				const override: Override = {
					duty,
					start: from,
					end: to,
					person,
					...(instead && { instead }),
					...(why && { why }),
				};
				await publish(ctx, withOverride(rota, override), version, asked);
			}),
		);
}

function removeCommand(): Command {
	return new Command("remove")
		.description("take an override away, and publish that")
		.argument("<line>", "id of the line")
		.argument("<index>", "its place in the list, from 0", index)
		.option("--reason <text>", "accepts the warnings, and why")
		.addOption(new Option("--json", "print JSON"))
		.action((line: string, place: number, asked: PublishAsked) =>
			withNewest(line, async (ctx, { rota, version }) => {
				if (rota.overrides?.[place])
					return publish(
						ctx,
						withOverrideAt(rota, place, null),
						version,
						asked,
					);
				console.error(
					`There is no override ${place}: \`faultline rota override list ${line}\` lists them.`,
				);
				process.exitCode = 1;
			}),
		);
}

async function publish(
	ctx: CommandContext,
	rota: Rota,
	basedOn: number,
	asked: PublishAsked,
): Promise<void> {
	const { publishAndTell } = await import("./rota-published.ts");
	await publishAndTell(ctx, { rota, basedOn }, asked);
}

async function withNewest(
	line: string,
	act: (ctx: CommandContext, newest: RotaVersion) => Promise<void>,
): Promise<void> {
	const { newestRota } = await import("../database/rotas.ts");
	const { withDatabase } = await import("./database.ts");
	await withDatabase(async (ctx) => {
		const newest = await newestRota(ctx.database, line);
		if (newest) return act(ctx, newest);
		console.error(
			`The line ${line} has no published rota: \`faultline rota import FILE\` publishes one.`,
		);
		process.exitCode = 1;
	});
}

/** A time that never comes, or comes twice, is wrong usage; the sentence offers both readings. */
function refuseOddTime(time: string, zone: string, command: Command): void {
	const typed = typedTime(time, zone);
	if (typed.kind === "plain") return;
	if (typed.kind === "unreadable")
		command.error(`${time} is no time: write it like 2026-12-24T15:00.`, {
			exitCode: 2,
		});
	else
		command.error(
			`${time} ${typed.kind === "twice" ? "comes twice that night" : "does not exist that night, for the clocks go forward"}: write ${typed.choices.join(" or ")}.`,
			{ exitCode: 2 },
		);
}

function index(value: string): number {
	if (!/^\d{1,5}$/.test(value))
		throw new InvalidArgumentError("Give a place in the list, from 0.");
	return Number(value);
}
