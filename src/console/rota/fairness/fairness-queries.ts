import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import type { FairnessAnswer } from "../../../web/api/fairness-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";
import { rotaPath } from "../rota-queries.ts";

/** What decides which hours are counted. */
export interface Counted {
	readonly span: TimeSpan;
	/** Empty: all duties. */
	readonly duty: string;
	/** `22:00-06:00`. */
	readonly night: string;
}

/** What was truly held: only the service knows the older versions. */
export function useHeld(line: string, counted: Counted | null) {
	const { language } = useLanguage();
	const query = counted ? countedQuery(counted) : "";
	return useQuery({
		queryKey: ["rota", line, "fairness", query],
		enabled: counted !== null,
		placeholderData: keepPreviousData,
		queryFn: ({ signal }) =>
			ask<FairnessAnswer>(rotaPath(line, `/fairness?${query}`), language, {
				signal,
			}),
	});
}

export function countedQuery({ span, duty, night }: Counted): string {
	return new URLSearchParams({
		from: span.from.toISODate() ?? "",
		to: span.to.toISODate() ?? "",
		night,
		...(duty && { duty }),
	}).toString();
}
