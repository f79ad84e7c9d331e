import { Button, Text, Textarea, Title } from "@mantine/core";
import { type FormEvent, useId } from "react";
import type { Ticket } from "../../web/api/shapes.ts";
import { keyOfKept, useKeptText } from "../kept-text.ts";
import { Refused } from "../refused.tsx";
import styles from "./ticket-page.module.css";
import { useDoing } from "./ticket-queries.ts";
import { useTicketWords } from "./ticket-words.ts";

/** By which the key that leads to the note finds it. */
export const noteId = "ticket-note";

/** A box for a note; what is typed is kept on the device until it is added. */
export function WriteNote({ ticket }: { ticket: Ticket }) {
	const say = useTicketWords();
	const title = useId();
	const kept = `${ticket.number}:note`;
	const [text, write] = useKeptText(kept);
	const doing = useDoing(ticket, () => write(""));
	const isEmpty = text.trim() === "";
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (isEmpty) return;
		const body = { body: text.trim(), key: keyOfKept(kept) };
		doing.mutate({ verb: "notes", body });
	};
	return (
		<section aria-labelledby={title} className={styles.controls}>
			<Title order={2} id={title} mb="xs">
				{say("notes.title")}
			</Title>
			<form onSubmit={submit} className={styles.note}>
				<Textarea
					id={noteId}
					aria-label={say("notes.label")}
					description={say("notes.hint")}
					inputWrapperOrder={["label", "input", "description", "error"]}
					autosize
					minRows={2}
					maxLength={4000}
					value={text}
					onChange={(event) => write(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
							submit(event);
					}}
				/>
				<div className={styles.noteEnd}>
					<Button
						type="submit"
						variant="default"
						loading={doing.isPending}
						disabled={isEmpty}
					>
						{say("notes.add")}
					</Button>
					{isEmpty ? null : (
						<Text size="sm" c="dimmed">
							{say("notes.draft")}
						</Text>
					)}
				</div>
				<Refused error={doing.error} />
			</form>
		</section>
	);
}
