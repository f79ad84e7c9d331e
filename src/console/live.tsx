import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { setServiceTime } from "./clock.ts";

const graceMilliseconds = 4_000;

/** Keeps everything on the page as new as the service says it is; false while the service cannot be heard. */
export function useLive(): boolean {
	const client = useQueryClient();
	const [isConnected, setConnected] = useState(true);
	useEffect(() => listen(client, setConnected), [client]);
	return isConnected;
}

function listen(
	client: QueryClient,
	setConnected: (connected: boolean) => void,
): () => void {
	let source: EventSource;
	let lost: ReturnType<typeof setTimeout> | undefined;
	let again: ReturnType<typeof setTimeout> | undefined;
	let wasLost = false;
	const open = () => {
		source = new EventSource("/api/events");
		source.onopen = () => {
			clearTimeout(lost);
			lost = undefined;
			setConnected(true);
			if (wasLost) void client.invalidateQueries();
			wasLost = false;
		};
		source.onerror = () => {
			wasLost = true;
			lost ??= setTimeout(() => setConnected(false), graceMilliseconds);
			if (source.readyState !== EventSource.CLOSED) return;
			// The browser gives up when it is refused; whether we are still signed in, the session tells.
			void client.invalidateQueries({ queryKey: ["session"] });
			clearTimeout(again);
			again = setTimeout(open, graceMilliseconds);
		};
		follow(source, client);
	};
	open();
	return () => {
		clearTimeout(lost);
		clearTimeout(again);
		source.close();
	};
}

function follow(source: EventSource, client: QueryClient): void {
	const renew = (...queryKey: string[]) =>
		void client.invalidateQueries({ queryKey });
	source.addEventListener("ticket-changed", () => renew("tickets"));
	source.addEventListener("rota-published", () => renew("on-duty"));
	source.addEventListener("missed", () => renew());
	source.addEventListener("heartbeat", (event) => {
		const { at } = JSON.parse(event.data) as { at: string };
		if (setServiceTime(at)) renew();
	});
}
