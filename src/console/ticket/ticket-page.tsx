import { Anchor, Button, Skeleton, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconArrowLeft } from "@tabler/icons-react";
import { useEffect, useId, useState } from "react";
import { Link } from "wouter";
import type { Ticket } from "../../web/api/shapes.ts";
import type { TicketHistory } from "../../web/api/ticket-history-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { lastPlace } from "../log-place.ts";
import { OutcomeSign } from "../outcome.tsx";
import { useTicket } from "../queries.ts";
import { useReader } from "../reader.ts";
import { Sentences } from "../sentences.tsx";
import { useSignedIn } from "../session.tsx";
import { fullTime } from "../times.ts";
import { useTitle } from "../title.ts";
import { Doings, useDoable } from "./doing/actions-menu.tsx";
import type { DialogKind } from "./doing/doing-dialog.tsx";
import { Details, Report } from "./facts.tsx";
import { summaryId, TicketFields } from "./fields/ticket-fields.tsx";
import { TicketFiles } from "./files.tsx";
import { ticketHeadline } from "./headline.ts";
import { TicketLinks } from "./links/ticket-links.tsx";
import { noteId, WriteNote } from "./notes.tsx";
import "./print.css";
import { Recordings } from "./recordings.tsx";
import { Related } from "./related.tsx";
import { Story } from "./story.tsx";
import styles from "./ticket-page.module.css";
import { useTicketHistory } from "./ticket-queries.ts";
import { useTicketWords } from "./ticket-words.ts";
import { Why } from "./why.tsx";

/** What happened, and why so? */
export default function TicketPage({ number }: { number: string }) {
	const say = useTicketWords();
	const { t } = useLanguage();
	const ticket = useTicket(number);
	const history = useTicketHistory(number);
	const list = lastPlace().address;
	useTitle(number);
	// While another ticket is asked for, the one before must not stand there as if it were it.
	const shown = ticket.data?.number === number ? ticket.data : undefined;
	const told = ticket.isPlaceholderData ? undefined : history.data;
	return (
		<>
			<Anchor component={Link} href={list} className={styles.back ?? ""}>
				<IconArrowLeft size={18} aria-hidden />
				{say(list === "/tickets" ? "back" : "backToList")}
			</Anchor>
			{shown ? (
				<Whole key={shown.number} ticket={shown} history={told} />
			) : null}
			{ticket.isFetching && !shown ? (
				<>
					<Skeleton height={35} maw={560} />
					<Skeleton height={420} mt="xl" />
				</>
			) : null}
			{ticket.error && !shown ? (
				<Title order={1}>
					{ticket.error.message || t("trouble.unreachable")}
				</Title>
			) : null}
			{shown && history.error && !history.data ? (
				<Text role="alert" mt="md">
					{history.error.message || t("trouble.unreachable")}
				</Text>
			) : null}
		</>
	);
}

function Whole({
	ticket,
	history,
}: {
	ticket: Ticket;
	history: TicketHistory | undefined;
}) {
	const say = useTicketWords();
	const { may } = useSignedIn();
	const now = useNow();
	const reader = useReader(ticket.line);
	const [dialog, openDialog] = useState<DialogKind | null>(null);
	const mayEdit = may.includes("edit tickets");
	const mayWork = may.includes("work on tickets");
	useTicketKeys();
	usePrintable();
	return (
		<>
			<Title order={1} className={styles.headline ?? ""}>
				<Sentences texts={ticketHeadline(ticket, now, reader, say)} />
			</Title>
			<Under ticket={ticket} />
			<div className={styles.columns}>
				<div className={styles.work}>
					<Work
						ticket={ticket}
						history={history}
						dialog={dialog}
						onDialog={openDialog}
					/>
				</div>
				<div className={styles.main}>
					<Recordings ticket={ticket} />
					<Story ticket={ticket} history={history} />
					{mayWork ? <WriteNote key={ticket.number} ticket={ticket} /> : null}
					<Why ticket={ticket} />
					<div className={styles.files}>
						<TicketFiles
							number={ticket.number}
							files={history?.files ?? []}
							mayAdd={mayWork}
							mayRemove={() => mayEdit}
						/>
					</div>
				</div>
				<aside className={styles.about} aria-label={say("work.title")}>
					{mayEdit ? (
						<div className={styles.controls}>
							<TicketFields ticket={ticket} />
						</div>
					) : null}
					<div className={mayEdit ? styles.onPaper : undefined}>
						<Details ticket={ticket} />
					</div>
					<Report ticket={ticket} />
					<Related ticket={ticket} history={history} />
					{mayEdit ? (
						<div className={styles.controls}>
							<TicketLinks ticket={ticket} />
						</div>
					) : null}
				</aside>
			</div>
			<p className={styles.printed}>
				{say("printed", { at: fullTime(now, reader) })}
			</p>
		</>
	);
}

function Under({ ticket }: { ticket: Ticket }) {
	const reader = useReader(ticket.line);
	const what = [ticket.summary, ticket.place.words, ticket.tenant?.name];
	return (
		<div className={styles.under}>
			{ticket.calls.length > 0 ? <OutcomeSign ticket={ticket} /> : null}
			<Text component="span" className={styles.what ?? ""}>
				{what.filter(Boolean).join(" · ")}
			</Text>
			<Text c="dimmed" component="span">
				{ticket.number} · {fullTime(new Date(ticket.openedAt), reader)}
			</Text>
		</div>
	);
}

/** Where the work stands, who has it, and what comes next. */
function Work({
	ticket,
	history,
	dialog,
	onDialog,
}: {
	ticket: Ticket;
	history: TicketHistory | undefined;
	dialog: DialogKind | null;
	onDialog(kind: DialogKind | null): void;
}) {
	const say = useTicketWords();
	const { t } = useLanguage();
	const title = useId();
	const { possible } = useDoable(ticket);
	return (
		<section aria-labelledby={title} className={styles.controls}>
			<Title order={2} id={title} className={styles.status ?? ""}>
				{t(`status.${ticket.status}`)}
			</Title>
			<div className={styles.has}>
				<Text size="sm" c="dimmed">
					{say("fields.assignee")}
				</Text>
				<Text>{ticket.assignee?.name ?? say("work.noOne")}</Text>
				{possible.includes("assign") ? (
					<Button
						variant="default"
						size="compact-md"
						onClick={() => onDialog("assign")}
					>
						{say("action.assign")}
					</Button>
				) : null}
			</div>
			<Doings
				ticket={ticket}
				history={history}
				dialog={dialog}
				onDialog={onDialog}
			/>
		</section>
	);
}

/** By which the keys lead to where something is written. */
function useTicketKeys(): void {
	const focus = (id: string) => document.getElementById(id)?.focus();
	useHotkeys([
		["n", () => focus(noteId)],
		["e", () => focus(summaryId)],
		["p", () => window.print()],
	]);
}

/** The rules for paper are of this page alone, though its styles stay when one goes on to another. */
function usePrintable(): void {
	useEffect(() => {
		document.documentElement.dataset.printable = "";
		return () => {
			delete document.documentElement.dataset.printable;
		};
	}, []);
}
