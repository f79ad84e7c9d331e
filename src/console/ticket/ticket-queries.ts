import {
	keepPreviousData,
	useMutation,
	useQuery,
	useQueryClient,
} from "@tanstack/react-query";
import type { Actor } from "../../domain/ticket/life.ts";
import {
	openStatuses,
	wholeLog,
	writeLogFilter,
} from "../../domain/ticket/log-filter.ts";
import type { Ticket } from "../../web/api/shapes.ts";
import type { TicketHistory } from "../../web/api/ticket-history-shapes.ts";
import type { TicketLog } from "../../web/api/ticket-log-shapes.ts";
import type { WouldHave } from "../../web/api/would-have-shapes.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";
import { useSignedIn } from "../session.tsx";

/** What a ticket's page asks of the service, and tells it. */

function ticketPath(number: string, rest = ""): string {
	return `/api/tickets/${encodeURIComponent(number)}${rest}`;
}

export function useTicketHistory(number: string) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["tickets", "history", number, language],
		queryFn: ({ signal }) =>
			ask<TicketHistory>(ticketPath(number, "/history"), language, { signal }),
		placeholderData: keepPreviousData,
	});
}

/** What a version of the rota would have made of a call; nothing is asked before one is chosen. */
export function useWouldHave(
	number: string,
	call: string,
	version: number | null,
) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["rota", "would-have", number, call, version],
		enabled: version !== null,
		queryFn: ({ signal }) =>
			ask<WouldHave>(
				ticketPath(
					number,
					`/would-have?${new URLSearchParams({ call, version: String(version) })}`,
				),
				language,
				{ signal },
			),
	});
}

/** At most so many are offered at once: who needs more writes more. */
const mostFound = 8;

/** Other tickets that are like what is looked for, and can take this one in; nothing is asked before something is written. */
export function useMergeable(number: string, sought: string) {
	const { language } = useLanguage();
	const query = writeLogFilter({
		...{ ...wholeLog, q: sought },
		status: [...openStatuses, "done"],
	});
	// One more tells whether there are more, and one may be the ticket itself.
	query.set("limit", String(mostFound + 2));
	return useQuery({
		queryKey: ["tickets", "mergeable", number, sought],
		enabled: sought !== "",
		queryFn: async ({ signal }) => {
			const path = `/api/ticket-log?${query}`;
			const { tickets } = await ask<TicketLog>(path, language, { signal });
			const others = tickets.filter((other) => other.number !== number);
			return {
				found: others.slice(0, mostFound),
				hasMore: others.length > mostFound,
			};
		},
		placeholderData: keepPreviousData,
	});
}

/** Who is signed in, as the rules of a ticket's life see them. */
export function useActor(): Actor {
	const { name, role, account, people } = useSignedIn();
	return { name, role, account: account?.id ?? null, people };
}

/** Something to be done with a ticket: the end of its address, and what is told with it. */
interface Doing {
	readonly verb: string;
	readonly body?: Readonly<Record<string, unknown>>;
}

/** Does something with the ticket as it is shown; if it has changed since, the service says so. */
export function useDoing(
	ticket: Pick<Ticket, "number" | "revision">,
	onDone: () => void = () => undefined,
) {
	const { language } = useLanguage();
	const took = useTakenOver(ticket.number);
	const client = useQueryClient();
	return useMutation({
		mutationFn: ({ verb, body }: Doing) =>
			ask<Ticket>(ticketPath(ticket.number, `/${verb}`), language, {
				method: "POST",
				// What goes on at work must not wait for who edits a label at the same time.
				body: atWork.has(verb)
					? { ...body }
					: { revision: ticket.revision, ...body },
			}),
		onSuccess: (changed) => {
			took(changed);
			onDone();
		},
		onError: () => client.invalidateQueries({ queryKey: ["tickets"] }),
	});
}

const atWork: ReadonlySet<string> = new Set([
	"acknowledge",
	"start",
	"arrive",
	"finish",
	"notes",
]);

/** Puts what the service answered in the place of what was shown; whatever else tells of tickets is asked anew. */
export function useTakenOver(number: string) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return (changed: Ticket) => {
		if (changed.number === number)
			client.setQueryData(["tickets", "one", number, language], changed);
		void client.invalidateQueries({ queryKey: ["tickets"] });
	};
}

/** Changes fields of the ticket; told to be of the given revision. */
export function useChangingTicket(number: string) {
	const { language } = useLanguage();
	const took = useTakenOver(number);
	return useMutation({
		mutationFn: (body: { readonly revision: number } & object) =>
			ask<Ticket>(ticketPath(number), language, { method: "PUT", body }),
		onSuccess: took,
	});
}

/** The ticket as far as the page knows, without waiting for it to be shown. */
export function useKnownTicket(number: string) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return () =>
		client.getQueryData<Ticket>(["tickets", "one", number, language]);
}

/** The ticket as it is now, whatever is shown. */
export function useFreshTicket(number: string) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return () =>
		client.fetchQuery({
			queryKey: ["tickets", "one", number, language],
			staleTime: 0,
			queryFn: () => ask<Ticket>(ticketPath(number), language),
		});
}
