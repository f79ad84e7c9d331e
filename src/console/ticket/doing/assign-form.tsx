import { Select, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Ticket } from "../../../web/api/shapes.ts";
import { useAssignees } from "../../assignees.ts";
import { FormDialog } from "../../form-dialog.tsx";
import { useDoing } from "../ticket-queries.ts";
import { useTicketWords } from "../ticket-words.ts";
import type { DoingForm } from "./doing-dialog.tsx";

type Assignee = NonNullable<Ticket["assignee"]>;

const nobody = "nobody";

/** Who is to have the ticket: somebody of the rota or of the office, or nobody any more. */
export function AssignForm({ ticket, title, onClose }: DoingForm) {
	const say = useTicketWords();
	const assignees = useAssignees(ticket.line);
	const doing = useDoing(ticket, onClose);
	const [chosen, choose] = useState<string | null>(null);
	const [reason, setReason] = useState("");
	const [isTried, setTried] = useState(false);
	const list = assignees.data?.assignees ?? [];
	const data = list.map((one) => ({ value: keyOf(one), label: one.name }));
	const submit = () => {
		setTried(true);
		if (chosen === null) return;
		const found = list.find((one) => keyOf(one) === chosen);
		const why = reason.trim();
		doing.mutate({
			verb: "assign",
			body: { to: found ? told(found) : null, ...(why && { reason: why }) },
		});
	};
	return (
		<FormDialog
			title={title}
			yes={title}
			saving={doing}
			save={submit}
			close={onClose}
		>
			<Text>{say("dialog.assignSays")}</Text>
			<Select
				data-autofocus
				label={say("dialog.assignTo")}
				data={[
					...data,
					...(ticket.assignee
						? [{ value: nobody, label: say("work.noOne") }]
						: []),
				]}
				value={chosen}
				onChange={choose}
				searchable
				allowDeselect={false}
				maxDropdownHeight={200}
				nothingFoundMessage={say("work.none")}
				error={
					assignees.error?.message ??
					(isTried && chosen === null ? say("dialog.assignMissing") : null)
				}
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

function keyOf({ person, account }: Assignee): string {
	return person === null ? `account ${account}` : `person ${person}`;
}

function told({ person, account }: Assignee): object {
	return person === null ? { account } : { person };
}
