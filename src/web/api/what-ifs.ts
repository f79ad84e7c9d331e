import { z } from "zod";
import { keepWhatIf } from "../../actions/keep-what-if.ts";
import { removeWhatIf } from "../../actions/remove-what-if.ts";
import { rotaInputs } from "../../actions/rota-inputs.ts";
import { whatIfChecks } from "../../actions/what-if-warnings.ts";
import type { Context } from "../../context.ts";
import { type WhatIfRow, whatIfsOf } from "../../database/what-ifs.ts";
import type { Language } from "../../domain/language.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import type { WhatIfCheck } from "../../domain/what-if/check.ts";
import { Refusal } from "../refusal.ts";
import { refusals } from "../words.ts";
import { callerNumber } from "./caller-number.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import { instantWritten, localTimeParameter } from "./local-time.ts";
import { knownRota, line } from "./rotas.ts";
import { knownSetting } from "./what-if.ts";
import { expectation, plainText, savedWhatIf } from "./what-if-shapes.ts";
import { whatIfRefusals } from "./what-if-words.ts";

const id = z.guid();

const toKeep = z.strictObject({
	name: plainText.trim().min(1).max(100),
	at: localTimeParameter,
	yearly: z.boolean().default(false),
	caller: plainText.trim().max(64).nullable().default(null),
	expects: expectation,
});

export const whatIfsEndpoint = jsonEndpoint({
	path: "/rotas/{line}/what-ifs",
	summary:
		"The what-ifs that each publish of the line's rota asks, and whether they hold now",
	permission: "ask what would happen",
	parameters: { line },
	answers: z.object({ whatIfs: z.array(savedWhatIf) }),
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, language }) => {
		const { rota } = await knownRota(ctx, parameters.line, undefined, language);
		const kept = await whatIfsOf(ctx.database, parameters.line);
		const checks = await checksOf(ctx, rota);
		return { whatIfs: kept.map((each) => savedView(each, checks)) };
	},
});

export const keepWhatIfEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/what-ifs",
	summary: "Keeps a what-if: from now on each publish asks it",
	permission: "keep what-ifs",
	parameters: { line },
	body: toKeep,
	answers: savedWhatIf,
	refuses: { 404: "No such line", 409: "There are too many already" },
	handle: (ctx, { parameters, body, asker, language }) =>
		kept(ctx, parameters.line, null, body, asker.name, language),
});

export const changeWhatIfEndpoint = jsonEndpoint({
	method: "put",
	path: "/rotas/{line}/what-ifs/{id}",
	summary: "Keeps the same what-if anew, for example with what it says now",
	permission: "keep what-ifs",
	parameters: { line, id },
	body: toKeep,
	answers: savedWhatIf,
	refuses: { 404: "No such line or what-if" },
	handle: (ctx, { parameters, body, asker, language }) =>
		kept(ctx, parameters.line, parameters.id, body, asker.name, language),
});

export const removeWhatIfEndpoint = jsonEndpoint({
	method: "delete",
	path: "/rotas/{line}/what-ifs/{id}",
	summary: "Takes a what-if away: no publish asks it any more",
	permission: "keep what-ifs",
	parameters: { line, id },
	answers: z.object({ removed: z.boolean() }),
	refuses: { 404: "No such what-if" },
	handle: async (ctx, { parameters, asker, language }) => {
		const removed = await removeWhatIf(ctx, { ...parameters, by: asker.name });
		if (!removed) throw new Refusal(404, whatIfRefusals.notThere, language);
		return { removed };
	},
});

async function kept(
	ctx: Context,
	lineId: string,
	idOfOld: string | null,
	body: z.output<typeof toKeep>,
	by: string,
	language: Language,
) {
	const { rota } = await knownRota(ctx, lineId, undefined, language);
	knownSetting(ctx, lineId, language);
	const { name, yearly, expects } = body;
	const at = body.at.trim();
	instantWritten("at", at, rota.zone, language);
	if (yearly && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at))
		throw new Refusal(400, refusals.wrongInput, language, [
			{ where: "at", what: whatIfRefusals.yearlyIsLocal[language] },
		]);
	const caller = body.caller ? callerNumber(body.caller, ctx.config) : null;
	const result = await keepWhatIf(ctx, {
		...{ line: lineId, id: idOfOld, by },
		whatIf: { name, at, yearly, caller, expects },
	});
	if (result.kind === "kept")
		return savedView(result.whatIf, await checksOf(ctx, rota));
	if (result.because === "not-there")
		throw new Refusal(404, whatIfRefusals.notThere, language);
	throw new Refusal(409, whatIfRefusals.tooMany, language);
}

async function checksOf(ctx: Context, rota: Rota): Promise<WhatIfCheck[]> {
	return whatIfChecks(ctx, rota, await rotaInputs(ctx, rota));
}

function savedView(
	{ id: ofThis, name, at, yearly, caller, expects, keptAt, keptBy }: WhatIfRow,
	checks: readonly WhatIfCheck[],
): z.input<typeof savedWhatIf> {
	const check = checks.find(({ whatIf }) => whatIf.id === ofThis);
	return {
		...{ id: ofThis, name, at, yearly, caller, keptBy },
		expects: expectation.parse(expects),
		keptAt: keptAt.toISOString(),
		check: check
			? {
					at: isoInstant(check.at),
					holds: check.holds,
					expected: check.expected,
					found: check.found,
				}
			: null,
	};
}
