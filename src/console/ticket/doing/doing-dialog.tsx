import { Modal } from "@mantine/core";
import type { Ticket } from "../../../web/api/shapes.ts";
import type { TicketHistory } from "../../../web/api/ticket-history-shapes.ts";
import { useTicketWords } from "../ticket-words.ts";
import { AssignForm } from "./assign-form.tsx";
import { MergeForm } from "./merge-form.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { SplitForm } from "./split-form.tsx";

/** What is asked about before it is done. */
export type DialogKind =
	| "finish"
	| "close"
	| "assign"
	| "give-back"
	| "reopen"
	| "merge"
	| "split";

export interface DoingForm {
	readonly ticket: Ticket;
	readonly onClose: () => void;
}

/** Asks what is needed before something is done with the ticket. */
export function DoingDialog({
	kind,
	history,
	...form
}: DoingForm & { kind: DialogKind; history: TicketHistory | undefined }) {
	const say = useTicketWords();
	const title =
		kind === "reopen" && form.ticket.mergedInto
			? say("action.unmerge")
			: say(`action.${kind}`);
	return (
		<Modal
			opened
			onClose={form.onClose}
			title={title.replace(/ …$/, "")}
			closeButtonProps={{ "aria-label": say("dialog.cancel") }}
			lockScroll={false}
			transitionProps={{ duration: 0 }}
		>
			<Form kind={kind} history={history} {...form} />
		</Modal>
	);
}

function Form({
	kind,
	history,
	...form
}: DoingForm & { kind: DialogKind; history: TicketHistory | undefined }) {
	switch (kind) {
		case "assign":
			return <AssignForm {...form} />;
		case "merge":
			return <MergeForm related={history?.related ?? []} {...form} />;
		case "split":
			return <SplitForm {...form} />;
		default:
			return <ReasonForm kind={kind} {...form} />;
	}
}
