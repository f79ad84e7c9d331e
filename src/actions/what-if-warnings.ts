import type { Transaction } from "sequelize";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { whatIfsOf } from "../database/what-ifs.ts";
import type { Problem } from "../domain/rota/problem.ts";
import type { Rota } from "../domain/rota/rota.ts";
import {
	checkWhatIfs,
	type WhatIfCheck,
	whatIfProblems,
} from "../domain/what-if/check.ts";
import type { CallSetting } from "../domain/what-if/what-if.ts";
import type { RotaInputs } from "./rota-inputs.ts";

/** The lines of an installation are all that a what-if needs of its configuration. */
export interface WithLines {
	readonly config: { readonly lines: Readonly<Record<string, LineConfig>> };
}

/** What a call needs to know of the installation; null for a line that it does not have. */
export function callSettingOf(
	{ config }: WithLines,
	lineId: string,
): CallSetting | null {
	const line = Object.hasOwn(config.lines, lineId) && config.lines[lineId];
	if (!line) return null;
	return {
		line,
		blocked: line.blocked,
		ourNumbers: Object.values(config.lines).map(({ number }) => number),
	};
}

/** Asks what was kept about a rota's line of this very rota, published or not. */
export async function whatIfChecks(
	ctx: Pick<Context, "database"> & WithLines,
	rota: Rota,
	inputs: RotaInputs,
	transaction: Transaction | null = null,
): Promise<WhatIfCheck[]> {
	const setting = callSettingOf(ctx, rota.line);
	if (!setting) return [];
	const kept = await whatIfsOf(ctx.database, rota.line, transaction);
	return checkWhatIfs(rota, kept, { ...inputs, setting });
}

/** A warning for each kept what-if that would no longer hold. */
export async function whatIfWarnings(
	...asked: Parameters<typeof whatIfChecks>
): Promise<Problem[]> {
	return whatIfProblems(await whatIfChecks(...asked));
}
