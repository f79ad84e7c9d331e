/** A rota as those may see it who do not keep it: with the addresses of its calendars masked. */
import type { Layer, Rota } from "../rota.ts";
import { maskedAddress } from "./address.ts";
import type { CalendarCopies } from "./copy.ts";

export interface MaskedRota {
	readonly rota: Rota;
	/** By the masked addresses, so that the rota compiles to the same shifts. */
	readonly calendars: CalendarCopies;
}

/** Masks the address of every calendar, each as another one; everything else is as it was. */
export function masked(rota: Rota, calendars: CalendarCopies): MaskedRota {
	const names = new Map<string, string>();
	const nameOf = (url: string) => {
		const known = names.get(url) ?? `${maskedAddress(url)}#${names.size + 1}`;
		names.set(url, known);
		return known;
	};
	const duties = Object.entries(rota.duties).map(([duty, layers]) => [
		duty,
		layers.map(
			(layer): Layer =>
				"calendar" in layer
					? { calendar: { url: nameOf(layer.calendar.url) } }
					: layer,
		),
	]);
	const copies = Object.entries(calendars).map(([url, copy]) => [
		nameOf(url),
		copy,
	]);
	return {
		rota: { ...rota, duties: Object.fromEntries(duties) },
		calendars: Object.fromEntries(copies),
	};
}
