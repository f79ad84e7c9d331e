import { Alert, Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import {
	type LogFilter,
	readLogFilter,
	wholeLog,
	writeLogFilter,
} from "../../domain/ticket/log-filter.ts";
import type { TicketLogSummary } from "../../web/api/ticket-log-shapes.ts";
import { useLanguage } from "../language.tsx";
import { useReader } from "../reader.ts";
import { useSignedIn } from "../session.tsx";
import { useTitle } from "../title.ts";
import { ExportMenu } from "./export-menu.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { askedFor, useLogAddress } from "./log-address.ts";
import styles from "./log-page.module.css";
import { useLog, useLogSummary, useLogViews } from "./log-queries.ts";
import { LogTable } from "./log-table.tsx";
import { useLogWords } from "./log-words.ts";
import { useSteadyRows } from "./steady-rows.ts";
import { ViewsMenu } from "./views-menu.tsx";

/** What was reported, and what is open? */
export default function LogPage() {
	const say = useLogWords();
	const { may } = useSignedIn();
	const { filter, address, change } = useLogAddress();
	const { zone } = useReader(filter.line ?? undefined);
	const asked = String(askedFor(filter, zone));
	useTitle(say("title"));
	useFirstView(address, change);
	return (
		<>
			<Headline line={filter.line} />
			<FilterBar filter={filter} onChange={change}>
				<ViewsMenu address={address} onChange={change} />
				{may.includes("export tickets") ? <ExportMenu asked={asked} /> : null}
			</FilterBar>
			<Rows asked={asked} filter={filter} onChange={change} />
		</>
	);
}

/** Whoever comes to the log by its bare address, for the first time on this page, sees the view that they chose. */
function useFirstView(
	address: string,
	change: ReturnType<typeof useLogAddress>["change"],
): void {
	const views = useLogViews().data;
	const isSeen = useRef(false);
	useEffect(() => {
		if (address !== "") isSeen.current = true;
		if (!views || isSeen.current) return;
		isSeen.current = true;
		const first = views.views.find(({ id }) => id === views.first);
		if (first) change(readLogFilter(first.filter), "replace");
	}, [address, views, change]);
}

function Headline({ line }: { line: string | null }) {
	const say = useLogWords();
	const summary = useLogSummary(line).data;
	return (
		<Title order={1} mih="2.2rem">
			{summary ? headlineOf(summary, say) : <Skeleton height={32} maw={420} />}
		</Title>
	);
}

function headlineOf(
	{ unacknowledged, open, overdue, most }: TicketLogSummary,
	say: ReturnType<typeof useLogWords>,
): string {
	const count = (of: "unacknowledged" | "open" | "overdue", number: number) =>
		number === 0
			? []
			: [
					number < most
						? say(`headline.${of}`, { count: number })
						: say(`headline.${of}`, { count: number }).replace(
								String(number),
								say("headline.over", { count: number }),
							),
				];
	if (open === 0 && unacknowledged === 0) return say("headline.nothing");
	return [
		...(unacknowledged === 0
			? [say("headline.allAcknowledged")]
			: count("unacknowledged", unacknowledged)),
		...count("open", open),
		...count("overdue", overdue),
	].join(" ");
}

function Rows({
	asked,
	filter,
	onChange,
}: {
	asked: string;
	filter: LogFilter;
	onChange: (filter: LogFilter) => void;
}) {
	const say = useLogWords();
	const { t } = useLanguage();
	const found = useLog(asked);
	const pages = found.data?.pages;
	const steady = useSteadyRows(
		pages?.[0]?.asked ?? asked,
		pages?.flatMap(({ tickets }) => tickets),
	);
	if (!pages && found.error)
		return (
			<Alert color="red" variant="light">
				{say("trouble", {
					why: found.error.message || t("trouble.unreachable"),
				})}
			</Alert>
		);
	if (!pages) return <Waiting />;
	return (
		<>
			<div className={styles.fresh} aria-live="polite">
				{steady.rows.length > 0 && isFiltered(filter) ? (
					<Text component="span" size="sm" c="dimmed">
						{say(found.hasNextPage ? "foundFirst" : "found", {
							count: steady.rows.length,
						})}
					</Text>
				) : null}
				{steady.waiting > 0 ? (
					<Button size="compact-md" radius="xl" onClick={steady.show}>
						{say("fresh", { count: steady.waiting })}
					</Button>
				) : null}
			</div>
			{steady.rows.length > 0 ? (
				<LogTable rows={steady.rows} />
			) : (
				<None filter={filter} onChange={onChange} />
			)}
			{found.hasNextPage ? (
				<Button
					variant="default"
					mt="md"
					loading={found.isFetchingNextPage}
					onClick={() => void found.fetchNextPage()}
				>
					{say("more")}
				</Button>
			) : steady.rows.length > 20 ? (
				<Text mt="md" c="dimmed">
					{say("end")}
				</Text>
			) : null}
		</>
	);
}

/** What will come here, or the way to what there is. */
function None({
	filter,
	onChange,
}: {
	filter: LogFilter;
	onChange: (filter: LogFilter) => void;
}) {
	const say = useLogWords();
	if (!isFiltered(filter))
		return (
			<Text maw="38rem" c="dimmed">
				{say("none")}
			</Text>
		);
	const searched = { ...wholeLog, q: filter.q };
	const isNarrower = filter.q !== "" && !isSame(filter, searched);
	return (
		<>
			<Text maw="38rem" c="dimmed" mb="sm">
				{say("noneFound")}
			</Text>
			<Button
				variant="default"
				onClick={() => onChange(isNarrower ? searched : wholeLog)}
			>
				{say(isNarrower ? "searchAll" : "showAll")}
			</Button>
		</>
	);
}

function isFiltered(filter: LogFilter): boolean {
	return !isSame(filter, wholeLog);
}

function isSame(one: LogFilter, other: LogFilter): boolean {
	return String(writeLogFilter(one)) === String(writeLogFilter(other));
}

function Waiting() {
	return (
		<Stack gap={1} pt="4.35rem">
			{["1", "2", "3", "4", "5", "6", "7", "8"].map((row) => (
				<Skeleton key={row} height={60} radius={0} />
			))}
		</Stack>
	);
}
