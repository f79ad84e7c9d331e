import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { urgencyWord } from "../../domain/ticket/urgency-words.ts";
import type { Ticket } from "../../web/api/shapes.ts";
import { useCallerName } from "../caller.tsx";
import { useLanguage } from "../language.tsx";
import { useOnDuty } from "../queries.ts";
import { useReader } from "../reader.ts";
import { subjectName, useTicketSettings } from "../ticket-settings.ts";
import { fullTime } from "../times.ts";
import styles from "./facts.module.css";
import { useTicketWords } from "./ticket-words.ts";

/** What is known of the report itself, and does not change. */
export function Report({ ticket }: { ticket: Ticket }) {
	const say = useTicketWords();
	const { language } = useLanguage();
	const callerName = useCallerName();
	const time = useTime(ticket);
	const lines = useOnDuty().data?.lines ?? [];
	const line = lines.find((each) => each.line === ticket.line);
	return (
		<dl className={styles.facts}>
			<Fact name={say("work.number")}>{ticket.number}</Fact>
			<Fact name={say("fields.caller")}>{callerName(ticket.caller)}</Fact>
			<Fact name={say("fields.language")}>
				{say(`languages.${ticket.language}`)}
			</Fact>
			<Fact name={say("fields.line")}>
				{line ? line.name[language] : ticket.line}
			</Fact>
			<Fact name={say("fields.arrival")}>{time(ticket.openedAt)}</Fact>
			<Fact name={say("fields.acknowledgedBy")}>
				{ticket.acknowledgedBy}
				{ticket.acknowledgedAt ? (
					<span className={styles.second}>{time(ticket.acknowledgedAt)}</span>
				) : null}
			</Fact>
			<Fact name={say("fields.doneAt")}>{time(ticket.doneAt)}</Fact>
			<Fact name={say("fields.closedAt")}>{time(ticket.closedAt)}</Fact>
			{ticket.mergedInto ? (
				<Fact name={say("fields.mergedInto")}>
					<TicketLink number={ticket.mergedInto} />
				</Fact>
			) : null}
			{ticket.splitFrom ? (
				<Fact name={say("fields.splitFrom")}>
					<TicketLink number={ticket.splitFrom} />
				</Fact>
			) : null}
		</dl>
	);
}

/** What people have said of the ticket, to be read: on paper, and by whoever may not change it. */
export function Details({ ticket }: { ticket: Ticket }) {
	const say = useTicketWords();
	const { language, t } = useLanguage();
	const time = useTime(ticket);
	const settings = useTicketSettings().data;
	const { costs } = ticket;
	return (
		<dl className={styles.facts}>
			<Fact name={say("fields.status")}>{t(`status.${ticket.status}`)}</Fact>
			<Fact name={say("fields.assignee")}>
				{ticket.assignee?.name ?? say("work.noOne")}
			</Fact>
			<Fact name={say("fields.summary")}>{ticket.summary}</Fact>
			<Fact name={say("fields.subject")}>
				{subjectName(settings, ticket.subject, language)}
			</Fact>
			<Fact name={say("fields.urgency")}>
				{urgencyWord(ticket.urgency, language)}
			</Fact>
			<Fact name={say("fields.place")}>{ticket.place.words}</Fact>
			<Fact name={say("fields.tenant")}>{ticket.tenant?.name ?? null}</Fact>
			<Fact name={say("fields.due")}>{time(ticket.dueAt)}</Fact>
			<Fact name={say("fields.labels")}>
				{ticket.labels.length > 0 ? ticket.labels.join(", ") : null}
			</Fact>
			<Fact name={say("fields.costs")}>
				{say(
					costs === null
						? "fields.costsUnknown"
						: costs
							? "fields.costsYes"
							: "fields.costsNo",
				)}
			</Fact>
		</dl>
	);
}

function useTime({ line }: Ticket) {
	const reader = useReader(line);
	return (at: string | null) => at && fullTime(new Date(at), reader);
}

function TicketLink({ number }: { number: string }) {
	return (
		<Anchor component={Link} href={`/tickets/${number}`}>
			{number}
		</Anchor>
	);
}

/** What is not known takes no place. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
	if (isNothing(children)) return null;
	return (
		<div className={styles.fact}>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}

function isNothing(children: ReactNode): boolean {
	return (
		children === null || (Array.isArray(children) && !children.some(Boolean))
	);
}
