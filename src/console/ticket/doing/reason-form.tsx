import { Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useDoing } from "../ticket-queries.ts";
import { useTicketWords } from "../ticket-words.ts";
import type { DoingForm } from "./doing-dialog.tsx";
import { FormEnd } from "./form-end.tsx";

/** What asks for nothing but a word: why, or what was done. */
export function ReasonForm({
	kind,
	ticket,
	onClose,
}: DoingForm & { kind: "finish" | "close" | "give-back" | "reopen" }) {
	const say = useTicketWords();
	const doing = useDoing(ticket, onClose);
	const [text, setText] = useState("");
	const [isTried, setTried] = useState(false);
	const isNeeded = kind === "give-back" || kind === "reopen";
	const isMissing = isNeeded && text.trim() === "";
	const isUnmerge = kind === "reopen" && ticket.mergedInto !== null;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (isMissing) return;
		const word = text.trim();
		const told = kind === "finish" ? { note: word } : { reason: word };
		doing.mutate({ verb: kind, body: word === "" ? {} : told });
	};
	return (
		<form onSubmit={submit} noValidate>
			<Stack gap="md">
				<Text>{explained()}</Text>
				<Textarea
					data-autofocus
					autosize
					minRows={2}
					maxLength={kind === "finish" ? 4000 : 500}
					label={say(
						kind === "finish"
							? "dialog.finishNote"
							: isNeeded
								? "dialog.reason"
								: "dialog.reasonOptional",
					)}
					value={text}
					error={isTried && isMissing ? say("dialog.reasonMissing") : null}
					onChange={(event) => setText(event.currentTarget.value)}
				/>
				<FormEnd
					label={say(isUnmerge ? "action.unmerge" : `action.${kind}`)}
					isPending={doing.isPending}
					error={doing.error}
					onClose={onClose}
				/>
			</Stack>
		</form>
	);

	function explained(): string {
		switch (kind) {
			case "finish":
				return say("dialog.finishSays");
			case "close":
				return say("dialog.closeSays");
			case "give-back":
				return say("dialog.giveBackSays");
			case "reopen":
				return ticket.mergedInto
					? say("dialog.unmergeSays", { number: ticket.mergedInto })
					: say("dialog.reopenSays");
		}
	}
}
