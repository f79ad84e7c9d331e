import { z } from "zod";
import type { Config } from "../../config.ts";
import {
	type FoundPlace,
	placesByAddress,
	placesByTenant,
} from "../../database/places.ts";
import { placeReadings, wordsIn } from "../../domain/place/place-query.ts";
import { placeInWords } from "../../domain/ticket/place.ts";
import { may } from "../access.ts";
import { callerNumber } from "./caller-number.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { foundPlaces } from "./place-shapes.ts";

/** As many as somebody looks through while typing. */
const mostPlaces = 20;

/** What people type to find something: at least something of a word. */
export const searchText = z
	.string()
	.max(200)
	.regex(/^\P{Cc}*$/u);

export const findPlacesEndpoint = jsonEndpoint({
	path: "/places",
	summary:
		"Places by address, area or key, with stairwell and flat where they are typed; for the office also by a tenant's name or number",
	permission: "see places",
	query: { q: searchText },
	answers: foundPlaces,
	handle: async (ctx, { query, asker }) => {
		const words = wordsIn(query.q);
		if (words.length === 0) return { places: [] };
		const digits = digitsIn(query.q, ctx.config);
		const byAddress = await placesByAddress(
			ctx.database,
			placeReadings(query.q),
			mostPlaces,
		);
		const byTenant = may(asker.role, "see tenants")
			? await placesByTenant(ctx.database, { words, digits }, mostPlaces)
			: [];
		const [first, then] = digits
			? [byTenant, byAddress]
			: [byAddress, byTenant];
		return { places: [...first, ...then].slice(0, mostPlaces).map(placeView) };
	},
});

/** A whole number as it is kept, or enough of its digits to look for; null when it is none. */
export function digitsIn(typed: string, config: Config): string | null {
	if (!/^[\d\s()+./-]{4,40}$/.test(typed.trim())) return null;
	const number = callerNumber(typed, config);
	if (number.startsWith("+") && !/[^\d+]/.test(number)) return number;
	const digits = typed.replace(/\D/g, "").replace(/^0+/, "");
	return digits.length >= 4 ? digits : null;
}

function placeView({ property, stairwell, flat, tenant }: FoundPlace) {
	const address = property?.address ?? null;
	return {
		...{ property, stairwell, flat, tenant },
		words: placeInWords({ address, stairwell, flat }),
	};
}
