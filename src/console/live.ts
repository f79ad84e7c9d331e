import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { setServiceTime } from "./clock.ts";

/** A hiccup shorter than this is not worth a word. */
const graceMilliseconds = 4_000;
/** The service's heart beats every 5 s; a dead wire does not say that it is dead. */
const silenceMilliseconds = 15_000;

/** Keeps everything on the page as new as the service says it is; false while the service cannot be heard. */
export function useLive(): boolean {
	const client = useQueryClient();
	const [isConnected, setConnected] = useState(true);
	useEffect(() => {
		const listener = new Listener(client, setConnected);
		listener.open();
		return () => listener.close();
	}, [client]);
	return isConnected;
}

class Listener {
	readonly #client: QueryClient;
	readonly #setConnected: (connected: boolean) => void;
	#source: EventSource | undefined;
	#word: ReturnType<typeof setTimeout> | undefined;
	#again: ReturnType<typeof setTimeout> | undefined;
	#silence: ReturnType<typeof setTimeout> | undefined;
	#wasLost = false;

	constructor(client: QueryClient, setConnected: (connected: boolean) => void) {
		this.#client = client;
		this.#setConnected = setConnected;
	}

	open(): void {
		const source = new EventSource("/api/events");
		this.#source = source;
		source.onopen = () => this.#isHeard();
		source.onerror = () => {
			this.#isLost();
			if (source.readyState === EventSource.CLOSED) this.#openAgain();
		};
		const renew = (...queryKey: string[]) =>
			void this.#client.invalidateQueries({ queryKey });
		source.addEventListener("ticket-changed", () => renew("tickets"));
		source.addEventListener("rota-published", () => {
			renew("on-duty");
			renew("rota");
			// Whose shifts can be swapped, and which of them an absence hits, follows from the rota.
			renew("swaps");
			renew("absences");
		});
		source.addEventListener("calendar-read", () => {
			renew("on-duty");
			renew("rota");
		});
		source.addEventListener("swap-changed", () => renew("swaps"));
		source.addEventListener("absence-changed", () => {
			renew("absences");
			renew("swaps");
		});
		source.addEventListener("ticket-settings-changed", () =>
			renew("ticket-settings"),
		);
		source.addEventListener("places-changed", () => renew("places"));
		source.addEventListener("proof-changed", () => renew("proof"));
		source.addEventListener("missed", () => renew());
		source.addEventListener("heartbeat", (event) => {
			const { at } = JSON.parse(event.data) as { at: string };
			if (setServiceTime(at)) renew();
			this.#awaitNextBeat();
		});
		this.#awaitNextBeat();
	}

	close(): void {
		clearTimeout(this.#word);
		clearTimeout(this.#again);
		clearTimeout(this.#silence);
		this.#source?.close();
	}

	#isHeard(): void {
		clearTimeout(this.#word);
		this.#word = undefined;
		this.#setConnected(true);
		if (this.#wasLost) void this.#client.invalidateQueries();
		this.#wasLost = false;
	}

	#isLost(): void {
		this.#wasLost = true;
		this.#word ??= setTimeout(
			() => this.#setConnected(false),
			graceMilliseconds,
		);
	}

	/** The browser gives up when it is refused; whether we are still signed in, the session tells. */
	#openAgain(): void {
		void this.#client.invalidateQueries({ queryKey: ["session"] });
		clearTimeout(this.#again);
		this.#again = setTimeout(() => this.open(), graceMilliseconds);
	}

	#awaitNextBeat(): void {
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => {
			this.#source?.close();
			this.#isLost();
			this.open();
		}, silenceMilliseconds);
	}
}
