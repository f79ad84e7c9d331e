import { Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Ticket } from "../../web/api/shapes.ts";
import { Acknowledge } from "../acknowledge.tsx";
import { useCallerName } from "../caller.tsx";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { isAlarm } from "../outcome.tsx";
import { useNewTickets } from "../queries.ts";
import { useReader } from "../reader.ts";
import { ago, when } from "../times.ts";
import styles from "./alarms.module.css";

/** Calls that nobody took and nobody has acknowledged: first on the page until somebody has. */
export function Alarms() {
	const { t } = useLanguage();
	const tickets = useNewTickets().data?.tickets ?? [];
	const alarms = tickets.filter(isAlarm);
	return (
		<div aria-live="assertive">
			{alarms.length === 0 ? null : (
				<section className={styles.alarms} aria-labelledby="alarms">
					<Title order={2} id="alarms" className={styles.title ?? ""}>
						<IconAlertTriangle size={20} aria-hidden />
						{t("alarm.title", { count: alarms.length })}
					</Title>
					<ul className={styles.list}>
						{alarms.map((ticket) => (
							<Alarm key={ticket.id} ticket={ticket} />
						))}
					</ul>
				</section>
			)}
		</div>
	);
}

function Alarm({ ticket }: { ticket: Ticket }) {
	const { t } = useLanguage();
	const callerName = useCallerName();
	const now = useNow();
	const reader = useReader(ticket.line);
	const at = new Date(ticket.openedAt);
	return (
		<li className={styles.alarm}>
			<div>
				<p className={styles.what}>
					{t(`alarm.${kindOf(ticket)}`, {
						caller: callerName(ticket.caller),
						when: when(at, now, reader),
					})}
				</p>
				<p className={styles.detail}>
					<Link href={`/tickets/${ticket.number}`} className={styles.link}>
						{ticket.number}
					</Link>
					{" · "}
					{ago(at, now, reader)}
				</p>
			</div>
			<div className={styles.act}>
				<Acknowledge ticket={ticket} isUrgent />
			</div>
		</li>
	);
}

function kindOf({ outcome }: Ticket): "voicemail" | "failed" | "unanswered" {
	return outcome === "voicemail" || outcome === "failed"
		? outcome
		: "unanswered";
}
