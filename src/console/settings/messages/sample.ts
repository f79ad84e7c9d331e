import { DateTime } from "luxon";
import type { Told } from "../../../domain/ticket/texts.ts";

/** A ticket that never was, for the previews. */
export function sampleTicket(
	summary: string | null,
	isPlaceKnown: boolean,
): Told {
	return {
		line: { fi: "Vikanumero", sv: "Felanmälan", en: "Fault line" },
		number: "2026-000123",
		caller: "+358401234567",
		at: DateTime.fromISO("2026-03-03T02:14"),
		link: `${location.origin}/t/Xk3vQ9pLm2Rt7WbZ4nYc8A`,
		place: isPlaceKnown ? "Kiviparintie 2 B 12" : null,
		summary,
	};
}
