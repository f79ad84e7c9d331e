import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type {
	MyTicket,
	MyTickets,
	TicketLink,
} from "../../web/api/my-ticket-shapes.ts";
import { setServiceTime } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";

/** By what a page may see its ticket: a session needs nothing more, a personal link its key. */
export type Access = Readonly<Record<string, string>>;

export const bySession: Access = {};

export function accessBy(secret: string): Access {
	return { Authorization: `Ticket-Link ${secret}` };
}

/** A phone without a connection fails at once instead of waiting in silence. */
const networkMode = "always";

export function useMyTickets() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["tickets", "mine"],
		queryFn: ({ signal }) =>
			ask<MyTickets>("/api/my-tickets", language, { signal }),
		networkMode,
	});
}

export function useTicketLink(secret: string) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["tickets", "link", secret, language],
		queryFn: ({ signal }) =>
			ask<TicketLink>("/api/ticket-link", language, {
				signal,
				headers: accessBy(secret),
			}),
		placeholderData: keepPreviousData,
		networkMode,
		// It may have become a part of another ticket, or be over.
		refetchInterval: 20_000,
	});
}

export function useMyTicket(number: string, access: Access) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["tickets", "at-work", number, language],
		queryFn: async ({ signal }) => {
			const ticket = await askForTicket(number, access, language, signal);
			setServiceTime(ticket.at);
			return ticket;
		},
		placeholderData: keepPreviousData,
		networkMode,
		// Nobody tells a link of changes: it looks for them while it is looked at.
		refetchInterval: ({ state }) =>
			access === bySession
				? false
				: state.data && isCalling(state.data)
					? 2_000
					: 15_000,
		refetchOnWindowFocus: access !== bySession,
		staleTime: access === bySession ? Number.POSITIVE_INFINITY : 0,
	});
}

export function askForTicket(
	number: string,
	access: Access,
	language: Parameters<typeof ask>[1],
	signal?: AbortSignal,
): Promise<MyTicket> {
	return ask<MyTicket>(
		`/api/my-tickets/${encodeURIComponent(number)}`,
		language,
		{
			headers: access,
			...(signal && { signal }),
		},
	);
}

export function isCalling({ tenantCall }: MyTicket): boolean {
	return tenantCall.latest !== null && tenantCall.latest.state !== "over";
}
