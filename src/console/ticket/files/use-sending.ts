import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Language } from "../../../domain/language.ts";
import { mostFileBytes } from "../../../domain/ticket/ticket-file.ts";
import { useLanguage } from "../../language.tsx";
import { lighter } from "./lighter.ts";
import { sendFile } from "./send-file.ts";

/** A file on its way, or one that did not arrive. */
export interface Sending {
	readonly id: number;
	readonly file: File;
	/** From 0 to 1. */
	readonly sent: number;
	readonly trouble: { readonly error: unknown } | "too-large" | null;
}

interface Outbox {
	readonly list: readonly Sending[];
	/** The name of what arrived last. */
	readonly arrived: string | null;
}

interface Way {
	readonly number: string;
	readonly language: Language;
	readonly headers: Readonly<Record<string, string>>;
	readonly client: QueryClient;
	onChange(): void;
}

/**
 * Sends files one after another, so that the first is there soon even over a slow connection. What is on its way, and what did not
 * arrive, belongs to the ticket: it outlives the form that it was chosen in.
 */
export function useSending({
	number,
	headers,
	onChange,
}: Pick<Way, "number" | "headers" | "onChange">) {
	const { language } = useLanguage();
	const client = useQueryClient();
	const { list, arrived } = useSyncExternalStore(
		listen,
		() => outboxes.get(number) ?? nothing,
	);
	const send = (files: readonly File[]) =>
		sendAll(files, { number, language, headers, client, onChange });
	const dismiss = (id: number) => forget(number, id);
	const sendAgain = ({ id, file }: Sending) => {
		dismiss(id);
		send([file]);
	};
	return { list, arrived, send, sendAgain, dismiss };
}

const nothing: Outbox = { list: [], arrived: null };
const outboxes = new Map<string, Outbox>();
const listeners = new Set<() => void>();
let newestId = 0;
let queue: Promise<void> = Promise.resolve();

function listen(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function change(number: string, next: (now: Outbox) => Partial<Outbox>): void {
	const now = outboxes.get(number) ?? nothing;
	outboxes.set(number, { ...now, ...next(now) });
	for (const listener of listeners) listener();
}

function changeOne(number: string, id: number, part: Partial<Sending>): void {
	change(number, ({ list }) => ({
		list: list.map((each) => (each.id === id ? { ...each, ...part } : each)),
	}));
}

function forget(number: string, id: number): void {
	change(number, ({ list }) => ({ list: list.filter((one) => one.id !== id) }));
}

function sendAll(files: readonly File[], way: Way): void {
	const fresh = files.map((file): Sending => {
		newestId += 1;
		return { id: newestId, file, sent: 0, trouble: null };
	});
	change(way.number, ({ list }) => ({
		...{ list: [...list, ...fresh], arrived: null },
	}));
	for (const one of fresh) queue = queue.then(() => sendOne(one, way));
}

async function sendOne({ id, file: chosen }: Sending, way: Way): Promise<void> {
	const { number, language, headers } = way;
	const file = await lighter(chosen);
	if (file.size > mostFileBytes) {
		changeOne(number, id, { trouble: "too-large" });
		return;
	}
	try {
		await sendFile(file, {
			...{ number, language, headers },
			onSent: (sent) => changeOne(number, id, { sent }),
		});
		await way.client.invalidateQueries({ queryKey: ["tickets"] });
		way.onChange();
		change(number, () => ({ arrived: chosen.name }));
		forget(number, id);
	} catch (error) {
		changeOne(number, id, { trouble: { error } });
	}
}
