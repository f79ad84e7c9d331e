import { Checkbox, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNow } from "../../clock.ts";
import { FormDialog } from "../../form-dialog.tsx";
import { useLanguage } from "../../language.tsx";
import { useReader } from "../../reader.ts";
import { when } from "../../times.ts";
import { useDoing } from "../ticket-queries.ts";
import { useTicketWords } from "../ticket-words.ts";
import styles from "./doing.module.css";
import type { DoingForm } from "./doing-dialog.tsx";

/** Which calls are about something else, and about what. */
export function SplitForm({ ticket, title, onClose }: DoingForm) {
	const say = useTicketWords();
	const { t } = useLanguage();
	const now = useNow();
	const reader = useReader(ticket.line);
	const doing = useDoing(ticket, onClose);
	const [calls, choose] = useState<string[]>([]);
	const [summary, setSummary] = useState("");
	const [isTried, setTried] = useState(false);
	const isMissing = calls.length === 0 || calls.length === ticket.calls.length;
	const submit = () => {
		setTried(true);
		if (isMissing || summary.trim() === "") return;
		doing.mutate({ verb: "split", body: { calls, summary: summary.trim() } });
	};
	return (
		<FormDialog
			title={title}
			yes={title}
			saving={doing}
			save={submit}
			close={onClose}
		>
			<Text>{say("dialog.splitSays")}</Text>
			<Checkbox.Group
				label={say("dialog.splitCalls")}
				value={calls}
				onChange={choose}
				error={isTried && isMissing ? say("dialog.splitMissing") : null}
			>
				<div className={styles.calls}>
					{ticket.calls.map(({ sid, arrivedAt, outcome, endedAt }, index) => (
						<Checkbox
							key={sid}
							value={sid}
							data-autofocus={index === 0 || undefined}
							disabled={endedAt === null}
							label={when(new Date(arrivedAt), now, reader)}
							description={t(`outcome.${outcome ?? "none"}`)}
						/>
					))}
				</div>
			</Checkbox.Group>
			<TextInput
				label={say("dialog.splitSummary")}
				value={summary}
				maxLength={200}
				error={
					isTried && summary.trim() === ""
						? say("dialog.splitSummaryMissing")
						: null
				}
				onChange={(event) => setSummary(event.currentTarget.value)}
			/>
		</FormDialog>
	);
}
