import { Anchor, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useSignedIn } from "../../session.tsx";
import { useTitle } from "../../title.ts";
import { useDesk } from "../desk.tsx";
import { useCalendarsInUse } from "./calendar-queries.ts";
import { useCalendarWords } from "./calendar-words.ts";
import styles from "./calendars.module.css";
import { CalendarsInUse } from "./calendars-in-use.tsx";
import { FeedList } from "./feed-list.tsx";
import { MakeFeed } from "./make-feed.tsx";

/** The calendars that this rota reads, and those that people read it in. */
export default function CalendarsPage() {
	const say = useCalendarWords();
	const { line } = useDesk();
	const { may } = useSignedIn();
	const { data, error } = useCalendarsInUse(line);
	useTitle(say("title"));
	const failing =
		data?.calendars.filter(({ failing }) => failing !== null).length ?? 0;
	return (
		<>
			<Title order={1} mb="lg">
				{failing > 0
					? say("headline.failing", { count: failing })
					: say("headline.well")}
			</Title>
			<section className={styles.section}>
				<Title order={2}>{say("out.title")}</Title>
				<Text className={styles.lead}>{say("out.why")}</Text>
				<MakeFeed line={line} />
				<FeedList line={line} />
			</section>
			<section className={styles.section}>
				<Title order={2}>{say("in.title")}</Title>
				{error ? (
					<Text role="alert">{say("trouble", { why: error.message })}</Text>
				) : null}
				{data ? <CalendarsInUse calendars={data.calendars} /> : null}
				{may.includes("edit the rota") ? (
					<Anchor component={Link} href={`/rota/${line}/import`}>
						{say("file.link")}
					</Anchor>
				) : null}
			</section>
		</>
	);
}
