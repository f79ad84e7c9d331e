import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
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

/** Sends files one after another, so that the first is there soon even over a slow connection. */
export function useSending({
	number,
	headers,
	onChange,
}: {
	readonly number: string;
	readonly headers: Readonly<Record<string, string>>;
	onChange(): void;
}) {
	const { language } = useLanguage();
	const client = useQueryClient();
	const [list, setList] = useState<readonly Sending[]>([]);
	const [arrived, setArrived] = useState<string | null>(null);
	const next = useRef(0);
	const queue = useRef<Promise<void>>(Promise.resolve());

	const change = (id: number, part: Partial<Sending>) =>
		setList((now) =>
			now.map((each) => (each.id === id ? { ...each, ...part } : each)),
		);
	const dismiss = (id: number) =>
		setList((now) => now.filter((each) => each.id !== id));
	const sendOne = async (id: number, chosen: File) => {
		const file = await lighter(chosen);
		if (file.size > mostFileBytes) {
			change(id, { trouble: "too-large" });
			return;
		}
		try {
			await sendFile(file, {
				...{ number, language, headers },
				onSent: (sent) => change(id, { sent }),
			});
			await client.invalidateQueries({ queryKey: ["tickets"] });
			onChange();
			setArrived(chosen.name);
			dismiss(id);
		} catch (error) {
			change(id, { trouble: { error } });
		}
	};
	const send = (files: readonly File[]) => {
		const fresh = files.map((file) => {
			next.current += 1;
			return { id: next.current, file, sent: 0, trouble: null };
		});
		setList((now) => [...now, ...fresh]);
		setArrived(null);
		for (const { id, file } of fresh)
			queue.current = queue.current.then(() => sendOne(id, file));
	};
	const sendAgain = ({ id, file }: Sending) => {
		dismiss(id);
		send([file]);
	};
	return { list, arrived, send, sendAgain, dismiss };
}
