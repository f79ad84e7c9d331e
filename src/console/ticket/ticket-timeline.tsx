import { Text, Timeline } from "@mantine/core";
import { IconPhoneEnd, IconPhoneIncoming } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Ticket } from "../../web/api/shapes.ts";
import { useLanguage } from "../language.tsx";
import { Initials } from "../person.tsx";
import { useReader } from "../reader.ts";
import { clockTime, stopwatch } from "../times.ts";
import styles from "./ticket-timeline.module.css";

/** The call from its arrival to its end: whom it rang, when, for how long, and how that ended. */
export function TicketTimeline({ ticket }: { ticket: Ticket }) {
	const { t } = useLanguage();
	return (
		<Timeline
			bulletSize={36}
			lineWidth={2}
			classNames={{ itemBullet: styles.bullet ?? "" }}
		>
			<Timeline.Item
				bullet={<IconPhoneIncoming size={18} aria-hidden />}
				title={
					<At ticket={ticket} at={ticket.openedAt}>
						{t("ticket.arrived")}
					</At>
				}
			/>
			{ticket.ringing.map((attempt) => (
				<Timeline.Item
					key={`${attempt.person} ${attempt.startedAt}`}
					bullet={<Initials id={attempt.person} name={attempt.name} />}
					title={
						<At ticket={ticket} at={attempt.startedAt}>
							{attempt.name}
						</At>
					}
				>
					<Attempt attempt={attempt} />
				</Timeline.Item>
			))}
			{ticket.endedAt ? (
				<Timeline.Item
					bullet={<IconPhoneEnd size={18} aria-hidden />}
					title={
						<At ticket={ticket} at={ticket.endedAt}>
							{t("ticket.ended")}
						</At>
					}
				>
					{ticket.talkSeconds === null ? null : (
						<Text size="sm">
							{t("ticket.talked", { duration: stopwatch(ticket.talkSeconds) })}
						</Text>
					)}
				</Timeline.Item>
			) : null}
		</Timeline>
	);
}

function Attempt({ attempt }: { attempt: Ticket["ringing"][number] }) {
	const { t } = useLanguage();
	const words = [
		t(`ringOutcome.${attempt.outcome}`),
		attempt.ringSeconds === null
			? ""
			: t("ticket.rang", { seconds: Math.round(attempt.ringSeconds) }),
	];
	return (
		<>
			<Text>{words.filter((word) => word !== "").join(". ")}</Text>
			<Text size="sm" c="dimmed">
				{t("ticket.step", { step: attempt.step + 1 })}
			</Text>
		</>
	);
}

function At({
	ticket,
	at,
	children,
}: {
	ticket: Ticket;
	at: string;
	children: ReactNode;
}) {
	const reader = useReader(ticket.line);
	return (
		<span className={styles.at}>
			<span>{children}</span>
			<time dateTime={at} className={styles.time}>
				{clockTime(new Date(at), reader, "seconds")}
			</time>
		</span>
	);
}
