import {
	keepPreviousData,
	useInfiniteQuery,
	useMutation,
	useQuery,
	useQueryClient,
} from "@tanstack/react-query";
import type {
	LogView,
	LogViews,
	TicketLog,
	TicketLogSummary,
} from "../../web/api/ticket-log-shapes.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";

/** What the log's page asks of the service, and tells it. */

/** Rows page by page, of what `asked` says. */
export function useLog(asked: string) {
	const { language } = useLanguage();
	return useInfiniteQuery({
		queryKey: ["tickets", "log", asked],
		initialPageParam: "",
		queryFn: async ({ signal, pageParam }) => {
			const query = new URLSearchParams(asked);
			if (pageParam !== "") query.set("cursor", pageParam);
			const path = `/api/ticket-log?${query}`;
			// What was asked stays with the answer, which is shown until the next one is there.
			return { asked, ...(await ask<TicketLog>(path, language, { signal })) };
		},
		getNextPageParam: (page) => page.next ?? undefined,
		placeholderData: keepPreviousData,
	});
}

export function useLogSummary(line: string | null) {
	const { language } = useLanguage();
	const query = new URLSearchParams(line === null ? {} : { line });
	return useQuery({
		queryKey: ["tickets", "log-summary", line],
		queryFn: ({ signal }) =>
			ask<TicketLogSummary>(`/api/ticket-log/summary?${query}`, language, {
				signal,
			}),
		placeholderData: keepPreviousData,
	});
}

const views = ["ticket-views"];

export function useLogViews() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: views,
		queryFn: ({ signal }) =>
			ask<LogViews>("/api/ticket-views", language, { signal }),
	});
}

/** Keeps a view, anew when it names the one that it was. */
export function useKeepView() {
	return useTold(
		(
			{
				old,
				...view
			}: {
				readonly old: LogView | null;
				readonly name: string;
				readonly filter: string;
				readonly isShared: boolean;
			},
			tell,
		) =>
			old
				? tell("PUT", `/${old.id}`, { ...view, revision: old.revision })
				: tell("POST", "", view),
	);
}

export function useRemoveView() {
	return useTold(({ id, revision }: LogView, tell) =>
		tell("DELETE", `/${id}?revision=${revision}`),
	);
}

export function useChooseView() {
	return useTold((view: string | null, tell) =>
		tell("PUT", "/first", { view }),
	);
}

type Tell = (
	method: "POST" | "PUT" | "DELETE",
	rest: string,
	body?: unknown,
) => Promise<unknown>;

function useTold<What>(how: (what: What, tell: Tell) => Promise<unknown>) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: (what: What) =>
			how(what, (method, rest, body) =>
				ask(`/api/ticket-views${rest}`, language, {
					method,
					...(body !== undefined && { body }),
				}),
			),
		// What was refused has been changed by somebody else: the next try is about what it is now.
		onSettled: () => client.invalidateQueries({ queryKey: views }),
	});
}
