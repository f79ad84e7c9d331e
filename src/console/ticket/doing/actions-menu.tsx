import { Button, Group, Menu } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { actionsFor, type TicketAction } from "../../../domain/ticket/life.ts";
import type { Ticket } from "../../../web/api/shapes.ts";
import type { TicketHistory } from "../../../web/api/ticket-history-shapes.ts";
import { Refused } from "../../refused.tsx";
import { useActor, useDoing } from "../ticket-queries.ts";
import { useTicketWords } from "../ticket-words.ts";
import styles from "./doing.module.css";
import { type DialogKind, DoingDialog } from "./doing-dialog.tsx";

/** In this order the work goes on; the first that can be done now is the one that comes next. */
const steps = ["acknowledge", "start", "finish", "close"] as const;

/** In the order of the menu; what comes next stands before it. */
const rest = [
	"acknowledge",
	"start",
	"arrive",
	"finish",
	"close",
	"assign",
	"give-back",
	"reopen",
	"merge",
	"split",
] as const;

type Doable = (typeof rest)[number];

/** What cannot be taken back by itself, or needs a word, is asked about first. */
const asked: ReadonlySet<string> = new Set<DialogKind>([
	"finish",
	"close",
	"assign",
	"give-back",
	"reopen",
	"merge",
	"split",
]);

function isAsked(action: Doable): action is DialogKind {
	return asked.has(action);
}

/** What whoever looks may do with the ticket now: the step that comes next as the one button, the others in a menu. */
export function Doings({
	ticket,
	history,
	dialog,
	onDialog,
}: {
	ticket: Ticket;
	history: TicketHistory | undefined;
	dialog: DialogKind | null;
	onDialog(kind: DialogKind | null): void;
}) {
	const say = useTicketWords();
	const { possible, next } = useDoable(ticket);
	const doing = useDoing(ticket);
	const [done, setDone] = useState<Doable | null>(null);
	const perform = (action: Doable) => {
		if (isAsked(action)) onDialog(action);
		else {
			setDone(action);
			doing.mutate({ verb: action });
		}
	};
	const ifPossible = (action: Doable) => () => {
		// What lies under a dialog is not what the keys are about.
		const isCovered = document.querySelector("[aria-modal=true]") !== null;
		if (!isCovered && possible.includes(action)) perform(action);
	};
	useHotkeys([
		["a", ifPossible("acknowledge")],
		["g", ifPossible("assign")],
		["m", ifPossible("merge")],
	]);
	const others = rest.filter(
		(action) => action !== next && possible.includes(action),
	);
	const label = (action: Doable) =>
		say(
			action === "reopen" && ticket.mergedInto
				? "action.unmerge"
				: `action.${action}`,
		);
	return (
		<div className={styles.doings}>
			<Group gap="xs">
				{next ? (
					<Button
						loading={doing.isPending && done === next}
						onClick={() => perform(next)}
						className={styles.next ?? ""}
					>
						{label(next)}
					</Button>
				) : null}
				<Menu
					position="bottom-start"
					width={240}
					withInitialFocusPlaceholder={false}
				>
					<Menu.Target>
						<Button
							variant="default"
							rightSection={<IconChevronDown size={16} aria-hidden />}
						>
							{say("work.more")}
						</Button>
					</Menu.Target>
					<Menu.Dropdown>
						{others.map((action) => (
							<Menu.Item key={action} onClick={() => perform(action)}>
								{label(action)}
							</Menu.Item>
						))}
						<Menu.Item onClick={() => window.print()}>
							{say("action.print")}
						</Menu.Item>
					</Menu.Dropdown>
				</Menu>
			</Group>
			<Refused error={doing.error} />
			{dialog ? (
				<DoingDialog
					kind={dialog}
					ticket={ticket}
					history={history}
					onClose={() => onDialog(null)}
				/>
			) : null}
		</div>
	);
}

/** What can be done now, and what of it comes next. */
export function useDoable(ticket: Ticket): {
	readonly possible: readonly Doable[];
	readonly next: Doable | null;
} {
	const allowed: readonly TicketAction[] = actionsFor(ticket, useActor());
	const possible = rest.filter(
		(action) =>
			allowed.includes(action) &&
			(action !== "split" || ticket.calls.length > 1),
	);
	// While the first call goes on there is nothing to say about it yet.
	const isRinging = ticket.outcome === null && ticket.channel === "phone";
	const next =
		(ticket.mergedInto || isRinging
			? null
			: steps.find((step) => possible.includes(step))) ?? null;
	return { possible, next };
}
