import { Button, Text, Textarea, Title } from "@mantine/core";
import { useEffect, useId, useRef } from "react";
import type { MyTicket } from "../../../web/api/my-ticket-shapes.ts";
import { keptText, keyOfKept, useKeptText } from "../../kept-text.ts";
import { TicketFiles } from "../../ticket/files.tsx";
import type { Access } from "../my-ticket-queries.ts";
import { useMyTicketWords } from "../my-ticket-words.ts";
import styles from "./ticket-at-work.module.css";
import type { Deed, Doing } from "./use-deed.ts";

export type FormKind = "finish" | "give-back" | "note";

/** What is asked before the deed is done, with its own buttons under the thumb; what is typed is kept until it has arrived. */
export function OpenForm({
	kind,
	ticket,
	access,
	doing: { pending, done, act, dismiss },
	close,
}: {
	kind: FormKind;
	ticket: MyTicket;
	access: Access;
	doing: Doing;
	close(): void;
}) {
	const say = useMyTicketWords();
	const title = useId();
	const box = useRef<HTMLTextAreaElement>(null);
	const [text, setText] = useKeptText(nameOf(ticket.number, kind));
	const words = wordsOf[kind];
	useEffect(() => {
		box.current?.scrollIntoView({ block: "center" });
		box.current?.focus({ preventScroll: true });
	}, []);
	useEffect(() => {
		if (done !== kind) return;
		setText("");
		close();
	}, [done, kind, setText, close]);
	return (
		<section aria-labelledby={title} className={styles.form}>
			<Title order={2} id={title}>
				{say(words.title)}
			</Title>
			<Textarea
				ref={box}
				label={say(words.label)}
				description={words.hint && say(words.hint)}
				value={text}
				onChange={({ currentTarget }) => setText(currentTarget.value)}
				required={kind !== "finish"}
				withAsterisk={false}
				maxLength={kind === "give-back" ? 500 : 4_000}
				autosize
				minRows={3}
				maxRows={10}
				size="md"
			/>
			{kind === "finish" ? (
				<>
					<Text size="sm" c="dimmed">
						{say("finish.photos")}
					</Text>
					<TicketFiles
						number={ticket.number}
						files={ticket.files}
						headers={access}
						mayAdd
						mayRemove={() => false}
						isLarge
					/>
				</>
			) : null}
			<div className={styles.bar}>
				<Button
					variant="default"
					className={styles.thumb ?? ""}
					onClick={() => {
						dismiss();
						close();
					}}
				>
					{say("cancel")}
				</Button>
				<Button
					className={styles.thumb ?? ""}
					loading={pending === kind}
					disabled={kind !== "finish" && text.trim() === ""}
					onClick={() => void act(deedOf(ticket.number, kind))}
				>
					{say(words.button)}
				</Button>
			</div>
		</section>
	);
}

const wordsOf = {
	finish: {
		title: "finish.title",
		label: "finish.note",
		hint: "finish.hint",
		button: "finish.button",
	},
	"give-back": {
		title: "giveBack.title",
		label: "giveBack.reason",
		hint: "giveBack.hint",
		button: "giveBack.button",
	},
	note: {
		title: "note.title",
		label: "note.body",
		hint: null,
		button: "note.button",
	},
} as const;

/** The deed with what stands in its form now, which may have been typed since it failed. */
export function asTyped(number: string, deed: Deed): Deed {
	switch (deed.kind) {
		case "finish":
		case "give-back":
		case "note":
			return deedOf(number, deed.kind);
		default:
			return deed;
	}
}

function nameOf(number: string, kind: FormKind): string {
	return `${number}:${kind}`;
}

/** Keyboards of phones leave a space behind the last word. */
function deedOf(number: string, kind: FormKind): Deed {
	const name = nameOf(number, kind);
	const text = keptText(name).trim();
	switch (kind) {
		case "finish":
			return { kind, note: text };
		case "give-back":
			return { kind, reason: text };
		case "note":
			return { kind, body: text, key: keyOfKept(name) };
	}
}
