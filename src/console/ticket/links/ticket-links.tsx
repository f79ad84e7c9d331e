import { Button, Text, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Ticket } from "../../../web/api/shapes.ts";
import type { TicketLinks as Held } from "../../../web/api/ticket-link-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { useReader } from "../../reader.ts";
import { ask } from "../../server.ts";
import { when } from "../../times.ts";
import styles from "../related.module.css";
import { EndLink } from "./end-link.tsx";
import { useLinksWords } from "./links-words.ts";

/** Who can open the ticket from a text message, without signing in; nothing where nobody can. */
export function TicketLinks({ ticket }: { ticket: Ticket }) {
	const say = useLinksWords();
	const { language } = useLanguage();
	const reader = useReader(ticket.line);
	const now = useNow();
	const title = useId();
	const [ended, setEnded] = useState<string | null>(null);
	const [asked, setAsked] = useState<Held["links"][number] | null>(null);
	const { data } = useQuery({
		queryKey: ["tickets", "links", ticket.number, language],
		queryFn: ({ signal }) =>
			ask<Held>(`/api/tickets/${ticket.number}/links`, language, { signal }),
	});
	const links = data?.links ?? [];
	const time = (at: string) => when(new Date(at), now, reader);
	return (
		<>
			{links.length > 0 ? (
				<section aria-labelledby={title}>
					<Title order={2} id={title} mb="xs">
						{say("title")}
					</Title>
					<ul className={styles.list}>
						{links.map((link) => (
							<li key={link.id}>
								<Text>
									{say("holds", {
										...{ name: link.name, at: time(link.at) },
										until: time(link.until),
									})}
								</Text>
								<Button
									variant="default"
									size="compact-md"
									mt={4}
									aria-label={say("endOf", { name: link.name })}
									onClick={() => setAsked(link)}
								>
									{say("end")}
								</Button>
							</li>
						))}
					</ul>
				</section>
			) : null}
			<VisuallyHidden role="status">
				{ended === null ? "" : say("ended", { name: ended })}
			</VisuallyHidden>
			{asked ? (
				<EndLink
					number={ticket.number}
					link={asked}
					close={() => setAsked(null)}
					onEnd={() => setEnded(asked.name)}
				/>
			) : null}
		</>
	);
}
