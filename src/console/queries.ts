import {
	keepPreviousData,
	useInfiniteQuery,
	useQuery,
} from "@tanstack/react-query";
import type {
	Calls,
	OnDuty,
	Session,
	Ticket,
	Tickets,
} from "../web/api/shapes.ts";
import { useLanguage } from "./language.tsx";
import { ask } from "./server.ts";

/** What is asked of the service; the first word of a key is what a change makes old. */

export function useSession() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["session"],
		queryFn: ({ signal }) => ask<Session>("/api/session", language, { signal }),
	});
}

export function useOnDuty() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["on-duty"],
		queryFn: ({ signal }) => ask<OnDuty>("/api/on-duty", language, { signal }),
	});
}

export function useCalls() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["tickets", "calls"],
		queryFn: ({ signal }) => ask<Calls>("/api/calls", language, { signal }),
	});
}

export function useTickets(caller: string) {
	const { language } = useLanguage();
	return useInfiniteQuery({
		queryKey: ["tickets", "latest", caller, language],
		initialPageParam: "",
		queryFn: ({ signal, pageParam }) =>
			ask<Tickets>(
				ticketsPath({ limit: "15", caller, cursor: pageParam }),
				language,
				{ signal },
			),
		getNextPageParam: (page) => page.next ?? undefined,
		placeholderData: keepPreviousData,
	});
}

/** Tickets that nobody has acknowledged, whatever their outcome. */
export function useNewTickets() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["tickets", "new", language],
		queryFn: ({ signal }) =>
			ask<Tickets>(ticketsPath({ limit: "50", status: "new" }), language, {
				signal,
			}),
		placeholderData: keepPreviousData,
	});
}

export function useTicket(number: string) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["tickets", "one", number, language],
		queryFn: ({ signal }) =>
			ask<Ticket>(`/api/tickets/${encodeURIComponent(number)}`, language, {
				signal,
			}),
		placeholderData: keepPreviousData,
	});
}

function ticketsPath(wanted: Readonly<Record<string, string>>): string {
	const given = Object.entries(wanted).filter(([, value]) => value !== "");
	return `/api/tickets?${new URLSearchParams(given)}`;
}
