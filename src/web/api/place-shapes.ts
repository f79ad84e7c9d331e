import { z } from "zod";
import { languages } from "../../domain/language.ts";
import {
	flatPattern,
	mostFlats,
	stairwellPattern,
} from "../../domain/place/flats.ts";
import { mostNumbers } from "../../domain/place/tenant.ts";
import { namedShapes, sentence } from "./shapes.ts";

const text = (longest: number) =>
	z
		.string()
		.trim()
		.max(longest)
		.regex(/^\P{Cc}*$/u);
const stairwell = z.string().trim().regex(stairwellPattern);
const flatNumber = z.string().trim().regex(flatPattern);

export const placeProperty = z.object({
	id: z.guid(),
	key: z.string(),
	address: z.string(),
	postalCode: z.string().nullable(),
	city: z.string().nullable(),
	area: z.string().nullable(),
});

export const foundPlace = z
	.object({
		words: z.string().nullable().meta({
			description:
				"As it is said: Kiviparintie 2 B 12; null when nobody knows where the tenant lives",
		}),
		property: placeProperty.nullable(),
		stairwell: z.string(),
		flat: z.string(),
		tenant: z
			.object({ id: z.guid(), name: z.string(), numbers: z.array(z.string()) })
			.nullable(),
	})
	.register(namedShapes, {
		id: "FoundPlace",
		description: "A place that fits what was typed",
	});

export const foundPlaces = z
	.object({ places: z.array(foundPlace) })
	.register(namedShapes, { id: "FoundPlaces" });

const flat = z.object({ stairwell: z.string(), number: z.string() });

const propertyKept = {
	key: z.string(),
	address: z.string(),
	postalCode: z.string().nullable(),
	city: z.string().nullable(),
	area: z.string().nullable(),
	stairwells: z.array(z.string()),
	flats: z.array(flat),
	serviceClass: z.string().nullable(),
	latitude: z.number().nullable(),
	longitude: z.number().nullable(),
};

export const tenantView = z
	.object({
		id: z.guid(),
		revision: z.int(),
		key: z.string().nullable(),
		name: z.string(),
		numbers: z.array(z.string()).meta({ description: "E.164" }),
		language: z.enum(languages).nullable(),
		property: z.guid().nullable(),
		place: z
			.string()
			.nullable()
			.meta({ description: "As it is said: Kiviparintie 2 B 12" }),
		stairwell: z.string(),
		flat: z.string(),
		isRemoved: z.boolean(),
	})
	.register(namedShapes, { id: "Tenant" });

export const tenantsShape = z
	.object({ tenants: z.array(tenantView), total: z.int() })
	.register(namedShapes, { id: "Tenants" });

export const listedProperty = z
	.object({
		...placeProperty.shape,
		flats: z.int(),
		tenants: z.int(),
		openTickets: z.int(),
	})
	.register(namedShapes, { id: "ListedProperty" });

export const propertiesShape = z
	.object({ properties: z.array(listedProperty), total: z.int() })
	.register(namedShapes, { id: "Properties" });

export const propertyView = z
	.object({
		...propertyKept,
		id: z.guid(),
		revision: z.int(),
		isRemoved: z.boolean(),
		tenants: z.array(tenantView).meta({
			description: "Who lives there; none for those who may not see tenants",
		}),
	})
	.register(namedShapes, { id: "Property" });

export const propertyBody = {
	key: text(60).min(1),
	address: text(200).min(1),
	postalCode: text(20).nullable(),
	city: text(100).nullable(),
	area: text(100).nullable(),
	stairwells: z.array(stairwell).max(60),
	flats: z
		.array(
			z.strictObject({
				stairwell: z.union([z.literal(""), stairwell]),
				number: flatNumber,
			}),
		)
		.max(mostFlats),
	serviceClass: z.string().max(60).nullable(),
	latitude: z.number().min(-90).max(90).nullable(),
	longitude: z.number().min(-180).max(180).nullable(),
};

export const tenantBody = {
	key: text(60).min(1).nullable(),
	name: text(200).min(1),
	numbers: z
		.array(text(40))
		.max(mostNumbers)
		.meta({ description: "In any writing" }),
	language: z.enum(languages).nullable(),
	property: z.guid().nullable(),
	stairwell: z.union([z.literal(""), stairwell]),
	flat: z.union([z.literal(""), flatNumber]),
};

export const importPreview = z
	.object({
		digest: z.string().meta({
			description: "Of what was looked at; taking the file in asks for it",
		}),
		counts: z.object({
			added: z.int(),
			changed: z.int(),
			unchanged: z.int(),
			gone: z.int(),
			problems: z.int(),
		}),
		rows: z
			.array(
				z.object({
					row: z.int().meta({ description: "In the file, from 1" }),
					key: z.string().nullable(),
					name: z.string(),
					kind: z.enum(["new", "changed", "unchanged", "problem"]),
					changes: z.array(
						z.object({ field: z.string(), from: z.string(), to: z.string() }),
					),
					problems: z.array(sentence),
					remarks: z.array(sentence).meta({
						description:
							"What was read in one way and could be meant in another",
					}),
				}),
			)
			.meta({
				description:
					"At most 1,000, those with problems first, then those with remarks; rows that change nothing are left out",
			}),
		gone: z
			.array(z.object({ id: z.guid(), key: z.string(), name: z.string() }))
			.meta({
				description: "On record and not in the file, at most 1,000",
			}),
		mayRemove: z.boolean().meta({
			description: "Whether it is certain that those who are gone are",
		}),
		ignored: z.array(z.string()).meta({
			description: "Heads of columns that are not read, as they are written",
		}),
		sheet: z.string().nullable().meta({
			description: "Which one was read, where a workbook has several",
		}),
		numbers: z
			.object({
				country: z.string(),
				countries: z.array(z.string()),
				choices: z.int(),
			})
			.nullable()
			.meta({
				description:
					"How numbers were read that are written without a country and could be of several of these calling codes; null when none could",
			}),
		problem: sentence.nullable().meta({
			description: "Of the file as a whole; then there are no rows",
		}),
	})
	.register(namedShapes, { id: "ImportPreview" });

export const importedShape = z
	.object({
		added: z.int(),
		changed: z.int(),
		unchanged: z.int(),
		removed: z.int(),
		problems: z.int(),
	})
	.register(namedShapes, { id: "Imported" });

export type ImportPreview = z.infer<typeof importPreview>;
export type Imported = z.infer<typeof importedShape>;

export const removedShape = z.object({ removed: z.boolean() });

export type FoundPlace = z.infer<typeof foundPlace>;
export type FoundPlaces = z.infer<typeof foundPlaces>;
export type Tenant = z.infer<typeof tenantView>;
export type Tenants = z.infer<typeof tenantsShape>;
export type ListedProperty = z.infer<typeof listedProperty>;
export type Properties = z.infer<typeof propertiesShape>;
export type Property = z.infer<typeof propertyView>;
