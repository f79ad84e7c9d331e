import type { DateTime } from "luxon";
import type { LineConfig } from "../../config.ts";
import type { PublishedRota } from "../../context.ts";
import type { Answer } from "../../domain/rota/answer.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { instantParameter, isoInstant } from "./instant.ts";
import { type LineOnDuty, onDuty } from "./shapes.ts";

/** A rota tells of any instant, but holidays are law and laws change: further away than this no answer means anything. */
const instantInThisCentury = instantParameter.refine(
	(at) => at.year >= 2000 && at.year < 2100,
);

export const onDutyEndpoint = jsonEndpoint({
	path: "/on-duty",
	summary: "Who has each line, now or at another instant, and why",
	permission: "see who is on duty",
	query: { at: instantInThisCentury.optional() },
	answers: onDuty,
	handle: (ctx, { query }) => {
		const at = query.at ?? ctx.clock.now();
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

/** Those that a closed office rings first come first, and the order is the same at all times. */
function dutiesIn(answer: Answer, rota: Rota): LineOnDuty["duties"] {
	const { closed, open } = rota.routing;
	const rung = [...closed, ...open].flatMap((step) => step.ring);
	const names = [...rung, ...Object.keys(answer.duties).sort()];
	const duties = [...new Set(names)].flatMap((name) => {
		const duty = answer.duties[name];
		if (!duty) return [];
		const person = duty.person === null ? undefined : rota.people[duty.person];
		const holder = {
			person: duty.person,
			name: person?.name ?? duty.person,
			phone: person?.phone ?? null,
			until: orNull(duty.until),
			because: duty.because,
		};
		return [[name, holder] as const];
	});
	return Object.fromEntries(duties);
}

function orNull(at: DateTime | null): string | null {
	return at && isoInstant(at);
}
