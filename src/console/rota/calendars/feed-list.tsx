import { Button, Group, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { CalendarFeed } from "../../../web/api/calendar-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { when } from "../../times.ts";
import { useDesk } from "../desk.tsx";
import { useCalendarFeeds, useRevokeFeed } from "./calendar-queries.ts";
import { useCalendarWords } from "./calendar-words.ts";
import styles from "./calendars.module.css";

/** The addresses that work, and the way to end each. */
export function FeedList({ line }: { line: string }) {
	const say = useCalendarWords();
	const { data } = useCalendarFeeds();
	const feeds = data?.feeds.filter(({ subject }) => subject.line === line);
	if (!feeds) return null;
	if (feeds.length === 0) return <Text c="dimmed">{say("out.none")}</Text>;
	return (
		<>
			<Title order={3} size="h4">
				{say("out.list")}
			</Title>
			<ul className={styles.list}>
				{feeds.map((feed) => (
					<Feed key={feed.id} feed={feed} />
				))}
			</ul>
		</>
	);
}

function Feed({ feed }: { feed: CalendarFeed }) {
	const say = useCalendarWords();
	const { language } = useLanguage();
	const now = useNow();
	const { published } = useDesk();
	const revoking = useRevokeFeed();
	const [isAsking, setAsking] = useState(false);
	const { subject, fetchedAt } = feed;
	const name =
		subject.kind === "duty"
			? say("out.duty", { name: subject.name })
			: subject.name;
	const reader = { language, zone: published.rota.zone };
	return (
		<li className={styles.row}>
			<div className={styles.what}>
				<Text fw={600}>{name}</Text>
				<Text size="sm" c="dimmed">
					{fetchedAt
						? say("out.fetched", {
								when: when(new Date(fetchedAt), now, reader),
							})
						: say("out.neverFetched")}
				</Text>
				{revoking.error ? (
					<Text size="sm" role="alert">
						{revoking.error.message}
					</Text>
				) : null}
			</div>
			{isAsking ? (
				<div>
					<Text size="sm" mb="xs">
						{say("out.sure", { name })}
					</Text>
					<Group gap="xs">
						<Button
							color="red"
							autoFocus
							loading={revoking.isPending}
							onClick={() => revoking.mutate(feed.id)}
						>
							{say("out.sureYes")}
						</Button>
						<Button variant="default" onClick={() => setAsking(false)}>
							{say("out.sureNo")}
						</Button>
					</Group>
				</div>
			) : (
				<Button
					variant="default"
					aria-label={say("out.revokeOf", { name })}
					onClick={() => setAsking(true)}
				>
					{say("out.revoke")}
				</Button>
			)}
		</li>
	);
}
