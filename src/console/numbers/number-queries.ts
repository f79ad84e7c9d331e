import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { TimeSpan } from "../../domain/rota/shifts.ts";
import type { Numbers } from "../../web/api/number-shapes.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";

/** Which calls are counted; an empty line means all of them. */
export interface Asked {
	readonly line: string;
	readonly span: TimeSpan;
}

/** What changes with every call is asked again only now and then: nobody reads a month's numbers by the second. */
const everyMilliseconds = 60_000;

export function useNumbers(asked: Asked | null) {
	const { language } = useLanguage();
	const query = asked ? askedQuery(asked) : "";
	return useQuery({
		queryKey: ["numbers", query],
		enabled: asked !== null,
		placeholderData: keepPreviousData,
		refetchInterval: everyMilliseconds,
		queryFn: ({ signal }) =>
			ask<Numbers>(`/api/numbers?${query}`, language, { signal }),
	});
}

export function askedQuery({ line, span }: Asked): string {
	return new URLSearchParams({
		from: span.from.toISODate() ?? "",
		to: span.to.toISODate() ?? "",
		...(line && { line }),
	}).toString();
}
