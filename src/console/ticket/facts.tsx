import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Ticket } from "../../web/api/shapes.ts";
import { useCallerName } from "../caller.tsx";
import { useLanguage } from "../language.tsx";
import { useOnDuty } from "../queries.ts";
import { useReader } from "../reader.ts";
import { fullTime } from "../times.ts";
import styles from "./facts.module.css";

/** What is on record of the ticket itself. */
export function Facts({ ticket }: { ticket: Ticket }) {
	const { language, t } = useLanguage();
	const callerName = useCallerName();
	const reader = useReader(ticket.line);
	const lines = useOnDuty().data?.lines ?? [];
	const line = lines.find((each) => each.line === ticket.line);
	const time = (at: string | null) => at && fullTime(new Date(at), reader);
	return (
		<aside aria-labelledby="facts">
			<Title order={2} id="facts">
				{t("ticket.facts")}
			</Title>
			<dl className={styles.facts}>
				<Fact name={t("ticket.number")}>{ticket.number}</Fact>
				<Fact name={t("ticket.status")}>{t(`status.${ticket.status}`)}</Fact>
				<Fact name={t("status.acknowledged")}>
					{ticket.acknowledgedBy}
					{ticket.acknowledgedAt ? (
						<span className={styles.second}>{time(ticket.acknowledgedAt)}</span>
					) : null}
				</Fact>
				<Fact name={t("ticket.caller")}>{callerName(ticket.caller)}</Fact>
				<Fact name={t("ticket.language")}>
					{t(`languages.${ticket.language}`)}
				</Fact>
				<Fact name={t("ticket.line")}>
					{line ? line.name[language] : ticket.line}
				</Fact>
				<Fact name={t("ticket.arrival")}>{time(ticket.openedAt)}</Fact>
				<Fact name={t("ticket.end")}>{time(ticket.endedAt)}</Fact>
				<Fact name={t("ticket.rota")}>{ticket.rotaVersion}</Fact>
			</dl>
		</aside>
	);
}

/** What is not known takes no place. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
	if (children === null || (Array.isArray(children) && !children.some(Boolean)))
		return null;
	return (
		<div className={styles.fact}>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}
