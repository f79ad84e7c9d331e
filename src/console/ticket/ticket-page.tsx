import { Anchor, Skeleton, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Ticket } from "../../web/api/shapes.ts";
import { Acknowledge } from "../acknowledge.tsx";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { OutcomeSign } from "../outcome.tsx";
import { useTicket } from "../queries.ts";
import { useReader } from "../reader.ts";
import { Sentences } from "../sentences.tsx";
import { fullTime, when } from "../times.ts";
import { useTitle } from "../title.ts";
import { Facts } from "./facts.tsx";
import { ticketHeadline } from "./headline.ts";
import { Recordings } from "./recordings.tsx";
import styles from "./ticket-page.module.css";
import { TicketTimeline } from "./ticket-timeline.tsx";

/** What happened to one call, and why so? */
export default function TicketPage({ number }: { number: string }) {
	const { t } = useLanguage();
	const ticket = useTicket(number);
	useTitle(number);
	return (
		<>
			<Anchor component={Link} href="/" className={styles.back ?? ""}>
				<IconArrowLeft size={18} aria-hidden />
				{t("ticket.back")}
			</Anchor>
			{ticket.data ? <Whole ticket={ticket.data} /> : null}
			{ticket.isPending ? (
				<>
					<Skeleton height={35} maw={560} />
					<Skeleton height={420} mt="xl" />
				</>
			) : null}
			{ticket.error && !ticket.data ? (
				<Title order={1}>
					{ticket.error.message || t("trouble.unreachable")}
				</Title>
			) : null}
		</>
	);
}

function Whole({ ticket }: { ticket: Ticket }) {
	const { language, t } = useLanguage();
	const now = useNow();
	const reader = useReader(ticket.line);
	const at = new Date(ticket.openedAt);
	return (
		<>
			<Title order={1}>
				<Sentences texts={ticketHeadline(ticket, when(at, now, reader), t)} />
			</Title>
			<div className={styles.under}>
				<OutcomeSign ticket={ticket} />
				<Text c="dimmed" component="span">
					{fullTime(at, reader)}
				</Text>
				<Acknowledge ticket={ticket} isUrgent />
			</div>
			<div className={styles.columns}>
				<div className={styles.main}>
					<Recordings ticket={ticket} />
					<section>
						<Title order={2} mb="md">
							{t("ticket.timeline")}
						</Title>
						<TicketTimeline ticket={ticket} />
					</section>
					<section>
						<Title order={2} mb="xs">
							{t("ticket.story")}
						</Title>
						<ol className={styles.story}>
							{ticket.story.map((sentence) => (
								<li key={sentence}>{sentence}</li>
							))}
						</ol>
						<Text c="dimmed" mt="sm">
							{t("ticket.because")}: {ticket.because[language]}
						</Text>
					</section>
				</div>
				<Facts ticket={ticket} />
			</div>
		</>
	);
}
