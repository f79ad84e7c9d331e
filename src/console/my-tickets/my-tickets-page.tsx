import { Skeleton, Text, Title } from "@mantine/core";
import { useId } from "react";
import { Link } from "wouter";
import { urgencyWord } from "../../domain/ticket/urgency-words.ts";
import type { MyTicketRow } from "../../web/api/my-ticket-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { useReader } from "../reader.ts";
import { Refused } from "../refused.tsx";
import { Sentences } from "../sentences.tsx";
import { when } from "../times.ts";
import { useTitle } from "../title.ts";
import { useMyTickets } from "./my-ticket-queries.ts";
import { useMyTicketWords } from "./my-ticket-words.ts";
import styles from "./my-tickets.module.css";
import { useAbout, useWhatItIs } from "./what-it-is.ts";

/** What do I do now? Made for a phone, one thumb and the dark. */
export default function MyTicketsPage() {
	const say = useMyTicketWords();
	const { data, error, isPending } = useMyTickets();
	const tickets = data?.tickets ?? [];
	const open = tickets.filter(({ status }) => status !== "done");
	useTitle(say("title"));
	return (
		<div className={styles.page}>
			<Text c="dimmed">{say("title")}</Text>
			<Title order={1}>
				{isPending ? <Skeleton height={35} /> : <Headline open={open} />}
			</Title>
			{data && tickets.length === 0 ? (
				<Text mt="sm">{say("nothingMore")}</Text>
			) : null}
			<Refused error={error} />
			<List
				title={say("list.waiting")}
				tickets={open.filter(({ isMine }) => !isMine)}
			/>
			<List
				title={say("list.mine")}
				tickets={open.filter(({ isMine }) => isMine)}
			/>
			<List
				title={say("list.done")}
				tickets={tickets.filter(({ status }) => status === "done")}
			/>
		</div>
	);
}

function Headline({ open }: { open: readonly MyTicketRow[] }) {
	const say = useMyTicketWords();
	const whatItIs = useWhatItIs();
	const [first, ...rest] = open;
	const reader = useReader(first?.line);
	if (!first) return say("nothing");
	const texts = [whatItIs(first, reader)];
	if (rest.length > 0) texts.push(say("more", { count: rest.length }));
	return <Sentences texts={texts} />;
}

function List({
	title,
	tickets,
}: {
	title: string;
	tickets: readonly MyTicketRow[];
}) {
	const id = useId();
	if (tickets.length === 0) return null;
	return (
		<section aria-labelledby={id} className={styles.section}>
			<Title order={2} id={id}>
				{title}
			</Title>
			<ul className={styles.list}>
				{tickets.map((ticket) => (
					<Row key={ticket.number} ticket={ticket} />
				))}
			</ul>
		</section>
	);
}

function Row({ ticket }: { ticket: MyTicketRow }) {
	const say = useMyTicketWords();
	const { language } = useLanguage();
	const about = useAbout();
	const reader = useReader(ticket.line);
	const { number, urgency, place, status, tenantName, onSiteAt } = ticket;
	const isOnSite = status === "under-way" && onSiteAt !== null;
	return (
		<li>
			<Link href={`/my-tickets/${number}`} className={styles.row ?? ""}>
				<span className={styles.what}>
					{urgency === "emergency" || urgency === "urgent" ? (
						<span className={styles.urgency} data-urgency={urgency}>
							{urgencyWord(urgency, language)}
						</span>
					) : null}
					{about(ticket, reader)}
				</span>
				{(place ?? tenantName) ? <span>{place ?? tenantName}</span> : null}
				<Times ticket={ticket} />
				{ticket.isMine && status !== "done" ? (
					<span className={styles.status}>
						{say(isOnSite ? "status.on-site" : `status.${status}`)}
					</span>
				) : null}
			</Link>
		</li>
	);
}

function Times({ ticket }: { ticket: MyTicketRow }) {
	const say = useMyTicketWords();
	const now = useNow();
	const reader = useReader(ticket.line);
	const { missedCallAt, doneAt, dueAt, openedAt, status } = ticket;
	const at = (instant: string) => when(new Date(instant), now, reader);
	const texts =
		status === "done" && doneAt && ticket.isMine
			? [say("list.doneAt", { when: at(doneAt) })]
			: missedCallAt
				? [say("list.missed", { when: at(missedCallAt) })]
				: [say("list.opened", { when: at(openedAt) })];
	if (!ticket.isMine && ticket.assigneeName)
		texts.push(say("list.heldBy", { name: ticket.assigneeName }));
	const isOverdue = dueAt !== null && new Date(dueAt) < now;
	return (
		<span className={styles.times}>
			{texts.join(" · ")}
			{dueAt && status !== "done" ? (
				<>
					{" · "}
					<span className={isOverdue ? styles.overdue : undefined}>
						{say(isOverdue ? "list.overdue" : "list.due", { when: at(dueAt) })}
					</span>
				</>
			) : null}
		</span>
	);
}
