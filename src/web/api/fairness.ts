import { z } from "zod";
import { heldOver, plannedOver } from "../../actions/duty-timelines.ts";
import type { Context } from "../../context.ts";
import { newestRotas } from "../../database/rotas.ts";
import {
	type FairnessInputs,
	fairness,
	type PersonsBurden,
} from "../../domain/fairness/fairness.ts";
import {
	fairnessInWords,
	standingOf,
} from "../../domain/fairness/fairness-words.ts";
import { dutiesOf } from "../../domain/fairness/held.ts";
import {
	type NightBounds,
	readNight,
	usualNight,
} from "../../domain/fairness/night.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import type { TimeSpan } from "../../domain/rota/shifts.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { fairnessAnswer, myHours } from "./fairness-shapes.ts";
import { isoInstant } from "./instant.ts";
import { localDateParameter, spanWritten } from "./local-time.ts";
import { knownRota, line } from "./rotas.ts";
import { plainText } from "./what-if-shapes.ts";

/** Bounds of the night, `22:00-06:00` unless told. */
export const nightParameter = z
	.string()
	.refine((text) => readNight(text) !== null)
	.transform((text) => readNight(text) as NightBounds)
	.default(usualNight)
	.meta({ description: "On the wall clock", examples: ["22:00-06:00"] });

export const dutyParameter = plainText
	.min(1)
	.max(200)
	.optional()
	.meta({ description: "Only this duty; left out: all" });

export const fairnessEndpoint = jsonEndpoint({
	path: "/rotas/{line}/fairness",
	summary:
		"Hours, nights, weekends and holidays a person, planned and held, beside an even share",
	permission: "see fairness",
	parameters: { line },
	query: {
		from: localDateParameter,
		to: localDateParameter,
		duty: dutyParameter,
		night: nightParameter,
	},
	answers: fairnessAnswer,
	refuses: { 404: "No such line" },
	handle: async (ctx, { parameters, query, language }) => {
		const { rota } = await knownRota(ctx, parameters.line, undefined, language);
		const span = spanWritten(query, rota.zone, language);
		const { night, duty } = query;
		const planned = await plannedOver(ctx, rota, span);
		const held = await heldOver(ctx, rota.line, span);
		const shared = (pieces: FairnessInputs["pieces"]) =>
			sharing({ pieces, span, night, ...(duty && { duties: [duty] }) });
		return {
			...{ line: rota.line, zone: rota.zone },
			...{ from: isoInstant(span.from), to: isoInstant(span.to) },
			night: `${night.start}-${night.end}`,
			duties: dutiesOf([...planned, ...held]),
			planned: shared(planned),
			held: shared(held),
		};
	},
});

export const myHoursEndpoint = jsonEndpoint({
	path: "/my-hours",
	summary:
		"The asker's own hours, planned and held; default: this month in each rota's zone",
	permission: "see one's own hours",
	query: {
		from: localDateParameter.optional(),
		to: localDateParameter.optional(),
	},
	answers: myHours,
	handle: async (ctx, { query, asker, language }) => {
		const email = asker.account?.email;
		const rotas = (await newestRotas(ctx.database))
			.map(({ rota }) => rota)
			.filter((rota) => email && personWith(rota, email));
		const month = ctx.clock.now().setZone(rotas[0]?.zone ?? "UTC");
		const written = {
			from: query.from ?? month.startOf("month").toISODate() ?? "",
			to:
				query.to ??
				month.startOf("month").plus({ months: 1 }).toISODate() ??
				"",
		};
		const span = spanWritten(written, rotas[0]?.zone ?? "UTC", language);
		const lines = await Promise.all(
			rotas.map((rota) => ownHours(ctx, rota, span, email ?? "")),
		);
		return {
			...{ from: isoInstant(span.from), to: isoInstant(span.to) },
			lines,
		};
	},
});

async function ownHours(
	ctx: Context,
	rota: Rota,
	span: TimeSpan,
	email: string,
) {
	const own = (pieces: FairnessInputs["pieces"]) => {
		const { people } = fairness({ pieces, span, night: usualNight });
		const found = people.find(
			({ person }) => person === personWith(rota, email),
		);
		return found ? burdenView(found) : null;
	};
	return {
		...{ line: rota.line, name: rota.name },
		planned: own(await plannedOver(ctx, rota, span)),
		held: own(await heldOver(ctx, rota.line, span)),
	};
}

/** The rota's person who has an account's address. */
function personWith(rota: Rota, email: string): string | undefined {
	return Object.entries(rota.people).find(
		([, person]) => person.email?.toLowerCase() === email.toLowerCase(),
	)?.[0];
}

function sharing(inputs: FairnessInputs) {
	const shared = fairness(inputs);
	return {
		firstLine: fairnessInWords(shared),
		people: shared.people.map(burdenView),
		gapHours: shared.gapHours,
	};
}

function burdenView(one: PersonsBurden) {
	return { ...one, standing: standingOf(one) };
}
