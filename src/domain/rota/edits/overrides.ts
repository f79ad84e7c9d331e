/** Edits of a rota's overrides; each gives a new rota and leaves the old one as it was. */
import type { Override, Rota } from "../rota.ts";

/** Puts the override last, so that it beats all that are there. */
export function withOverride(rota: Rota, override: Override): Rota {
	return { ...rota, overrides: [...(rota.overrides ?? []), override] };
}

/** The rota with another override in the place of the one at the index, or without it. */
export function withOverrideAt(
	rota: Rota,
	index: number,
	override: Override | null,
): Rota {
	const overrides = (rota.overrides ?? []).flatMap((each, place) => {
		if (place !== index) return [each];
		return override ? [override] : [];
	});
	if (overrides.length > 0) return { ...rota, overrides };
	const { overrides: _, ...rest } = rota;
	return rest;
}
