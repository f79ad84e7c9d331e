import { z } from "zod";
import type { Context } from "../../context.ts";
import { patternOf } from "../../database/places.ts";
import {
	type Property,
	propertiesPage,
	propertyById,
} from "../../database/properties.ts";
import type { Language } from "../../domain/language.ts";
import { wordsIn } from "../../domain/place/place-query.ts";
import { Refusal } from "../refusal.ts";
import { jsonEndpoint } from "./endpoint.ts";
import * as shapes from "./place-shapes.ts";
import { propertyView } from "./place-views.ts";
import { placeRefusals } from "./place-words.ts";
import { searchText } from "./places.ts";

const parameters = { id: z.guid() };

/** How much of a list is wanted. */
export const pageOfList = {
	limit: z
		.string()
		.regex(/^\d{1,3}$/)
		.transform(Number)
		.pipe(z.int().min(1).max(500))
		.default(100),
	offset: z
		.string()
		.regex(/^\d{1,6}$/)
		.transform(Number)
		.default(0),
};

export const propertiesEndpoint = jsonEndpoint({
	path: "/properties",
	summary: "Properties by address, a page at a time",
	permission: "see places",
	query: { q: searchText.default(""), ...pageOfList },
	answers: shapes.propertiesShape,
	handle: ({ database }, { query: { q, ...page } }) =>
		propertiesPage(database, { ...page, like: wordsIn(q).map(patternOf) }),
});

export const propertyEndpoint = jsonEndpoint({
	path: "/properties/{id}",
	summary: "One property with its flats, and for the office its tenants",
	permission: "see places",
	parameters,
	answers: shapes.propertyView,
	refuses: { 404: "There is no such property" },
	handle: async (ctx, { parameters: { id }, asker, language }) =>
		propertyView(ctx, await knownProperty(ctx, id, language), asker),
});

async function knownProperty(
	{ database }: Pick<Context, "database">,
	id: string,
	language: Language,
): Promise<Property> {
	const property = await propertyById(database, id);
	if (!property) throw new Refusal(404, placeRefusals.noSuchProperty, language);
	return property;
}
