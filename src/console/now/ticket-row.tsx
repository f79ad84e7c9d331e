import { Accordion, Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { Ticket } from "../../web/api/shapes.ts";
import { Acknowledge } from "../acknowledge.tsx";
import { useCallerName } from "../caller.tsx";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { OutcomeSign } from "../outcome.tsx";
import { useReader } from "../reader.ts";
import { ago, briefTime, fullTime } from "../times.ts";
import styles from "./ticket-row.module.css";

/** One ticket in the list; the whole row opens its story. */
export function TicketRow({
	ticket,
	isNew,
}: {
	ticket: Ticket;
	isNew: boolean;
}) {
	const { t } = useLanguage();
	const callerName = useCallerName();
	return (
		<Accordion.Item value={ticket.id} data-new={isNew || undefined}>
			<Accordion.Control>
				<span className={styles.row}>
					<Arrival ticket={ticket} />
					<span className={styles.caller}>
						{callerName(ticket.caller)}
						{isNew ? (
							<span className={styles.new}>{t("tickets.new")}</span>
						) : null}
					</span>
					<span className={styles.outcome}>
						<OutcomeSign ticket={ticket} />
					</span>
					<span className={styles.answered}>{ticket.answeredBy?.name}</span>
					<span className={styles.number}>{ticket.number}</span>
				</span>
			</Accordion.Control>
			<Accordion.Panel>
				<Story ticket={ticket} />
			</Accordion.Panel>
		</Accordion.Item>
	);
}

function Arrival({ ticket }: { ticket: Ticket }) {
	const now = useNow();
	const reader = useReader(ticket.line);
	const at = new Date(ticket.openedAt);
	return (
		<time
			className={styles.time}
			dateTime={ticket.openedAt}
			title={fullTime(at, reader)}
		>
			{briefTime(at, now, reader)}
			<span className={styles.ago}>{ago(at, now, reader)}</span>
		</time>
	);
}

function Story({ ticket }: { ticket: Ticket }) {
	const { language, t } = useLanguage();
	return (
		<div className={styles.story}>
			<ol className={styles.sentences}>
				{ticket.story.map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ol>
			<p className={styles.because}>{ticket.because[language]}</p>
			<div className={styles.acts}>
				<Acknowledge ticket={ticket} />
				<Anchor component={Link} href={`/tickets/${ticket.number}`}>
					{t("tickets.open")}
				</Anchor>
				{ticket.acknowledgedBy ? (
					<span className={styles.because}>
						{t("acknowledge.by", { name: ticket.acknowledgedBy })}
					</span>
				) : null}
			</div>
		</div>
	);
}
