import type { DateTime } from "luxon";
import { z } from "zod";
import { type RotaInputs, rotaInputs } from "../../actions/rota-inputs.ts";
import { callSettingOf } from "../../actions/what-if-warnings.ts";
import type { Context } from "../../context.ts";
import { languageChosenBy } from "../../database/what-ifs.ts";
import { callerOf, isBlocked } from "../../domain/call/caller.ts";
import { type Language, languages } from "../../domain/language.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import { answerAt, compileRota } from "../../domain/rota/timeline.ts";
import { clockOf } from "../../domain/rota/wall-clock.ts";
import {
	type CallSetting,
	type WhatIf,
	type WhatIfCaller,
	whatIf,
} from "../../domain/what-if/what-if.ts";
import { holidaysOf } from "../../rota-document/holidays-by-law.ts";
import { Refusal } from "../refusal.ts";
import { callerNumber } from "./caller-number.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import { instantWritten, localTimeParameter } from "./local-time.ts";
import { readableRota } from "./rota-drafts.ts";
import { sentRota } from "./rota-shapes.ts";
import { noSuchRota } from "./rota-words.ts";
import { knownRota, line, versionNumber } from "./rotas.ts";
import { callFacts, plainText, whatIfAnswer } from "./what-if-shapes.ts";
import { whatIfRefusals } from "./what-if-words.ts";

const caller = plainText
	.max(64)
	.meta({ description: "A number in any writing; left out: withheld" });

const asked = {
	at: localTimeParameter,
	caller: caller.optional(),
	chooses: z
		.enum(languages)
		.optional()
		.meta({ description: "The language chosen where there is a menu" }),
	takenBy: plainText.max(200).optional().meta({
		description: "Id of the person who takes the call; left out: nobody does",
	}),
};

export const callFactsEndpoint = jsonEndpoint({
	path: "/rotas/{line}/call-facts",
	summary: "What a call of the line needs to know besides the rota",
	permission: "ask what would happen",
	parameters: { line },
	query: { caller: caller.optional() },
	answers: callFacts,
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, query, language }) => {
		const setting = knownSetting(ctx, parameters.line, language);
		const known = await callerAsked(ctx, query.caller, setting);
		const { id, number, name, languages: spoken, notices } = setting.line;
		const { enabled, maxSeconds } = setting.line.voicemail;
		return {
			line: {
				...{ id, number, name, notices, languages: spoken },
				language: setting.line.language,
				prompts: setting.line.prompts,
				voicemail: { enabled, maxSeconds },
			},
			ourNumbers: setting.ourNumbers,
			caller: {
				number: known.caller.kind === "number" ? known.caller.number : null,
				blocked: isBlocked(setting.blocked, known.caller),
				language: known.known,
			},
		};
	},
});

export const whatIfEndpoint = jsonEndpoint({
	path: "/rotas/{line}/what-if",
	summary:
		"Who would be rung at that time by a published rota, for how long and why, and what everybody would hear",
	permission: "ask what would happen",
	parameters: { line },
	query: { ...asked, version: versionNumber.optional() },
	answers: whatIfAnswer,
	refuses: { 404: "No such line or version" },
	handle: async (ctx, { parameters, query, language }) => {
		const { rota, version } = await knownRota(
			ctx,
			parameters.line,
			query.version,
			language,
		);
		const told = await answered(ctx, rota, version, query, language);
		return whatIfView(told, rota, version);
	},
});

export const whatIfOfDraftEndpoint = jsonEndpoint({
	method: "post",
	path: "/rotas/{line}/what-if",
	summary: "The same by a rota that is not published; nothing is kept",
	permission: "ask what would happen",
	parameters: { line },
	body: z.strictObject({ rota: sentRota, ...asked }),
	limit: "2mb",
	answers: whatIfAnswer,
	refuses: { 404: "No such line", 422: "The rota cannot be read" },
	handle: async (ctx, { parameters, body, language }) => {
		const rota = readableRota(body.rota, parameters.line, language);
		if (!clockOf(rota.zone))
			throw new Refusal(422, whatIfRefusals.badZone, language);
		return whatIfView(await answered(ctx, rota, 0, body, language), rota, null);
	},
});

interface Asked {
	readonly at: string;
	readonly caller?: string | undefined;
	readonly chooses?: Language | undefined;
	readonly takenBy?: string | undefined;
}

async function answered(
	ctx: Context,
	rota: Rota,
	rotaVersion: number,
	{ at: written, caller: number, chooses, takenBy }: Asked,
	language: Language,
): Promise<WhatIf> {
	const setting = knownSetting(ctx, rota.line, language);
	const at = instantWritten("at", written, rota.zone, language);
	const known = await callerAsked(ctx, number, setting);
	const { calendars } = await rotaInputs(ctx, rota);
	return whatIf({
		...{ rota, rotaVersion, setting },
		answer: answerOf(rota, at, calendars),
		caller: { ...known, chooses: chooses ?? null },
		takenBy: takenBy ?? null,
	});
}

/** Compiled for that very instant: it may be any within a century. */
export function answerOf(
	rota: Rota,
	at: DateTime,
	calendars: RotaInputs["calendars"],
) {
	const holidays = holidaysOf(rota, at, at);
	const timeline = compileRota(rota, {
		from: at,
		to: at.plus(1),
		...{ holidays, calendars },
	});
	return answerAt(timeline, at);
}

/** @throws Refusal with 404 for a line that the installation does not have. */
export function knownSetting(
	ctx: Pick<Context, "config">,
	lineId: string,
	language: Language,
): CallSetting {
	const setting = callSettingOf(ctx, lineId);
	if (!setting)
		throw new Refusal(404, noSuchRota(lineId.slice(0, 60)), language);
	return setting;
}

/** Who calls, and what they chose before, as a real call would know it. */
async function callerAsked(
	ctx: Context,
	written: string | undefined,
	{ line: { languages: spoken } }: CallSetting,
): Promise<Pick<WhatIfCaller, "caller" | "known">> {
	const text = written?.trim();
	const who = callerOf(text ? callerNumber(text, ctx.config) : "");
	const chosen =
		who.kind === "number"
			? await languageChosenBy(ctx.database, who.number)
			: null;
	return {
		caller: who,
		known: chosen && spoken.includes(chosen) ? chosen : null,
	};
}

function whatIfView(
	{ at, office, duties, ...told }: WhatIf,
	rota: Rota,
	version: number | null,
): z.input<typeof whatIfAnswer> {
	return {
		...{ line: rota.line, version, zone: rota.zone, at: isoInstant(at) },
		office: { ...office, until: orNull(office.until) },
		duties: Object.fromEntries(
			Object.entries(duties).map(([name, { person, until, because }]) => [
				name,
				{ person, until: orNull(until), because },
			]),
		),
		...told,
		steps: told.steps.map((step) => ({ ...step, people: [...step.people] })),
		script: [...told.script],
	};
}

function orNull(at: DateTime | null): string | null {
	return at && isoInstant(at);
}
