import { Anchor } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "wouter";
import { bySession } from "./my-ticket-queries.ts";
import { useMyTicketWords } from "./my-ticket-words.ts";
import styles from "./ticket-at-work/ticket-at-work.module.css";
import { TicketAtWork } from "./ticket-at-work/ticket-at-work.tsx";

/** One ticket, for whoever works on it and is signed in. */
export default function MyTicketPage({ number }: { number: string }) {
	const say = useMyTicketWords();
	return (
		<TicketAtWork number={number} access={bySession}>
			<Anchor component={Link} href="/my-tickets" className={styles.back ?? ""}>
				<IconArrowLeft size={18} aria-hidden />
				{say("back")}
			</Anchor>
		</TicketAtWork>
	);
}
