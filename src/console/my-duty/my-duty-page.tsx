import { Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Refused } from "../refused.tsx";
import { Sentences } from "../sentences.tsx";
import { useSignedIn } from "../session.tsx";
import { useTitle } from "../title.ts";
import { Away } from "./away.tsx";
import { CalendarFeed } from "./calendar-feed.tsx";
import { useHeadline } from "./headline.ts";
import styles from "./my-duty.module.css";
import { useMyShifts, useMySwaps } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";
import { MyHours } from "./my-hours.tsx";
import { PastOffers } from "./past-offers.tsx";
import { isForMe, Requests } from "./requests.tsx";
import { type ShiftKey, ShiftList } from "./shift-list.tsx";

/** When do I have it, and who wants something of me? Made for a phone, one thumb and the dark. */
export default function MyDutyPage() {
	const say = useMyDutyWords();
	const { account } = useSignedIn();
	const shifts = useMyShifts();
	const swaps = useMySwaps();
	const [opened, setOpened] = useState<ShiftKey | null>(null);
	const lines = shifts.data?.lines ?? [];
	const asked = (swaps.data?.swaps ?? []).filter((swap) =>
		isForMe(swap, lines),
	);
	useTitle(say("title"));
	return (
		<Stack gap="xl" className={styles.page ?? ""}>
			<div>
				<Text c="dimmed">{say("title")}</Text>
				<Title order={1}>
					<Headline lines={shifts.data?.lines} waiting={asked.length} />
				</Title>
			</div>
			<Refused error={shifts.error ?? swaps.error} />
			{shifts.data && lines.length === 0 ? (
				<Text>{say("nobody", { email: account?.email ?? "" })}</Text>
			) : null}
			<Requests swaps={asked} lines={lines} />
			{lines.length > 0 ? (
				<>
					<ShiftList lines={lines} opened={opened} open={setOpened} />
					<PastOffers swaps={swaps.data?.swaps ?? []} lines={lines} />
					<Away lines={lines} give={setOpened} />
					<CalendarFeed lines={lines} />
					<MyHours lines={lines} />
				</>
			) : null}
		</Stack>
	);
}

function Headline({
	lines,
	waiting,
}: {
	lines: Parameters<typeof useHeadline>[0] | undefined;
	waiting: number;
}) {
	const say = useMyDutyWords();
	const texts = useHeadline(lines ?? []);
	if (!lines) return say("title");
	return (
		<Sentences
			texts={waiting > 0 ? [...texts, say("waits", { count: waiting })] : texts}
		/>
	);
}
