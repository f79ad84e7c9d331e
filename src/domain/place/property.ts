/** A building or site with an address, as the register keeps it. */
import { type Flat, flatOf, inOrder, stairwellsOf } from "./flats.ts";

export interface PropertyFields {
	/** The installation's own name for it, by which a later import finds it again. */
	readonly key: string;
	readonly address: string;
	readonly postalCode: string | null;
	readonly city: string | null;
	readonly area: string | null;
	readonly stairwells: readonly string[];
	readonly flats: readonly Flat[];
	/** Id of a service class. */
	readonly serviceClass: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
}

export const propertyFields = [
	"key",
	"address",
	"postalCode",
	"city",
	"area",
	"stairwells",
	"flats",
	"serviceClass",
	"latitude",
	"longitude",
] as const satisfies readonly (keyof PropertyFields)[];

/** As it is kept: spaces tidied, flats in order, every stairwell that a flat is in among the stairwells. */
export function tidyProperty(property: PropertyFields): PropertyFields {
	const flats = inOrder(
		property.flats.map(({ stairwell, number }) => flatOf(stairwell, number)),
	);
	return {
		...property,
		key: tidy(property.key),
		address: tidy(property.address),
		postalCode: tidyOrNull(property.postalCode),
		city: tidyOrNull(property.city),
		area: tidyOrNull(property.area),
		stairwells: stairwellsOf(property.stairwells, flats),
		flats,
	};
}

/** Single spaces, none at the ends. */
export function tidy(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

export function tidyOrNull(text: string | null): string | null {
	return (text === null ? "" : tidy(text)) || null;
}
