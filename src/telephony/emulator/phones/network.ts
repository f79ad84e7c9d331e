import { useEffect, useState } from "react";
import type { Snapshot } from "../control/shown.ts";

/** The newest picture of the network, and when it came. */
export interface Picture {
	readonly snapshot: Snapshot;
	/** `performance.now()` at its arrival. */
	readonly cameAt: number;
}

/** The network as it is, told live; null until the first picture has come. */
export function useNetwork(): {
	readonly picture: Picture | null;
	readonly isConnected: boolean;
} {
	const [picture, setPicture] = useState<Picture | null>(null);
	const [isConnected, setConnected] = useState(true);
	useEffect(() => {
		const source = new EventSource("/phones/api/events");
		source.onmessage = ({ data }) => {
			const snapshot = JSON.parse(data) as Snapshot;
			setPicture({ snapshot, cameAt: performance.now() });
			setConnected(true);
		};
		source.onerror = () => setConnected(false);
		return () => source.close();
	}, []);
	return { picture, isConnected };
}

/** The network's time now, drawn anew each second. */
export function useNetworkTime({ snapshot, cameAt }: Picture): number {
	const [, draw] = useState(0);
	useEffect(() => {
		const timer = setInterval(() => draw((count) => count + 1), 1000);
		return () => clearInterval(timer);
	}, []);
	return snapshot.now + (performance.now() - cameAt) * snapshot.pace;
}

/** Asks the network to do something; null when it was done, else what it says against it. */
export async function ask(
	path: string,
	body: unknown = {},
	method = "POST",
): Promise<string | null> {
	try {
		const response = await fetch(`/phones/api${path}`, {
			method,
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(body),
		});
		if (response.ok) return null;
		const answer = (await response.json()) as { message?: string };
		return answer.message ?? response.statusText;
	} catch {
		return "";
	}
}

/** Asks a phone to do something. */
export function askPhone(
	number: string,
	verb: string,
	body: unknown = {},
): Promise<string | null> {
	return ask(`/phones/${encodeURIComponent(number)}/${verb}`, body);
}
