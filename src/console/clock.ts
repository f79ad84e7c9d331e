import { useSyncExternalStore } from "react";

/*
 * The service's time. The browser's own clock may be wrong, and in the demonstration the service's clock can be moved;
 * every heartbeat tells how far apart they are.
 */

let offset = 0;
let interval: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** Takes over the service's time; true when it had jumped by more than the way of a message explains. */
export function setServiceTime(iso: string): boolean {
	const next = new Date(iso).getTime() - Date.now();
	const jumped = Math.abs(next - offset) > 3_000;
	if (Math.abs(next - offset) > 500) {
		offset = next;
		tell();
	}
	return jumped;
}

/** The service's time, cut to whole seconds or minutes, so that only what shows seconds is drawn each second. */
export function useNow(unit: "second" | "minute" = "minute"): Date {
	const milliseconds = unit === "second" ? 1_000 : 60_000;
	const cut = useSyncExternalStore(subscribe, () =>
		Math.floor((Date.now() + offset) / milliseconds),
	);
	return new Date(cut * milliseconds);
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	interval ??= setInterval(tell, 250);
	return () => {
		listeners.delete(listener);
		if (listeners.size > 0) return;
		clearInterval(interval);
		interval = undefined;
	};
}

function tell(): void {
	for (const listener of listeners) listener();
}
