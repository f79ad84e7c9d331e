import { Button, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconClock } from "@tabler/icons-react";
import type { CalendarInUse } from "../../../web/api/calendar-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { useSignedIn } from "../../session.tsx";
import { when } from "../../times.ts";
import { useDesk } from "../desk.tsx";
import { useReadNow } from "./calendar-queries.ts";
import { useCalendarWords } from "./calendar-words.ts";
import styles from "./calendars.module.css";

/** Each calendar that the published rota reads: how it is, and what is wrong with it. */
export function CalendarsInUse({
	calendars,
}: {
	calendars: readonly CalendarInUse[];
}) {
	const say = useCalendarWords();
	const { line } = useDesk();
	const { may } = useSignedIn();
	const reading = useReadNow(line);
	if (calendars.length === 0) return <Text my="sm">{say("in.none")}</Text>;
	return (
		<>
			<ul className={styles.list}>
				{calendars.map((calendar) => (
					<Calendar key={calendar.where.join()} calendar={calendar} />
				))}
			</ul>
			{may.includes("edit the rota") ? (
				<Button
					variant="default"
					mb="md"
					loading={reading.isPending}
					onClick={() => reading.mutate()}
				>
					{say("in.readNow")}
				</Button>
			) : null}
			<div aria-live="polite">
				{reading.error ? <Text>{reading.error.message}</Text> : null}
			</div>
		</>
	);
}

function Calendar({ calendar }: { calendar: CalendarInUse }) {
	const say = useCalendarWords();
	const { language } = useLanguage();
	const now = useNow();
	const { published } = useDesk();
	const { address, state, readAt, failing, shifts, where, problems } = calendar;
	const reader = { language, zone: published.rota.zone };
	const said = (at: string) => when(new Date(at), now, reader);
	const duties = new Set(
		where.map((each) => each.replace(/^duties\.(.*)\[\d+\]$/, "$1")),
	);
	const Sign =
		state === "well"
			? IconCheck
			: state === "never-tried"
				? IconClock
				: IconAlertTriangle;
	return (
		<li className={styles.row}>
			<div className={styles.what}>
				<Text fw={600}>
					<Sign size={18} aria-hidden /> {say(`in.state.${state}`)}
				</Text>
				<Text>{address}</Text>
				<Text size="sm" c="dimmed">
					{[
						say("in.of", { duties: [...duties].join(", ") }),
						readAt ? say("in.read", { when: said(readAt) }) : null,
						say("in.shifts", { count: shifts }),
					]
						.filter(Boolean)
						.join(" · ")}
				</Text>
				{failing ? (
					<Text size="sm">
						{say("in.since", {
							when: said(failing.since),
							why: failing.why[language],
						})}
					</Text>
				) : null}
				{problems.length > 0 ? (
					<ul className={styles.problems}>
						{problems.map(({ says, advises }) => (
							<li key={says.en}>
								<Text size="sm">
									{says[language]} {advises[language]}
								</Text>
							</li>
						))}
					</ul>
				) : null}
			</div>
		</li>
	);
}
