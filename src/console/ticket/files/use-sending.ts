import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { Language } from "../../../domain/language.ts";
import { mostFileBytes } from "../../../domain/ticket/ticket-file.ts";
import { useLanguage } from "../../language.tsx";
import { newKey } from "../../new-key.ts";
import { forgetFile, keepFile, keptFiles } from "./kept-files.ts";
import { lighter } from "./lighter.ts";
import { sendFile } from "./send-file.ts";

/** A file on its way, or one that did not arrive. */
export interface Sending {
	/** The service knows it again by this, however often it is sent. */
	readonly id: string;
	readonly file: File;
	/** From 0 to 1. */
	readonly sent: number;
	readonly trouble:
		| { readonly error: unknown }
		| "too-large"
		/** The page was left before it arrived. */
		| "left"
		| null;
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
 * arrive, belongs to the ticket: it outlives the form that it was chosen in, and the page.
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
	useEffect(() => void findLeft(number), [number]);
	const way = { number, language, headers, client, onChange };
	const send = (files: readonly File[]) => sendAll(files, way);
	const dismiss = (id: string) => forget(number, id);
	const sendAgain = (one: Sending) => {
		changeOne(number, one.id, { sent: 0, trouble: null });
		sendInTurn(one, way);
	};
	return { list, arrived, send, sendAgain, dismiss };
}

const nothing: Outbox = { list: [], arrived: null };
const outboxes = new Map<string, Outbox>();
const listeners = new Set<() => void>();
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

function changeOne(number: string, id: string, part: Partial<Sending>): void {
	change(number, ({ list }) => ({
		list: list.map((each) => (each.id === id ? { ...each, ...part } : each)),
	}));
}

function forget(number: string, id: string): void {
	void forgetFile(id);
	change(number, ({ list }) => ({ list: list.filter((one) => one.id !== id) }));
}

function sendAll(files: readonly File[], way: Way): void {
	const { number } = way;
	const fresh = files.map(
		(file): Sending => ({ id: newKey(), file, sent: 0, trouble: null }),
	);
	change(number, ({ list }) => ({
		...{ list: [...list, ...fresh], arrived: null },
	}));
	for (const one of fresh) {
		void keepFile({ number, id: one.id, file: one.file });
		sendInTurn(one, way);
	}
}

function sendInTurn(one: Sending, way: Way): void {
	queue = queue.then(() => sendOne(one, way));
}

/** What was on its way when the page was left last. Who opens it may be somebody else by now: it is theirs to say whether it goes. */
async function findLeft(number: string): Promise<void> {
	const left = await keptFiles(number);
	const known = new Set(outboxes.get(number)?.list.map(({ id }) => id));
	const unknown = left.filter(({ id }) => !known.has(id));
	if (unknown.length === 0) return;
	change(number, ({ list }) => ({
		list: [
			...unknown.map(
				({ id, file }): Sending => ({ id, file, sent: 0, trouble: "left" }),
			),
			...list,
		],
	}));
}

async function sendOne({ id, file: chosen }: Sending, way: Way): Promise<void> {
	const { number, language, headers } = way;
	const file = await lighter(chosen);
	if (file.size > mostFileBytes) {
		void forgetFile(id);
		changeOne(number, id, { trouble: "too-large" });
		return;
	}
	try {
		await sendFile(file, {
			...{ number, key: id, language, headers },
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
