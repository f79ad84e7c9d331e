import { Anchor, Text, Title } from "@mantine/core";
import { useId } from "react";
import { Link } from "wouter";
import type { Ticket } from "../../web/api/shapes.ts";
import type { TicketHistory } from "../../web/api/ticket-history-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { useReader } from "../reader.ts";
import { briefTime } from "../times.ts";
import styles from "./related.module.css";
import { useTicketWords } from "./ticket-words.ts";

type RelatedTicket = TicketHistory["related"][number];

/** What else was reported from the same flat, and what is merged, split or near. */
export function Related({
	ticket,
	history,
}: {
	ticket: Ticket;
	history: TicketHistory | undefined;
}) {
	const say = useTicketWords();
	const related = history?.related ?? [];
	const earlier = related.filter(({ why }) => why === "same-flat");
	const others = related.filter(({ why }) => why !== "same-flat");
	return (
		<>
			{earlier.length > 0 ? (
				<List
					title={say("related.earlier")}
					tickets={earlier}
					line={ticket.line}
				/>
			) : null}
			{others.length > 0 ? (
				<List
					title={say("related.title")}
					tickets={others}
					line={ticket.line}
					saysWhy
				/>
			) : null}
		</>
	);
}

function List({
	title,
	tickets,
	line,
	saysWhy = false,
}: {
	title: string;
	tickets: readonly RelatedTicket[];
	line: string;
	saysWhy?: boolean;
}) {
	const say = useTicketWords();
	const { t } = useLanguage();
	const now = useNow();
	const reader = useReader(line);
	const id = useId();
	return (
		<section aria-labelledby={id}>
			<Title order={2} id={id} mb="xs">
				{title}
			</Title>
			<ul className={styles.list}>
				{tickets.map(({ number, openedAt, summary, place, status, why }) => (
					<li key={`${why} ${number}`}>
						<Anchor component={Link} href={`/tickets/${number}`}>
							{summary ?? number}
						</Anchor>
						<Text size="sm" c="dimmed">
							{[
								saysWhy ? say(`related.why.${why}`) : "",
								briefTime(new Date(openedAt), now, reader),
								saysWhy ? place : "",
								t(`status.${status}`),
							]
								.filter(Boolean)
								.join(" · ")}
						</Text>
					</li>
				))}
			</ul>
		</section>
	);
}
