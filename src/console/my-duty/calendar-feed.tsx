import { Button, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
	CalendarFeeds,
	CalendarFeed as Feed,
	NewCalendarFeed,
} from "../../web/api/calendar-shapes.ts";
import { useNow } from "../clock.ts";
import { CopyText } from "../copy-text.tsx";
import { useLanguage } from "../language.tsx";
import { useReader } from "../reader.ts";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { when } from "../times.ts";
import styles from "./my-duty.module.css";
import type { MyLine } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";

/** One's own shifts in one's own calendar: a private address a line, made, shown once, and stopped. */
export function CalendarFeed({ lines }: { lines: readonly MyLine[] }) {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const { data, error } = useQuery({
		queryKey: ["calendar-feeds"],
		queryFn: ({ signal }) =>
			ask<CalendarFeeds>("/api/calendar-feeds", language, { signal }),
	});
	if (!data) return <Refused error={error} />;
	return (
		<section aria-labelledby="feed">
			<Title order={2} id="feed">
				{say("feed.title")}
			</Title>
			<Text mt="xs">{say("feed.sentence")}</Text>
			<ul className={styles.list}>
				{lines.map((line) => (
					<FeedOfLine
						key={line.line}
						line={line}
						isOnly={lines.length === 1}
						feed={data.feeds.find(
							({ subject }) =>
								subject.isMine &&
								subject.kind === "person" &&
								subject.line === line.line,
						)}
					/>
				))}
			</ul>
		</section>
	);
}

function FeedOfLine({
	line,
	isOnly,
	feed,
}: {
	line: MyLine;
	isOnly: boolean;
	feed: Feed | undefined;
}) {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const renew = () =>
		client.invalidateQueries({ queryKey: ["calendar-feeds"] });
	const making = useMutation({
		mutationFn: () =>
			ask<NewCalendarFeed>("/api/calendar-feeds", language, {
				method: "POST",
				body: { line: line.line, person: line.you.id, language },
			}),
		onSettled: renew,
	});
	const stopping = useMutation({
		mutationFn: (id: string) =>
			ask(`/api/calendar-feeds/${id}`, language, { method: "DELETE" }),
		onSuccess: () => making.reset(),
		onSettled: renew,
	});
	const label = line.lineName[language];
	return (
		<li className={styles.shift}>
			{isOnly ? null : <Text fw={600}>{label}</Text>}
			{making.data ? <Made url={making.data.url} /> : null}
			{feed ? (
				<>
					<FeedState feed={feed} />
					<Button
						className={styles.big ?? ""}
						variant="default"
						loading={stopping.isPending}
						aria-label={say("feed.revokeLabel", { label })}
						onClick={() => stopping.mutate(feed.id)}
					>
						{say("feed.revoke")}
					</Button>
				</>
			) : (
				<>
					<Text role="status">
						{stopping.isSuccess ? say("feed.stopped") : ""}
					</Text>
					<Button
						className={styles.big ?? ""}
						variant="default"
						loading={making.isPending}
						onClick={() => making.mutate()}
					>
						{say("feed.make")}
					</Button>
				</>
			)}
			<Refused error={making.error ?? stopping.error} />
		</li>
	);
}

/** The address, this once, and how the usual calendars take it. */
function Made({ url }: { url: string }) {
	const say = useMyDutyWords();
	return (
		<>
			<Text>{say("feed.made")}</Text>
			<CopyText label={say("feed.label")} text={url} />
			<Button
				component="a"
				// Phones and desktops hand this scheme to their own calendar.
				href={url.replace(/^https?:/, "webcal:")}
				className={styles.big ?? ""}
				variant="default"
			>
				{say("feed.open")}
			</Button>
			<ul className={styles.steps}>
				<li>{say("feed.apple")}</li>
				<li>{say("feed.google")}</li>
				<li>{say("feed.outlook")}</li>
			</ul>
		</>
	);
}

function FeedState({ feed }: { feed: Feed }) {
	const say = useMyDutyWords();
	const now = useNow();
	const reader = useReader(feed.subject.line);
	const told = (at: string) => when(new Date(at), now, reader);
	const read = feed.fetchedAt
		? say("feed.read", { when: told(feed.fetchedAt) })
		: say("feed.unread");
	return (
		<Text size="sm">
			{say("feed.active", { made: told(feed.createdAt), read })}
		</Text>
	);
}
