import { existsSync } from "node:fs";
import { Command, Option } from "commander";
import { callSettingOf } from "../actions/what-if-warnings.ts";
import { loadInstallation } from "../config.ts";
import { type Caller, callerOf } from "../domain/call/caller.ts";
import type { Language } from "../domain/language.ts";
import type { Rota } from "../domain/rota/rota.ts";
import { type WhatIf, whatIf } from "../domain/what-if/what-if.ts";
import { environment } from "../environment.ts";
import { phoneNumber } from "../rota-document/phone-number.ts";
import { type Asked, answersOf, instantIn, rotaIn } from "./rota-files.ts";
import { answerAsJson, printJson } from "./rota-words.ts";

interface WhatIfAsked extends Asked {
	readonly at: string;
	readonly caller?: string;
	readonly takenBy?: string;
}

/** Says who would be rung by a rota that is published, or by one that is not: then only its file is read. */
export function whatIfCommand(): Command {
	return new Command("what-if")
		.description("say whom a call would ring then, and what everybody hears")
		.argument("<rota>", "id of a line, or a rota's file")
		.requiredOption(
			"--at <instant>",
			"ISO 8601, with offset or local to the rota's zone",
		)
		.option("--caller <number>", "who calls (default: a withheld number)")
		.option("--taken-by <person>", "who takes the call (default: nobody)")
		.addOption(new Option("--json", "print JSON"))
		.action(async (named: string, asked: WhatIfAsked, command: Command) => {
			const found = existsSync(named)
				? inFile(named, asked, command)
				: await published(named, asked);
			if (found) tell(found, asked, command);
		});
}

interface Found {
	readonly rota: Rota;
	readonly version: number;
	readonly caller: Caller;
	/** What the caller chose before. */
	readonly known: Language | null;
}

function inFile(
	file: string,
	asked: WhatIfAsked,
	command: Command,
): Found | null {
	const rota = rotaIn(file, asked, command);
	return (
		rota && { rota, version: 0, caller: callerIn(asked, rota), known: null }
	);
}

async function published(
	line: string,
	asked: WhatIfAsked,
): Promise<Found | null> {
	const { newestRota } = await import("../database/rotas.ts");
	const { languageChosenBy } = await import("../database/what-ifs.ts");
	const { withDatabase } = await import("./database.ts");
	const found = await withDatabase(async ({ database }) => {
		const newest = await newestRota(database, line);
		if (!newest) return null;
		const caller = callerIn(asked, newest.rota);
		const known =
			caller.kind === "number"
				? await languageChosenBy(database, caller.number)
				: null;
		return { ...newest, caller, known };
	});
	if (!found) {
		console.error(
			`There is no file ${line}, and no line of that name has a published rota.`,
		);
		process.exitCode = 1;
	}
	return found;
}

function callerIn({ caller = "" }: WhatIfAsked, rota: Rota): Caller {
	const number = phoneNumber(caller, rota.zone, rota.holidays?.country);
	return callerOf(number ?? caller);
}

function tell(
	{ rota, version, caller, known }: Found,
	asked: WhatIfAsked,
	command: Command,
): void {
	const at = instantIn(rota, asked.at, command);
	const setting = callSettingOf(
		{ config: loadInstallation(environment()) },
		rota.line,
	);
	if (!setting)
		command.error(
			`The line ${rota.line} is not in config/service.yaml: add it there, or set CONFIG_DIR.`,
		);
	const isSpoken = known !== null && setting.line.languages.includes(known);
	const answer = answersOf(rota)(at);
	const told = whatIf({
		...{ rota, rotaVersion: version, answer, setting },
		caller: { caller, known: isSpoken ? known : null, chooses: null },
		takenBy: asked.takenBy ?? null,
	});
	if (!asked.json) {
		console.log(toldInWords(told));
		return;
	}
	const { firstLine, lastly, steps, script, ending } = told;
	printJson({
		...answerAsJson(answer),
		...{ firstLine, lastly, steps, script, ending },
	});
}

function toldInWords({ firstLine, office, steps, script }: WhatIf): string {
	const reasons = steps.map(
		({ people, ringSeconds, because }, index) =>
			`  ${index + 1}. ${people.map(({ name }) => name).join(", ")} (${ringSeconds} s): ${because.en}`,
	);
	const lines = script.map(({ atSeconds, who, says, kind, language }) => {
		const words =
			language && kind === "hears" ? `“${says[language]}”` : says.en;
		return `  ${minutes(atSeconds).padStart(5)}  ${who?.name ?? "Caller"}: ${words}`;
	});
	return [firstLine.en, office.because.says.en, ...reasons, "", ...lines].join(
		"\n",
	);
}

function minutes(seconds: number): string {
	const whole = Math.floor(seconds);
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
