/** Somebody who lives in a property, as the register keeps them: no more than what a call needs. */
import type { Language } from "../language.ts";
import { flatOf } from "./flats.ts";
import { tidy, tidyOrNull } from "./property.ts";

export interface TenantFields {
	/** The installation's own name for them, by which a later import finds them again; null where they were typed in here. */
	readonly key: string | null;
	readonly name: string;
	/** E.164. */
	readonly numbers: readonly string[];
	readonly language: Language | null;
	/** Id of the property. */
	readonly property: string | null;
	readonly stairwell: string;
	readonly flat: string;
}

export const tenantFields = [
	"key",
	"name",
	"numbers",
	"language",
	"property",
	"stairwell",
	"flat",
] as const satisfies readonly (keyof TenantFields)[];

/** More numbers than anybody has. */
export const mostNumbers = 10;

/** As it is kept: spaces tidied, each number once, and no flat without a property. */
export function tidyTenant(tenant: TenantFields): TenantFields {
	const home =
		tenant.property === null
			? { stairwell: "", number: "" }
			: flatOf(tidy(tenant.stairwell), tidy(tenant.flat));
	return {
		...tenant,
		key: tidyOrNull(tenant.key),
		name: tidy(tenant.name),
		numbers: [...new Set(tenant.numbers)].sort(),
		stairwell: home.stairwell,
		flat: home.number,
	};
}
