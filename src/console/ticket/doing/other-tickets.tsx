import { Radio } from "@mantine/core";
import type { Ref } from "react";
import type { TicketStatus } from "../../../domain/ticket/ticket.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { useReader } from "../../reader.ts";
import { when } from "../../times.ts";
import styles from "./doing.module.css";

/** What one has to know of a ticket to choose it. */
interface OtherTicket {
	readonly number: string;
	readonly openedAt: string;
	readonly status: TicketStatus;
	readonly summary: string | null;
	readonly place: string | null;
	/** Why it is offered, or who reported it. */
	readonly note: string;
}

/** One of several tickets, to be chosen. */
export function OtherTickets({
	label,
	tickets,
	line,
	chosen,
	onChoose,
	isFirst = false,
	first,
}: {
	label: string;
	tickets: readonly OtherTicket[];
	line: string;
	chosen: string;
	onChoose(number: string): void;
	/** Whether the window's keys begin here. */
	isFirst?: boolean;
	first?: Ref<HTMLInputElement>;
}) {
	const { t } = useLanguage();
	const now = useNow();
	const reader = useReader(line);
	return (
		<Radio.Group label={label} value={chosen} onChange={onChoose}>
			<div className={styles.others}>
				{tickets.map(
					({ number, openedAt, status, summary, place, note }, index) => (
						<Radio
							key={number}
							value={number}
							{...(index === 0 && { ref: first ?? null })}
							data-autofocus={(isFirst && index === 0) || undefined}
							label={[number, summary, place].filter(Boolean).join(", ")}
							description={[
								when(new Date(openedAt), now, reader),
								t(`status.${status}`),
								note,
							].join(" · ")}
						/>
					),
				)}
			</div>
		</Radio.Group>
	);
}
