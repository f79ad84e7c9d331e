import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import { actionInWords } from "../../domain/audit/actions.ts";
import { actorInWords } from "../../domain/audit/actors.ts";
import { fieldInWords } from "../../domain/audit/field-words.ts";
import { nameKey } from "../../domain/audit/named-things.ts";
import { reasonInWords } from "../../domain/audit/reasons.ts";
import { subjectInWords } from "../../domain/audit/subject-words.ts";
import { type Known, valueInWords } from "../../domain/audit/value-words.ts";
import type { AuditPage } from "../../web/api/audit-shapes.ts";
import { useNow } from "../clock.ts";
import { useReader } from "../reader.ts";
import { briefTime, fullTime } from "../times.ts";
import styles from "./proof.module.css";
import { useProofWords } from "./proof-words.ts";

type Entry = AuditPage["entries"][number];

/** Names of what the entries name by an id. */
type Names = AuditPage["names"];

export function Entries({
	entries,
	names,
}: {
	entries: readonly Entry[];
	names: Names;
}) {
	return (
		<ol className={styles.entries}>
			{entries.map((entry) => (
				<li key={entry.id}>
					<OneEntry entry={entry} names={names} />
				</li>
			))}
		</ol>
	);
}

/** When, who did what to what; below it why, from where, and what changed. */
function OneEntry({ entry, names }: { entry: Entry; names: Names }) {
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
					<Subject subject={entry.subject} names={names} />
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
				<Changes changes={entry.changes} names={names} />
			</div>
		</article>
	);
}

function Subject({
	subject,
	names,
}: {
	subject: Entry["subject"];
	names: Names;
}) {
	const { language } = useReader();
	const known = useKnown(names);
	if (subject.kind === "ticket")
		return (
			<Anchor
				component={Link}
				underline="always"
				href={`/tickets/${subject.id}`}
			>
				{subject.id}
			</Anchor>
		);
	// Ids that say nothing to a reader are found in the table that is taken out.
	const words = subjectInWords(subject, language, known);
	return words === null ? null : <span>({words})</span>;
}

function useKnown(names: Names): Known {
	const reader = useReader();
	return {
		instant: (at) => fullTime(at, reader),
		name: (kind, id) => names[nameKey(kind, id)],
	};
}

/** What there was before and is now; only what is told, where nothing was before. */
function Changes({
	changes,
	names,
}: {
	changes: Entry["changes"];
	names: Names;
}) {
	const say = useProofWords();
	const { language } = useReader();
	const known = useKnown(names);
	if (changes.length === 0) return null;
	const told = (field: string, value: string | null) =>
		value === null ? "–" : valueInWords({ field, value }, language, known);
	const isChange = changes.some(({ from }) => from !== null);
	return (
		<details className={styles.changes}>
			<summary>
				{isChange ? say("changes", { count: changes.length }) : say("details")}
			</summary>
			<table>
				{isChange ? (
					<thead>
						<tr>
							<th scope="col">{say("field")}</th>
							<th scope="col">{say("before")}</th>
							<th scope="col">{say("after")}</th>
						</tr>
					</thead>
				) : null}
				<tbody>
					{changes.map(({ field, from, to }) => (
						<tr key={field}>
							<th scope="row">{fieldInWords(field, language)}</th>
							{isChange ? <td>{told(field, from)}</td> : null}
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
