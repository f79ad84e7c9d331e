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
	/** What is done: the window's name, and its button's. */
	readonly title: string;
	readonly onClose: () => void;
}

/** Asks what is needed before something is done with the ticket. */
export function DoingDialog({
	kind,
	history,
	ticket,
	onClose,
}: Omit<DoingForm, "title"> & {
	kind: DialogKind;
	history: TicketHistory | undefined;
}) {
	const say = useTicketWords();
	const isUnmerge = kind === "reopen" && ticket.mergedInto !== null;
	const action = say(isUnmerge ? "action.unmerge" : `action.${kind}`);
	const form = { ticket, title: action.replace(/ …$/, ""), onClose };
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
