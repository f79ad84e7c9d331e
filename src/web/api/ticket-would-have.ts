import { z } from "zod";
import { rotaInputs } from "../../actions/rota-inputs.ts";
import type { Context } from "../../context.ts";
import { callOrigin } from "../../database/calls.ts";
import type { RotaVersion } from "../../database/rotas.ts";
import { rotaVersion } from "../../database/rotas.ts";
import { ticketRecord } from "../../database/tickets.ts";
import type { CallOrigin } from "../../domain/call/origin.ts";
import type { Language, Sentence } from "../../domain/language.ts";
import type { CallRecord } from "../../domain/ticket/view.ts";
import {
	comparedSteps,
	stepsThen,
	takerIn,
} from "../../domain/ticket/would-have.ts";
import { type WhatIf, whatIf } from "../../domain/what-if/what-if.ts";
import { Refusal } from "../refusal.ts";
import { noSuchTicket } from "../words.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import { knownRota, versionNumber } from "./rotas.ts";
import { answerOf, knownSetting } from "./what-if.ts";
import { wouldHave } from "./would-have-shapes.ts";

export const ticketWouldHaveEndpoint = jsonEndpoint({
	path: "/tickets/{number}/would-have",
	summary:
		"What a version of the rota would have made of a ticket's call, and what of it differs from what happened",
	permission: "ask what would happen",
	parameters: { number: z.string().meta({ examples: ["2026-000123"] }) },
	query: {
		version: versionNumber.optional(),
		call: z
			.string()
			.regex(/^\w{1,64}$/)
			.optional()
			.meta({ description: "Id of one of its calls; left out: the first" }),
	},
	answers: wouldHave,
	refuses: { 404: "There is no such ticket, call or version" },
	handle: async (ctx, { parameters, query, language }) => {
		const call = await knownCall(ctx, parameters.number, query.call, language);
		const origin = await callOrigin(ctx.database, call.sid);
		if (!origin) throw new Refusal(404, noSuchCall, language);
		const asked = await knownRota(ctx, origin.line, query.version, language);
		const would = await toldBy(ctx, asked, origin, call, language);
		const own =
			origin.rotaVersion === null
				? null
				: await rotaVersion(ctx.database, origin.line, origin.rotaVersion);
		const planned = own && (await toldBy(ctx, own, origin, call, language));
		const then = stepsThen(call.facts, planned?.steps ?? []);
		return {
			call: call.sid,
			at: isoInstant(call.arrivedAt),
			routedBy: origin.rotaVersion,
			version: asked.version,
			firstLine: would.firstLine,
			office: { open: would.office.open, because: would.office.because },
			did: then.map(({ people, ringSeconds, wasReached }) => ({
				people: named(people),
				...{ ringSeconds, wasReached },
			})),
			would: would.steps.map(({ people, atSeconds, ringSeconds, because }) => ({
				people: named(people),
				...{ atSeconds, ringSeconds, because },
			})),
			lastly: would.lastly,
			...comparedSteps(then, would.steps, takerIn(call.facts)),
		};
	},
});

/** @throws Refusal with 404 when there is no such ticket, or no such call of it. */
async function knownCall(
	ctx: Pick<Context, "database">,
	number: string,
	sid: string | undefined,
	language: Language,
): Promise<CallRecord> {
	const record = /^\d{4}-\d{6,18}$/.test(number)
		? await ticketRecord(ctx.database, number)
		: null;
	if (!record)
		throw new Refusal(404, noSuchTicket(number.slice(0, 40)), language);
	const call =
		sid === undefined
			? record.calls[0]
			: record.calls.find((each) => each.sid === sid);
	if (!call) throw new Refusal(404, noSuchCall, language);
	return call;
}

/**
 * The same caller at the same instant, by a version: holidays by law and calendars as they were copied last. Whether the
 * caller was turned away, and who was on another call, is as it was then.
 */
async function toldBy(
	ctx: Context,
	{ rota, version }: RotaVersion,
	{ line, caller, called, arrivedAt, busy, language: spoken }: CallOrigin,
	{ facts }: CallRecord,
	language: Language,
): Promise<WhatIf> {
	const setting = knownSetting(ctx, line, language);
	const wasBlocked = facts.some(({ kind }) => kind === "caller-blocked");
	const { calendars } = await rotaInputs(ctx, rota);
	return whatIf({
		rota,
		rotaVersion: version,
		answer: answerOf(rota, arrivedAt.setZone(rota.zone), calendars),
		setting: {
			line: setting.line,
			blocked: wasBlocked && caller.kind === "number" ? [caller.number] : [],
			ourNumbers: [...setting.ourNumbers, called],
		},
		caller: { caller, known: spoken, chooses: null },
		takenBy: null,
		busy: new Set(busy),
	});
}

function named(
	people: readonly { readonly id: string; readonly name: string }[],
) {
	return people.map(({ id, name }) => ({ id, name }));
}

const noSuchCall: Sentence = {
	fi: "Vikailmoituksella ei ole tällaista puhelua.",
	sv: "Felanmälan har inget sådant samtal.",
	en: "The ticket has no such call.",
};
