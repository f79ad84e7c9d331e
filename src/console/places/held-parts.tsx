import { Anchor, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { actionInWords } from "../../domain/audit/actions.ts";
import { actorInWords } from "../../domain/audit/actors.ts";
import { languages } from "../../domain/language.ts";
import type { DataRequest } from "../../web/api/data-request-shapes.ts";
import { useNow } from "../clock.ts";
import { ownName } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import { useReader } from "../reader.ts";
import { briefTime } from "../times.ts";
import styles from "./places.module.css";
import { usePlacesWords } from "./places-words.ts";

/** The parts of what is held, in the order in which they are told. */
export const heldParts = [
	...(["tenants", "tickets", "calls", "recordings", "messages"] as const),
	...(["notes", "files", "mentions", "callsToThem", "languages"] as const),
	...(["optOuts", "auditEntries"] as const),
] as const;

/** "One tenant, 3 tickets, 4 calls"; empty when nothing is held. */
export function heldInWords(
	held: DataRequest,
	say: ReturnType<typeof usePlacesWords>,
	parts: readonly (typeof heldParts)[number][] = heldParts,
): string {
	return parts
		.filter((part) => held[part].length > 0)
		.map((part) => say(`request.part.${part}`, { count: held[part].length }))
		.join(", ");
}

/** Everything that is held, part by part. */
export function HeldParts({ held }: { held: DataRequest }) {
	const now = useNow();
	const reader = useReader();
	const time = (at: string) => briefTime(new Date(at), now, reader);
	const rows: Record<(typeof heldParts)[number], readonly Told[]> = {
		tenants: held.tenants.map((each) => ({
			id: each.id,
			what: each.name,
			more: [
				each.place,
				...each.numbers.map(readableNumber),
				languageName(each.language),
				each.key,
			],
		})),
		tickets: held.tickets.map((each) => ({
			id: each.number,
			what: <Ticket number={each.number} words={each.summary} />,
			more: [time(each.openedAt), each.place, ...each.labels],
		})),
		calls: held.calls.map((each) => ({
			id: each.sid,
			what: time(each.arrivedAt),
			more: [<Ticket key="ticket" number={each.ticket} />, each.answeredBy],
		})),
		recordings: held.recordings.map((each) => ({
			id: each.sid,
			what: each.url ? (
				<Anchor href={new URL(each.url).pathname} download>
					{each.sid}
				</Anchor>
			) : (
				each.sid
			),
			more: [<Ticket key="ticket" number={each.ticket} />],
		})),
		messages: held.messages.map((each) => ({
			id: each.at + each.body,
			what: each.body,
			more: [
				time(each.at),
				[each.sender, each.recipient]
					.map((number) => readableNumber(number ?? ""))
					.join(" – "),
			],
		})),
		notes: held.notes.map((each) => ({
			id: each.at + each.body,
			what: each.body,
			more: [time(each.at), each.by],
		})),
		files: held.files.map((each) => ({
			id: each.id,
			what: (
				<Anchor href={new URL(each.url).pathname} download>
					{each.name}
				</Anchor>
			),
			more: [time(each.at), each.by],
		})),
		mentions: held.mentions.map((each) => ({
			id: each.in + each.id,
			what: each.text,
			more: [
				time(each.at),
				each.ticket ? <Ticket key="ticket" number={each.ticket} /> : null,
			],
		})),
		callsToThem: held.callsToThem.map((each) => ({
			id: each.at,
			what: time(each.at),
			more: [each.by, <Ticket key="ticket" number={each.ticket} />],
		})),
		languages: held.languages.map((each) => ({
			id: each.language,
			what: languageName(each.language),
			more: [time(each.chosenAt)],
		})),
		optOuts: held.optOuts.map((each) => ({
			id: each.line,
			what: each.line,
			more: [time(each.since)],
		})),
		auditEntries: held.auditEntries.map((each) => ({
			id: each.id,
			what: `${actorInWords(each.actor)[reader.language]} ${actionInWords(each.action)[reader.language]}`,
			more: [time(each.at), ticketIn(each.subject)],
		})),
	};
	return heldParts.map((part) => (
		<Part key={part} part={part} rows={rows[part]} />
	));
}

interface Told {
	readonly id: string;
	readonly what: ReactNode;
	readonly more: readonly ReactNode[];
}

function Part({
	part,
	rows,
}: {
	part: (typeof heldParts)[number];
	rows: readonly Told[];
}) {
	const say = usePlacesWords();
	if (rows.length === 0) return null;
	return (
		<section>
			<Title order={2} mb="xs">
				{say(`request.heading.${part}`)}
			</Title>
			<ul className={styles.records}>
				{rows.map(({ id, what, more }) => (
					<li key={id} className={styles.record}>
						<Text fw={600} component="div">
							{what}
						</Text>
						<Text c="dimmed" component="div">
							{more.filter(Boolean).map((each, index) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never move
								<span key={index}>
									{index > 0 ? " · " : ""}
									{each}
								</span>
							))}
						</Text>
					</li>
				))}
			</ul>
		</section>
	);
}

function languageName(language: string | null): string | null {
	const known = languages.find((each) => each === language);
	return known ? ownName(known) : language;
}

/** What an entry is about, if it is a ticket: ids of others say nothing to a reader. */
function ticketIn(subject: string): ReactNode {
	const number = /^ticket (.+)$/.exec(subject)?.[1];
	return number ? <Ticket key="ticket" number={number} /> : null;
}

function Ticket({ number, words }: { number: string; words?: string | null }) {
	return (
		<Anchor component={Link} href={`/tickets/${number}`}>
			{words ? `${number}, ${words}` : number}
		</Anchor>
	);
}
