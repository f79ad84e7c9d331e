import { type KeyboardEvent, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { urgencyWord } from "../../domain/ticket/urgency-words.ts";
import type { TicketLogRow } from "../../web/api/ticket-log-shapes.ts";
import { useCallerName } from "../caller.tsx";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { lastPlace, standAt } from "../log-place.ts";
import { useReader } from "../reader.ts";
import { subjectName, useTicketSettings } from "../ticket-settings.ts";
import { briefTime, fullTime } from "../times.ts";
import styles from "./log-table.module.css";
import { useLogWords } from "./log-words.ts";
import type { SteadyRow } from "./steady-rows.ts";

/** By which the search leads to the rows, and the rows to the search. */
export const rowsId = "log-rows";
export const searchId = "log-search";

/** The rows of the log. A whole row opens its ticket; arrows go from row to row, and from the first one to the search. */
export function LogTable({ rows }: { rows: readonly SteadyRow[] }) {
	const say = useLogWords();
	const body = useRef<HTMLTableSectionElement>(null);
	const travel = (event: KeyboardEvent) => {
		const links = [...(body.current?.querySelectorAll<HTMLElement>("a") ?? [])];
		const at = links.indexOf(document.activeElement as HTMLElement);
		const ways: Readonly<Record<string, HTMLElement | null | undefined>> = {
			ArrowDown: links[at + 1],
			ArrowUp: at > 0 ? links[at - 1] : document.getElementById(searchId),
			Home: links[0],
			End: links.at(-1),
		};
		if (!Object.hasOwn(ways, event.key)) return;
		ways[event.key]?.focus();
		event.preventDefault();
	};
	useEffect(() => {
		const { address, ticket } = lastPlace();
		const isBack = address === `${location.pathname}${location.search}`;
		const row =
			isBack &&
			ticket &&
			body.current?.querySelector<HTMLElement>(`a[href="/tickets/${ticket}"]`);
		if (row) row.focus();
	}, []);
	return (
		<table className={styles.table} onKeyDown={travel}>
			<caption className={styles.caption}>{say("table.caption")}</caption>
			<thead>
				<tr>
					<th scope="col">{say("table.opened")}</th>
					<th scope="col">{say("table.what")}</th>
					<th scope="col">{say("table.who")}</th>
					<th scope="col">{say("table.status")}</th>
					<th scope="col">{say("table.has")}</th>
				</tr>
			</thead>
			<tbody ref={body} id={rowsId}>
				{rows.map(({ row, mark }) => (
					<Row key={row.id} row={row} mark={mark} />
				))}
			</tbody>
		</table>
	);
}

function Row({ row, mark }: { row: TicketLogRow; mark: SteadyRow["mark"] }) {
	const [, go] = useLocation();
	const path = `/tickets/${row.number}`;
	return (
		// The number in the row is a link of its own, for the keyboard and for screen readers.
		<tr
			className={styles.row}
			data-mark={mark ?? undefined}
			// Before the link in it leads away.
			onClickCapture={() =>
				standAt({
					address: `${location.pathname}${location.search}`,
					ticket: row.number,
				})
			}
			onClick={(event) => {
				const isOther =
					event.ctrlKey || event.metaKey || event.defaultPrevented;
				if (!isOther && !getSelection()?.toString()) go(path);
			}}
		>
			<Opened row={row} path={path} mark={mark} />
			<What row={row} />
			<Who row={row} />
			<Status row={row} />
			<Has row={row} />
		</tr>
	);
}

function Opened({
	row,
	path,
	mark,
}: {
	row: TicketLogRow;
	path: string;
	mark: SteadyRow["mark"];
}) {
	const say = useLogWords();
	const now = useNow();
	const reader = useReader(row.line);
	const at = new Date(row.openedAt);
	return (
		<td className={styles.opened}>
			<time dateTime={row.openedAt} title={fullTime(at, reader)}>
				{briefTime(at, now, reader)}
			</time>
			<Link href={path} className={styles.number}>
				{row.number}
			</Link>
			{mark ? (
				<span className={styles.mark}>{say(`table.${mark}`)}</span>
			) : null}
		</td>
	);
}

function What({ row }: { row: TicketLogRow }) {
	const say = useLogWords();
	const { language } = useLanguage();
	const subject = subjectName(useTicketSettings().data, row.subject, language);
	const isUrgent = row.urgency === "emergency" || row.urgency === "urgent";
	const said = row.summary ?? subject;
	return (
		<td className={styles.what}>
			<span className={said === null ? styles.quiet : styles.said}>
				{said ?? say("table.nothingSaid")}
			</span>
			<span className={styles.below}>
				{isUrgent ? (
					<span className={styles.urgent} data-urgency={row.urgency}>
						{urgencyWord(row.urgency, language)}
					</span>
				) : null}
				{row.place ? <span>{row.place}</span> : null}
				{row.summary && subject ? <span>{subject}</span> : null}
				{row.labels.map((label) => (
					<span key={label} className={styles.label}>
						{label}
					</span>
				))}
			</span>
		</td>
	);
}

function Who({ row }: { row: TicketLogRow }) {
	const say = useLogWords();
	const callerName = useCallerName();
	const caller =
		row.caller === null && row.channel !== "phone"
			? say(`channels.${row.channel}`)
			: callerName(row.caller);
	return (
		<td className={styles.who}>
			<span>{row.tenantName ?? caller}</span>
			<span className={styles.below}>
				{row.tenantName ? <span>{caller}</span> : null}
				{row.calls > 1 ? (
					<span>{say("table.calls", { count: row.calls })}</span>
				) : null}
			</span>
		</td>
	);
}

function Status({ row }: { row: TicketLogRow }) {
	const say = useLogWords();
	const { t } = useLanguage();
	const now = useNow();
	const reader = useReader(row.line);
	const isOpen = row.status !== "done" && row.status !== "closed";
	const due = row.dueAt && isOpen ? new Date(row.dueAt) : null;
	return (
		<td className={styles.status}>
			<span>{t(`status.${row.status}`)}</span>
			<span className={styles.below}>
				{row.missedCallAt ? (
					<span className={styles.nobody}>{say("table.missed")}</span>
				) : null}
				{due && due < now ? (
					<span className={styles.late}>{say("table.late")}</span>
				) : null}
				{due && due >= now ? (
					<span>
						{say("table.dueBy", { when: briefTime(due, now, reader) })}
					</span>
				) : null}
			</span>
		</td>
	);
}

function Has({ row }: { row: TicketLogRow }) {
	const say = useLogWords();
	const { t } = useLanguage();
	const isWaiting = row.assignee === null && row.status === "new";
	return (
		<td className={styles.has}>
			<span className={isWaiting ? styles.quiet : undefined}>
				{row.assignee ?? (isWaiting ? say("table.nobody") : "")}
			</span>
			<span className={styles.below}>
				{row.answeredBy !== null && row.answerSeconds !== null ? (
					<span>
						{say(
							row.answeredBy === row.assignee
								? "table.answeredIn"
								: "table.answered",
							{ name: row.answeredBy, seconds: row.answerSeconds },
						)}
					</span>
				) : row.outcome ? (
					<span>{t(`outcome.${row.outcome}`)}</span>
				) : null}
			</span>
		</td>
	);
}
