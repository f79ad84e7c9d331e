import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Language } from "../../../domain/language.ts";
import type { MyTicket } from "../../../web/api/my-ticket-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask, isLost } from "../../server.ts";
import { type Access, askForTicket } from "../my-ticket-queries.ts";

/** What a thumb does with a ticket. */
export type Deed =
	| { readonly kind: "acknowledge" | "start" | "arrive" | "call" }
	| { readonly kind: "finish"; readonly note: string }
	| { readonly kind: "give-back"; readonly reason: string }
	| { readonly kind: "note"; readonly body: string; readonly key: string };

export interface Doing {
	/** What is on its way to the service now. */
	readonly pending: Deed["kind"] | null;
	/** What arrived last. */
	readonly done: Deed["kind"] | null;
	/** What did not arrive, or was refused. */
	readonly failed: { readonly deed: Deed; readonly error: unknown } | null;
	/** Nothing is sent while something is on its way. */
	act(deed: Deed): Promise<void>;
	dismiss(): void;
}

/**
 * Does things with one ticket, each once. A request whose answer got lost may have arrived: before it is sent again, the ticket is asked
 * whether it is so already.
 */
export function useDeed(ticket: MyTicket, access: Access): Doing {
	const { language } = useLanguage();
	const client = useQueryClient();
	const isBusy = useRef(false);
	const [state, setState] = useState<
		Pick<Doing, "pending" | "done" | "failed">
	>({ pending: null, done: null, failed: null });
	const doubtful = useRef<MyTicket | null>(null);

	async function act(deed: Deed): Promise<void> {
		if (isBusy.current) return;
		isBusy.current = true;
		setState({ pending: deed.kind, done: null, failed: null });
		try {
			const before = doubtful.current;
			const isSoAlready =
				before !== null &&
				isSo(deed, before, await askForTicket(ticket.number, access, language));
			if (!isSoAlready) await send(deed, ticket, access, language);
			doubtful.current = null;
			setState({ pending: null, done: deed.kind, failed: null });
		} catch (error) {
			if (isLost(error)) doubtful.current ??= ticket;
			setState({ pending: null, done: null, failed: { deed, error } });
		} finally {
			isBusy.current = false;
			void client.invalidateQueries({ queryKey: ["tickets"] });
		}
	}

	return {
		...state,
		act,
		dismiss: () => {
			doubtful.current = null;
			setState({ pending: null, done: null, failed: null });
		},
	};
}

/** Whether the ticket is now as the deed would have made it. */
function isSo(deed: Deed, before: MyTicket, now: MyTicket): boolean {
	const isYours = now.assignee?.isYou === true;
	switch (deed.kind) {
		case "acknowledge":
			return isYours && now.acknowledgedAt !== before.acknowledgedAt;
		case "start":
			return isYours && now.underWayAt !== before.underWayAt;
		case "arrive":
			return isYours && now.onSiteAt !== before.onSiteAt;
		case "finish":
			return (
				isYours &&
				now.doneAt !== null &&
				now.doneAt !== before.doneAt &&
				(deed.note === "" || hasNote(deed.note, before, now))
			);
		case "give-back":
			return before.assignee?.isYou === true && !isYours;
		case "note":
			// Its key says so, to the service.
			return false;
		case "call":
			return now.tenantCall.latest?.at !== before.tenantCall.latest?.at;
	}
}

function hasNote(text: string, before: MyTicket, now: MyTicket): boolean {
	return now.notes.some(
		({ id, body }) =>
			body === text && !before.notes.some((one) => one.id === id),
	);
}

async function send(
	deed: Deed,
	{ number }: MyTicket,
	headers: Access,
	language: Language,
): Promise<void> {
	const { path, body } = requestOf(deed);
	await ask(`/api/tickets/${number}/${path}`, language, {
		method: "POST",
		headers,
		...(body && { body }),
	});
}

function requestOf(deed: Deed): { path: string; body?: object } {
	switch (deed.kind) {
		case "finish":
			return {
				path: "finish",
				body: deed.note === "" ? {} : { note: deed.note },
			};
		case "give-back":
			return { path: "give-back", body: { reason: deed.reason } };
		case "note":
			return { path: "notes", body: { body: deed.body, key: deed.key } };
		case "call":
			return { path: "call-tenant" };
		default:
			return { path: deed.kind };
	}
}
