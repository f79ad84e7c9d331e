import { Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../../form-dialog.tsx";
import { useDoing } from "../ticket-queries.ts";
import { useTicketWords } from "../ticket-words.ts";
import type { DoingForm } from "./doing-dialog.tsx";

/** What asks for nothing but a word: why, or what was done. */
export function ReasonForm({
	kind,
	ticket,
	title,
	onClose,
}: DoingForm & { kind: "finish" | "close" | "give-back" | "reopen" }) {
	const say = useTicketWords();
	const doing = useDoing(ticket, onClose);
	const [text, setText] = useState("");
	const [isTried, setTried] = useState(false);
	const isNeeded = kind === "give-back" || kind === "reopen";
	const isMissing = isNeeded && text.trim() === "";
	const submit = () => {
		setTried(true);
		if (isMissing) return;
		const word = text.trim();
		const told = kind === "finish" ? { note: word } : { reason: word };
		doing.mutate({ verb: kind, body: word === "" ? {} : told });
	};
	return (
		<FormDialog
			title={title}
			yes={title}
			saving={doing}
			save={submit}
			close={onClose}
		>
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
		</FormDialog>
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
