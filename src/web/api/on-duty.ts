import type { DateTime } from "luxon";
import type { LineConfig } from "../../config.ts";
import type { PublishedRota } from "../../context.ts";
import type { Answer } from "../../domain/rota/answer.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import { Refusal } from "../refusal.ts";
import { expectations, refusals } from "../words.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { instantParameter, isoInstant } from "./instant.ts";
import { type LineOnDuty, onDuty } from "./shapes.ts";

export const onDutyEndpoint = jsonEndpoint({
	path: "/on-duty",
	summary: "Who has each line, now or at another instant, and why",
	permission: "see who is on duty",
	query: { at: instantParameter.optional() },
	answers: onDuty,
	handle: (ctx, { query, language }) => {
		const at = query.at ?? ctx.clock.now();
		if (at > ctx.clock.now().plus({ days: 400 }))
			throw new Refusal(400, refusals.wrongInput, language, [
				{ where: "at", what: expectations.at[language] },
			]);
		const lines = Object.values(ctx.config.lines).flatMap((line) => {
			const published = ctx.rotas.current(line.id);
			return published ? [lineAt(line, published, at)] : [];
		});
		return { at: isoInstant(at), lines };
	},
});

function lineAt(
	line: LineConfig,
	published: PublishedRota,
	at: DateTime,
): LineOnDuty {
	const { rota, version } = published;
	const answer = published.answer(at);
	return {
		line: line.id,
		name: line.name,
		number: line.number,
		version,
		zone: rota.zone,
		office: { ...answer.office, until: orNull(answer.office.until) },
		duties: dutiesIn(answer, rota),
		steps: answer.steps.map(({ people, seconds, fallback }) => ({
			people: people.map((id) => ({ id, name: rota.people[id]?.name ?? id })),
			seconds,
			fallback,
		})),
		voicemail: line.voicemail.enabled,
	};
}

function dutiesIn(answer: Answer, rota: Rota): LineOnDuty["duties"] {
	const duties = Object.entries(answer.duties).map(([name, duty]) => {
		const person = duty.person === null ? undefined : rota.people[duty.person];
		return [
			name,
			{
				person: duty.person,
				name: person?.name ?? duty.person,
				phone: person?.phone ?? null,
				until: orNull(duty.until),
				because: duty.because,
			},
		];
	});
	return Object.fromEntries(duties);
}

function orNull(at: DateTime | null): string | null {
	return at && isoInstant(at);
}
