import { Radio, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { TicketHistory } from "../../../web/api/ticket-history-shapes.ts";
import { useNow } from "../../clock.ts";
import { useReader } from "../../reader.ts";
import { when } from "../../times.ts";
import { useDoing } from "../ticket-queries.ts";
import { useTicketWords } from "../ticket-words.ts";
import styles from "./doing.module.css";
import type { DoingForm } from "./doing-dialog.tsx";
import { FormEnd } from "./form-end.tsx";

/** Into which other ticket this one goes: one that is near enough to be the same fault, or any by its number. */
export function MergeForm({
	ticket,
	related,
	onClose,
}: DoingForm & { related: TicketHistory["related"] }) {
	const say = useTicketWords();
	const doing = useDoing(ticket, onClose);
	const near = related.filter(({ canMerge }) => canMerge);
	const [chosen, choose] = useState("");
	const [typed, type] = useState("");
	const [reason, setReason] = useState("");
	const [isTried, setTried] = useState(false);
	const into = typed.trim() || chosen;
	const isMissing = !/^\d{4}-\d{6,18}$/.test(into);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (isMissing) return;
		const why = reason.trim();
		doing.mutate({
			verb: "merge",
			body: { into, ...(why && { reason: why }) },
		});
	};
	return (
		<form onSubmit={submit} noValidate>
			<Stack gap="md">
				<Text>{say("dialog.mergeSays")}</Text>
				{near.length === 0 ? (
					<Text c="dimmed">{say("dialog.mergeNone")}</Text>
				) : (
					<Radio.Group
						label={say("dialog.mergeNear")}
						value={chosen}
						onChange={(number) => {
							choose(number);
							type("");
						}}
					>
						<div className={styles.near}>
							{near.map((one, index) => (
								<NearTicket
									key={one.number}
									one={one}
									line={ticket.line}
									isFirst={index === 0}
								/>
							))}
						</div>
					</Radio.Group>
				)}
				<TextInput
					data-autofocus={near.length === 0 || undefined}
					label={say("dialog.mergeOther")}
					value={typed}
					maxLength={40}
					error={isTried && isMissing ? say("dialog.mergeMissing") : null}
					onChange={(event) => {
						type(event.currentTarget.value);
						choose("");
					}}
				/>
				<TextInput
					label={say("dialog.reasonOptional")}
					value={reason}
					maxLength={500}
					onChange={(event) => setReason(event.currentTarget.value)}
				/>
				<FormEnd
					label={say("action.merge").replace(/ …$/, "")}
					isPending={doing.isPending}
					error={doing.error}
					onClose={onClose}
				/>
			</Stack>
		</form>
	);
}

function NearTicket({
	one: { number, openedAt, summary, place, why },
	line,
	isFirst,
}: {
	one: TicketHistory["related"][number];
	line: string;
	isFirst: boolean;
}) {
	const say = useTicketWords();
	const now = useNow();
	const reader = useReader(line);
	return (
		<Radio
			value={number}
			data-autofocus={isFirst || undefined}
			label={[number, summary, place].filter(Boolean).join(", ")}
			description={`${say(`related.why.${why}`)}, ${when(new Date(openedAt), now, reader)}`}
		/>
	);
}
