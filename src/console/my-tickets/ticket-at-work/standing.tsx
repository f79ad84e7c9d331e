import { Text } from "@mantine/core";
import { urgencyWord } from "../../../domain/ticket/urgency-words.ts";
import type { MyTicket } from "../../../web/api/my-ticket-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { when } from "../../times.ts";
import type { Reader } from "../../wall-clock.ts";
import { useMyTicketWords } from "../my-ticket-words.ts";
import styles from "./ticket-at-work.module.css";

/** How the ticket stands, in a sentence: who has it, since when, and how urgent it is. */
export function Standing({
	ticket,
	reader,
}: {
	ticket: MyTicket;
	reader: Reader;
}) {
	const say = useMyTicketWords();
	const { language } = useLanguage();
	const now = useNow();
	const sentence = useSentence(ticket, reader);
	const { urgency, dueAt, doneAt } = ticket;
	const isUrgent = urgency === "emergency" || urgency === "urgent";
	const isOverdue = dueAt !== null && doneAt === null && new Date(dueAt) < now;
	return (
		<div className={styles.standing} aria-live="polite">
			<Text
				fw={500}
				c={
					ticket.status === "new" || ticket.missedCallAt
						? "var(--nobody)"
						: "var(--mantine-color-text)"
				}
			>
				{sentence}
			</Text>
			{isUrgent || dueAt ? (
				<Text size="sm" c={isOverdue ? "var(--nobody)" : "dimmed"}>
					{[
						isUrgent ? urgencyWord(urgency, language) : null,
						dueAt && doneAt === null
							? say(isOverdue ? "facts.overdue" : "facts.due", {
									when: when(new Date(dueAt), now, reader),
								})
							: null,
					]
						.filter(Boolean)
						.join(" · ")}
				</Text>
			) : null}
		</div>
	);
}

function useSentence(ticket: MyTicket, reader: Reader): string {
	const say = useMyTicketWords();
	const now = useNow();
	const at = (instant: string | null) => ({
		when: instant ? when(new Date(instant), now, reader) : "",
	});
	const { assignee, status } = ticket;
	const name = assignee?.name ?? "";
	const isYou = assignee?.isYou === true;
	if (ticket.mergedInto)
		return say("now.merged", { number: ticket.mergedInto });
	if (status === "closed") return say("now.closed");
	if (ticket.missedCallAt) return say("now.missed", at(ticket.missedCallAt));
	switch (status) {
		case "new":
			return say("now.new");
		case "assigned":
			return isYou ? say("now.assignedToYou") : say("now.assigned", { name });
		case "done":
			return say("now.done", at(ticket.doneAt));
		case "acknowledged":
			return isYou
				? say("now.yours", at(ticket.acknowledgedAt))
				: say("now.theirs", { name });
		case "under-way":
			if (ticket.onSiteAt)
				return isYou
					? say("now.onSite", at(ticket.onSiteAt))
					: say("now.theirsOnSite", { name, ...at(ticket.onSiteAt) });
			return isYou
				? say("now.underWay", at(ticket.underWayAt))
				: say("now.theirsUnderWay", { name, ...at(ticket.underWayAt) });
	}
}
