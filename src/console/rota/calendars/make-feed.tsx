import {
	Alert,
	Anchor,
	Button,
	CopyButton,
	MultiSelect,
	NativeSelect,
	Text,
	TextInput,
} from "@mantine/core";
import { useState } from "react";
import type { CalendarFeeds } from "../../../web/api/calendar-shapes.ts";
import { useCalendarFeeds, useMakeFeed } from "./calendar-queries.ts";
import { useCalendarWords } from "./calendar-words.ts";
import styles from "./calendars.module.css";

type Subject = CalendarFeeds["subjects"][number];

const alarms = {
	m15: 15,
	h1: 60,
	h3: 180,
	h12: 720,
	d1: 1440,
	d2: 2880,
	d7: 10_080,
} as const;

/** Chooses whose shifts and when to remind, and shows the new address, once. */
export function MakeFeed({ line }: { line: string }) {
	const say = useCalendarWords();
	const { data } = useCalendarFeeds();
	const making = useMakeFeed();
	const [chosen, choose] = useState<string | null>(null);
	const [minutes, setMinutes] = useState<string[]>(["1440", "60"]);
	if (!data) return null;
	const subjects = data.subjects
		.filter((each) => each.line === line)
		.sort((one, other) => Number(other.isMine) - Number(one.isMine));
	const subject =
		subjects.find((each) => keyOf(each) === chosen) ?? subjects[0];
	if (!subject) return <Text>{say("out.noneAllowed")}</Text>;
	const isThere = data.feeds.some(
		(feed) =>
			keyOf(feed.subject) === keyOf(subject) && feed.subject.line === line,
	);
	return (
		<>
			<div className={styles.form}>
				<NativeSelect
					label={say("out.who")}
					value={keyOf(subject)}
					onChange={(event) => {
						choose(event.currentTarget.value);
						making.reset();
					}}
					data={subjects.map((each) => ({
						value: keyOf(each),
						label:
							each.kind === "duty"
								? say("out.duty", { name: each.name })
								: each.isMine
									? say("out.mine", { name: each.name })
									: each.name,
					}))}
				/>
				<MultiSelect
					label={say("out.alarms")}
					value={minutes}
					onChange={setMinutes}
					maxValues={5}
					data={Object.entries(alarms).map(([key, value]) => ({
						value: String(value),
						label: say(`alarm.${key as keyof typeof alarms}`),
					}))}
				/>
				<Button
					loading={making.isPending}
					onClick={() =>
						making.mutate({
							line,
							[subject.kind]: subject.id,
							alarmMinutes: minutes.map(Number),
						})
					}
				>
					{isThere ? say("out.makeAnew") : say("out.make")}
				</Button>
			</div>
			{isThere && !making.data ? (
				<Text size="sm" mb="md">
					{say("out.anew")}
				</Text>
			) : null}
			<div aria-live="polite">
				{making.error ? <Text>{making.error.message}</Text> : null}
				{making.data ? <NewAddress url={making.data.url} /> : null}
			</div>
		</>
	);
}

function keyOf({ kind, id }: Pick<Subject, "kind" | "id">): string {
	return `${kind} ${id}`;
}

function NewAddress({ url }: { url: string }) {
	const say = useCalendarWords();
	return (
		<Alert className={styles.made ?? ""} title={say("out.made")}>
			<div className={styles.address}>
				<TextInput
					label={say("out.address")}
					value={url}
					readOnly
					onFocus={(event) => event.currentTarget.select()}
				/>
				<CopyButton value={url}>
					{({ copied, copy }) => (
						<Button variant="default" onClick={copy}>
							{copied ? say("out.copied") : say("out.copy")}
						</Button>
					)}
				</CopyButton>
			</div>
			<Text size="sm">{say("out.secret")}</Text>
			<Anchor href={url.replace(/^https?:/, "webcal:")} size="sm">
				{say("out.open")}
			</Anchor>
		</Alert>
	);
}
