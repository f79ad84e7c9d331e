import type { Language } from "../domain/language.ts";
import { flatsInWords } from "../domain/place/flats.ts";
import type { ImportKind, ImportRules } from "../domain/place/import.ts";
import {
	type PropertyFields,
	propertyFields,
	tidyProperty,
} from "../domain/place/property.ts";
import {
	type TenantFields,
	tenantFields,
	tidyTenant,
} from "../domain/place/tenant.ts";
import type { Cell, Sheet } from "../spreadsheet/sheet.ts";
import { headOf } from "./heads.ts";
import { rowWords } from "./row-words.ts";

/** How properties are compared and written: each field as it stands in a file. */
export const propertyRules: ImportRules<PropertyFields> = {
	empty: {
		...{ key: "", address: "", postalCode: null, city: null, area: null },
		...{ stairwells: [], flats: [], serviceClass: null },
		...{ latitude: null, longitude: null },
	},
	tidy: tidyProperty,
	written: (property) => ({
		key: property.key,
		address: property.address,
		postalCode: property.postalCode ?? "",
		city: property.city ?? "",
		area: property.area ?? "",
		stairwells: property.stairwells.join(", "),
		flats: flatsInWords(property.flats),
		serviceClass: property.serviceClass ?? "",
		latitude: String(property.latitude ?? ""),
		longitude: String(property.longitude ?? ""),
	}),
	name: ({ address }) => address,
	missing: ({ address }) => (address === "" ? [rowWords.noAddress] : []),
};

/** The same of tenants; `keys` are those of the properties, by id. */
export function tenantRules(
	keys: ReadonlyMap<string, string>,
): ImportRules<TenantFields> {
	return {
		empty: {
			...{ key: null, name: "", numbers: [], language: null },
			...{ property: null, stairwell: "", flat: "" },
		},
		tidy: tidyTenant,
		written: (tenant) => ({
			key: tenant.key ?? "",
			name: tenant.name,
			numbers: tenant.numbers.join(", "),
			language: tenant.language ?? "",
			property:
				tenant.property === null
					? ""
					: (keys.get(tenant.property) ?? tenant.property),
			stairwell: tenant.stairwell,
			flat: tenant.flat,
		}),
		name: ({ name }) => name,
		missing: ({ name }) => (name === "" ? [rowWords.noName] : []),
	};
}

/** The properties as a file that can be taken in again. */
export function propertySheet(
	properties: readonly PropertyFields[],
	language: Language,
): Sheet {
	return sheetOf(
		"properties",
		propertyFields,
		language,
		properties,
		(each) => ({
			...propertyRules.written(each),
			latitude: each.latitude,
			longitude: each.longitude,
		}),
	);
}

/** The tenants as a file that can be taken in again. */
export function tenantSheet(
	tenants: readonly TenantFields[],
	keys: ReadonlyMap<string, string>,
	language: Language,
): Sheet {
	const { written } = tenantRules(keys);
	return sheetOf("tenants", tenantFields, language, tenants, written);
}

function sheetOf<Fields>(
	kind: ImportKind,
	columns: readonly string[],
	language: Language,
	rows: readonly Fields[],
	written: (fields: Fields) => Readonly<Record<string, Cell>>,
): Sheet {
	return {
		name: sheetNames[kind][language],
		head: columns.map((column) => headOf(kind, column, language)),
		rows: rows.map((row) => {
			const cells = written(row);
			return columns.map((column) => cells[column] ?? null);
		}),
	};
}

const sheetNames = {
	properties: { fi: "Kohteet", sv: "Fastigheter", en: "Properties" },
	tenants: { fi: "Asukkaat", sv: "Hyresgäster", en: "Tenants" },
} as const;
