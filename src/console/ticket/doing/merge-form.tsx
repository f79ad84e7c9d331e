import { Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TicketHistory } from "../../../web/api/ticket-history-shapes.ts";
import { FormDialog } from "../../form-dialog.tsx";
import { useDoing } from "../ticket-queries.ts";
import { useTicketWords } from "../ticket-words.ts";
import type { DoingForm } from "./doing-dialog.tsx";
import { FindOther } from "./find-other.tsx";
import { OtherTickets } from "./other-tickets.tsx";

/** Into which other ticket this one goes: one that is near enough to be the same fault, or any that is found. */
export function MergeForm({
	ticket,
	title,
	related,
	onClose,
}: DoingForm & { related: TicketHistory["related"] }) {
	const say = useTicketWords();
	const doing = useDoing(ticket, onClose);
	const near = related.filter(({ canMerge }) => canMerge);
	const [into, choose] = useState("");
	const [reason, setReason] = useState("");
	const [isTried, setTried] = useState(false);
	const why = reason.trim();
	return (
		<FormDialog
			title={title}
			yes={title}
			saving={doing}
			save={() => {
				setTried(true);
				if (into === "") return;
				doing.mutate({
					verb: "merge",
					body: { into, ...(why && { reason: why }) },
				});
			}}
			close={onClose}
		>
			<Text>{say("dialog.mergeSays")}</Text>
			{near.length === 0 ? null : (
				<OtherTickets
					label={say("dialog.mergeNear")}
					tickets={near.map((other) => ({
						...other,
						note: say(`related.why.${other.why}`),
					}))}
					line={ticket.line}
					chosen={into}
					onChoose={choose}
					isFirst
				/>
			)}
			<FindOther
				ticket={ticket}
				offered={near.map(({ number }) => number)}
				chosen={into}
				onChoose={choose}
				fault={isTried && into === "" ? say("dialog.mergeMissing") : null}
			/>
			<TextInput
				label={say("dialog.reasonOptional")}
				value={reason}
				maxLength={500}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
		</FormDialog>
	);
}
