import { Anchor, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import type { Reconciliations } from "../../web/api/audit-shapes.ts";
import { useNow } from "../clock.ts";
import { useReader } from "../reader.ts";
import { briefTime } from "../times.ts";
import styles from "./proof.module.css";
import { useReconciliations, useVerification } from "./proof-queries.ts";
import { useProofWords } from "./proof-words.ts";

/** What does not hold, where anything does not: in the chain, and beside the carrier's records. */
export function Findings() {
	const say = useProofWords();
	const tampered = useVerification().data?.verification?.found ?? [];
	const calls = useReconciliations().data?.findings ?? [];
	return (
		<>
			{tampered.length > 0 ? (
				<section className={styles.part}>
					<Title order={2}>{say("tampered")}</Title>
					<Text maw="46rem">{say("tamperedHow")}</Text>
					<ul className={styles.findings}>
						{tampered.map((sentence) => (
							<li key={sentence} data-grave>
								{sentence}
							</li>
						))}
					</ul>
				</section>
			) : null}
			{calls.length > 0 ? (
				<section className={styles.part}>
					<Title order={2}>{say("calls")}</Title>
					<ul className={styles.findings}>
						{calls.map((finding) => (
							<li key={finding.call}>
								<Finding finding={finding} />
							</li>
						))}
					</ul>
				</section>
			) : null}
		</>
	);
}

function Finding({
	finding: { kind, ticket, arrivedAt, foundAt, line, call },
}: {
	finding: Reconciliations["findings"][number];
}) {
	const say = useProofWords();
	const reader = useReader(line);
	const now = useNow();
	const at = briefTime(new Date(arrivedAt ?? foundAt), now, reader);
	if (ticket === null)
		return (
			<>
				<span className={styles.time}>{at}</span> {say("noTicket", { call })}
			</>
		);
	return (
		<>
			<span className={styles.time}>{at}</span>{" "}
			{say(kind === "missing-here" ? "recovered" : "unknown")}{" "}
			<Anchor component={Link} underline="always" href={`/tickets/${ticket}`}>
				{ticket}
			</Anchor>
			.
		</>
	);
}
