import { Command, Option } from "commander";
import { DateTime } from "luxon";
import type { SwapResult } from "../actions/change-swap.ts";
import type { Rota } from "../domain/rota/rota.ts";
import { clockOf } from "../domain/rota/wall-clock.ts";
import { type Swap, swapStates } from "../domain/swap/swap.ts";
import { shiftInWords } from "../domain/swap/texts.ts";
import { refusalInWords, type SwapRefusal } from "../domain/swap/words.ts";
import { type CommandContext, withDatabase } from "./database.ts";
import { printJson } from "./rota-words.ts";

interface Asked {
	readonly json?: boolean;
}

/** The command line may settle anybody's swaps, and is nobody of the rota itself. */
const by = { name: "command line", email: null, settles: true };

/** Shifts that change hands between people: list, offer, answer, settle. */
export function swapCommand(): Command {
	const command = new Command("swap").description(
		"list, offer, accept and settle swaps of shifts",
	);
	for (const each of [
		listCommand(),
		offerCommand(),
		acceptCommand(),
		answerCommand("decline", "say no for the colleague who was asked", "may"),
		answerCommand("withdraw", "take an offer back for its giver", "may"),
		answerCommand("approve", "say yes to a swap that waits for it", "may"),
		answerCommand("refuse", "say no to a swap that waits", "must"),
		answerCommand("undo", "take back a swap that is in force", "must"),
	])
		command.addCommand(each);
	return command;
}

const jsonOption = () => new Option("--json", "print JSON");

function listCommand(): Command {
	return new Command("list")
		.description("list the swaps of a line, the latest shifts first")
		.argument("<line>", "id of the line")
		.addOption(
			new Option("--state <state>", "only those").choices([...swapStates]),
		)
		.addOption(jsonOption())
		.action(async (line: string, asked: Asked & { state?: Swap["state"] }) => {
			await withDatabase(async (ctx) => {
				const { newestRota } = await import("../database/rotas.ts");
				const { swapsOf } = await import("../database/swaps.ts");
				const published = await newestRota(ctx.database, line);
				if (!published) return refuse("no-such-line");
				const swaps = await swapsOf(ctx.database, {
					line,
					state: asked.state,
				});
				if (asked.json) printJson(swaps.map(asJson));
				else if (swaps.length === 0) console.log("No swaps.");
				else
					for (const swap of swaps) console.log(inWords(swap, published.rota));
			});
		});
}

interface OfferAsked extends Asked {
	readonly duty: string;
	readonly from: string;
	readonly to: string;
	readonly giver: string;
	readonly ask?: string;
	readonly note?: string;
}

function offerCommand(): Command {
	return new Command("offer")
		.description("offer a shift, or a part of it, for whoever has it")
		.argument("<line>", "id of the line")
		.requiredOption("--duty <name>", "the duty")
		.requiredOption("--from <time>", "local to the rota or with an offset")
		.requiredOption("--to <time>", "until when")
		.requiredOption("--giver <id>", "who has the shift")
		.option("--ask <id>", "one colleague (default: anyone)")
		.option("--note <text>", "what the others should know")
		.addOption(jsonOption())
		.action(async (line: string, asked: OfferAsked, command: Command) => {
			await withDatabase(async (ctx) => {
				const { offerSwap } = await import("../actions/offer-swap.ts");
				const { newestRota } = await import("../database/rotas.ts");
				const rota = (await newestRota(ctx.database, line))?.rota;
				if (!rota) return refuse("no-such-line");
				const result = await offerSwap(ctx, {
					line,
					shift: {
						duty: asked.duty,
						start: instantIn(rota, asked.from, command),
						end: instantIn(rota, asked.to, command),
					},
					giver: asked.giver,
					to: asked.ask,
					note: asked.note,
					by,
				});
				return tell(ctx, result, asked);
			});
		});
}

function instantIn({ zone }: Rota, text: string, command: Command): DateTime {
	const millis = clockOf(zone)?.read(text) ?? null;
	if (millis === null)
		command.error(`${text} is no time: write it like 2026-12-24T15:00.`, {
			exitCode: 2,
		});
	return DateTime.fromMillis(millis ?? 0, { zone: "utc" });
}

function acceptCommand(): Command {
	return new Command("accept")
		.description("take an offered shift for somebody")
		.argument("<id>", "id of the swap")
		.option("--person <id>", "who takes it (default: the colleague asked)")
		.addOption(jsonOption())
		.action(async (id: string, asked: Asked & { person?: string }) => {
			await withDatabase(async (ctx) => {
				const { acceptSwap } = await import("../actions/accept-swap.ts");
				const { person } = asked;
				return tell(
					ctx,
					await known(id, () => acceptSwap(ctx, { id, person, by })),
					asked,
				);
			});
		});
}

type Verb = "decline" | "withdraw" | "approve" | "refuse" | "undo";

function answerCommand(
	verb: Verb,
	description: string,
	reason: "may" | "must",
): Command {
	const why = new Option("--reason <text>", "why; both are told");
	return new Command(verb)
		.description(description)
		.argument("<id>", "id of the swap")
		.addOption(reason === "must" ? why.makeOptionMandatory() : why)
		.addOption(jsonOption())
		.action(async (id: string, asked: Asked & { reason?: string }) => {
			await withDatabase(async (ctx) => {
				const act = await actionOf(verb);
				const change = { id, by, why: asked.reason ?? "" };
				return tell(ctx, await known(id, () => act(ctx, change)), asked);
			});
		});
}

async function actionOf(verb: Verb) {
	switch (verb) {
		case "decline":
			return (await import("../actions/decline-swap.ts")).declineSwap;
		case "withdraw":
			return (await import("../actions/withdraw-swap.ts")).withdrawSwap;
		case "approve":
			return (await import("../actions/approve-swap.ts")).approveSwap;
		case "refuse":
			return (await import("../actions/refuse-swap.ts")).refuseSwap;
		case "undo":
			return (await import("../actions/undo-swap.ts")).undoSwap;
	}
}

/** An id that cannot be one leads nowhere, like one that was never given. */
async function known(
	id: string,
	act: () => Promise<SwapResult>,
): Promise<SwapResult> {
	const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
	return isId ? act() : { kind: "refused", because: "no-such-swap" };
}

async function tell(
	ctx: CommandContext,
	result: SwapResult,
	{ json }: Asked,
): Promise<void> {
	if (result.kind === "refused") return refuse(result.because);
	const { newestRota } = await import("../database/rotas.ts");
	const { swap } = result;
	const rota = (await newestRota(ctx.database, swap.line))?.rota;
	if (json) printJson(asJson(swap));
	else if (rota) console.log(inWords(swap, rota));
}

function refuse(because: SwapRefusal): void {
	console.error(refusalInWords(because).en);
	process.exitCode = 1;
}

function asJson({ shift, inReturn, overrides: _, ...swap }: Swap) {
	const iso = (at: DateTime) =>
		at.toUTC().toISO({ suppressMilliseconds: true });
	const span = (one: Swap["shift"]) => ({
		...{ duty: one.duty, start: iso(one.start), end: iso(one.end) },
	});
	return { ...swap, shift: span(shift), inReturn: inReturn && span(inReturn) };
}

function inWords(swap: Swap, { people, zone }: Rota): string {
	const name = (id: string | null) =>
		id === null ? "anyone" : (people[id]?.name ?? id);
	const to = name(swap.taker ?? swap.asked);
	const when = shiftInWords(swap.shift, zone).en;
	return `${swap.id}  ${swap.state}  ${swap.shift.duty} ${when}  ${name(swap.giver)} → ${to}`;
}
