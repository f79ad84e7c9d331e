import { z } from "zod";
import { addProperty } from "../../actions/add-property.ts";
import { changeProperty } from "../../actions/change-property.ts";
import { removeProperty } from "../../actions/remove-property.ts";
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

/** The one that was seen. */
export const revision = z.int().min(1);

export const revisionInQuery = z
	.string()
	.regex(/^\d{1,9}$/)
	.transform(Number);

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

export const addPropertyEndpoint = jsonEndpoint({
	method: "post",
	path: "/properties",
	summary: "Adds a property",
	permission: "keep places",
	body: z.strictObject(shapes.propertyBody),
	limit: "2mb",
	answers: shapes.propertyView,
	refuses: { 409: "The key is taken", 422: "No such service class" },
	handle: async (ctx, { body, asker, language }) => {
		const result = await addProperty(ctx, { fields: body, by: asker.name });
		if (result.kind === "refused") throw refused(result.because, language);
		return propertyView(
			ctx,
			await knownProperty(ctx, result.id, language),
			asker,
		);
	},
});

export const changePropertyEndpoint = jsonEndpoint({
	method: "put",
	path: "/properties/{id}",
	summary: "Changes a property to what is sent",
	permission: "keep places",
	parameters,
	body: z.strictObject({ revision, ...shapes.propertyBody }),
	limit: "2mb",
	answers: shapes.propertyView,
	refuses: {
		404: "There is no such property",
		409: "Somebody was faster, or the key is taken",
		422: "No such service class",
	},
	handle: async (ctx, { parameters: { id }, body, asker, language }) => {
		const { revision, ...fields } = body;
		const result = await changeProperty(ctx, {
			...{ id, revision, fields, by: asker.name },
		});
		if (result.kind === "refused") throw refused(result.because, language);
		return propertyView(ctx, await knownProperty(ctx, id, language), asker);
	},
});

export const removePropertyEndpoint = jsonEndpoint({
	method: "delete",
	path: "/properties/{id}",
	summary: "Takes a property off the register; tickets keep it",
	permission: "keep places",
	parameters,
	query: { revision: revisionInQuery },
	answers: shapes.removedShape,
	refuses: {
		404: "There is no such property",
		409: "Somebody was faster, or tenants still live there",
	},
	handle: async (ctx, { parameters: { id }, query, asker, language }) => {
		const { revision } = query;
		const result = await removeProperty(ctx, { id, revision, by: asker.name });
		if (result.kind === "refused") throw refused(result.because, language);
		return { removed: true };
	},
});

function refused(
	because:
		| "no-such-property"
		| "changed-meanwhile"
		| "key-taken"
		| "no-such-service-class"
		| "still-lived-in",
	language: Language,
): Refusal {
	const [status, sentence] = {
		"no-such-property": [404, placeRefusals.noSuchProperty] as const,
		"changed-meanwhile": [409, placeRefusals.changedMeanwhile] as const,
		"key-taken": [409, placeRefusals.keyTaken] as const,
		"no-such-service-class": [422, placeRefusals.noSuchServiceClass] as const,
		"still-lived-in": [409, placeRefusals.stillLivedIn] as const,
	}[because];
	return new Refusal(status, sentence, language);
}

async function knownProperty(
	{ database }: Pick<Context, "database">,
	id: string,
	language: Language,
): Promise<Property> {
	const property = await propertyById(database, id);
	if (!property) throw new Refusal(404, placeRefusals.noSuchProperty, language);
	return property;
}
