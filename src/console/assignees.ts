import { useQuery } from "@tanstack/react-query";
import type { Ticket } from "../web/api/shapes.ts";
import { useLanguage } from "./language.tsx";
import { ask } from "./server.ts";

interface Assignees {
	readonly assignees: readonly NonNullable<Ticket["assignee"]>[];
}

/** Who can be given a ticket of the line; asked only of those who may give one. */
export function useAssignees(line: string, isAsked = true) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["rota", "assignees", line],
		enabled: isAsked,
		queryFn: ({ signal }) =>
			ask<Assignees>(
				`/api/assignees?${new URLSearchParams({ line })}`,
				language,
				{ signal },
			),
	});
}
