import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import { actionInWords } from "../../domain/audit/actions.ts";
import { actorInWords } from "../../domain/audit/actors.ts";
import { fieldInWords } from "../../domain/audit/field-words.ts";
import { reasonInWords } from "../../domain/audit/reasons.ts";
import { valueInWords } from "../../domain/audit/value-words.ts";
import type { AuditPage } from "../../web/api/audit-shapes.ts";
import { useNow } from "../clock.ts";
import { useReader } from "../reader.ts";
import { briefTime, fullTime } from "../times.ts";
import styles from "./proof.module.css";
import { useProofWords } from "./proof-words.ts";

type Entry = AuditPage["entries"][number];

export function Entries({ entries }: { entries: readonly Entry[] }) {
	return (
		<ol className={styles.entries}>
			{entries.map((entry) => (
				<li key={entry.id}>
					<OneEntry entry={entry} />
				</li>
			))}
		</ol>
	);
}

/** When, who did what to what; below it why, from where, and what changed. */
function OneEntry({ entry }: { entry: Entry }) {
	const say = useProofWords();
	const reader = useReader();
	const now = useNow();
	const at = new Date(entry.at);
	const originText = useOriginText();
	const reason = reasonInWords(entry)?.[reader.language];
	const { origin, account, id } = entry;
	return (
		<article className={styles.entry}>
			<time
				className={styles.time}
				dateTime={entry.at}
				title={fullTime(at, reader)}
			>
				{briefTime(at, now, reader)}
			</time>
			<div>
				<p className={styles.sentence}>
					<strong>{actorInWords(entry.actor)[reader.language]}</strong>{" "}
					{actionInWords(entry.action)[reader.language]}{" "}
					<Subject subject={entry.subject} />
				</p>
				{reason ? (
					<p className={styles.small}>{say("reason", { reason })}</p>
				) : null}
				<p className={styles.small}>
					{[
						...(origin ? [say("origin", { origin: originText(origin) })] : []),
						...(account && account !== entry.actor
							? [say("account", { account })]
							: []),
						say("number", { id }),
					].join(" · ")}
				</p>
				<Changes changes={entry.changes} />
			</div>
		</article>
	);
}

function Subject({ subject: { kind, id } }: { subject: Entry["subject"] }) {
	if (kind === "ticket")
		return (
			<Anchor component={Link} underline="always" href={`/tickets/${id}`}>
				{id}
			</Anchor>
		);
	// Ids that say nothing to a reader are found in the table that is taken out.
	return /^[0-9a-f]{8}-/.test(id) ? null : <span>({id})</span>;
}

function Changes({ changes }: { changes: Entry["changes"] }) {
	const say = useProofWords();
	const reader = useReader();
	const { language } = reader;
	if (changes.length === 0) return null;
	const told = (field: string, value: string | null) =>
		value === null
			? "–"
			: valueInWords({ field, value }, language, (at) => fullTime(at, reader));
	return (
		<details className={styles.changes}>
			<summary>{say("changes", { count: changes.length })}</summary>
			<table>
				<thead>
					<tr>
						<th scope="col">{say("field")}</th>
						<th scope="col">{say("before")}</th>
						<th scope="col">{say("after")}</th>
					</tr>
				</thead>
				<tbody>
					{changes.map(({ field, from, to }) => (
						<tr key={field}>
							<th scope="row">{fieldInWords(field, language)}</th>
							<td>{told(field, from)}</td>
							<td>{told(field, to)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}

function useOriginText(): (origin: string) => string {
	const say = useProofWords();
	return (origin) => {
		const [door, name = ""] = origin.split(": ");
		switch (door) {
			case "phone":
			case "carrier":
				return say(`doors.${door}`);
			case "text message":
				return say("doors.text");
			case "service start":
				return say("doors.start");
			case "command line":
				return say("doors.command", { name });
			case "job":
				return say("doors.job", { name });
			default:
				return origin;
		}
	};
}
