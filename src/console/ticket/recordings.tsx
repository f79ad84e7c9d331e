import { Anchor, Text, Title } from "@mantine/core";
import { useId } from "react";
import type { Ticket } from "../../web/api/shapes.ts";
import { useNow } from "../clock.ts";
import { useReader } from "../reader.ts";
import { useSignedIn } from "../session.tsx";
import { stopwatch, when } from "../times.ts";
import styles from "./recordings.module.css";
import { useTicketWords } from "./ticket-words.ts";

/** What callers said after nobody had answered, to be listened to. */
export function Recordings({ ticket }: { ticket: Ticket }) {
	const say = useTicketWords();
	const { may } = useSignedIn();
	const title = useId();
	const calls = ticket.calls.filter(({ recordings }) => recordings.length > 0);
	if (calls.length === 0 || !may.includes("hear recordings")) return null;
	const isOneOfMany = ticket.calls.length > 1;
	return (
		<section aria-labelledby={title} className={styles.recordings}>
			<Title order={2} id={title}>
				{say(calls.length > 1 ? "recording.titles" : "recording.title")}
			</Title>
			{calls.map((call) =>
				call.recordings.map((recording) => (
					<Recording
						key={recording.sid}
						recording={recording}
						call={call}
						line={ticket.line}
						isOneOfMany={isOneOfMany}
					/>
				)),
			)}
		</section>
	);
}

function Recording({
	recording: { seconds, url, state },
	call,
	line,
	isOneOfMany,
}: {
	recording: Ticket["recordings"][number];
	call: Ticket["calls"][number];
	line: string;
	isOneOfMany: boolean;
}) {
	const say = useTicketWords();
	const now = useNow();
	const reader = useReader(line);
	const about = useId();
	const length =
		seconds === null
			? say("recording.plain")
			: say("recording.message", { duration: stopwatch(seconds) });
	const ofCall = say("recording.of", {
		when: when(new Date(call.arrivedAt), now, reader),
	});
	return (
		<div className={styles.recording}>
			<Text>
				{length}
				{isOneOfMany ? (
					<span className={styles.second}> · {ofCall}</span>
				) : null}
			</Text>
			{url ? (
				// biome-ignore lint/a11y/useMediaCaption: nobody has written down what the caller said
				<audio
					controls
					preload="none"
					src={url}
					aria-label={
						isOneOfMany
							? `${say("recording.label")}, ${ofCall}`
							: say("recording.label")
					}
					aria-describedby={about}
					className={styles.player}
				/>
			) : null}
			<Text size="sm" c="dimmed" id={about}>
				{say(`recording.state.${state}`)}
				{url ? ` ${say("recording.who")} ${say("recording.keys")}` : ""}
			</Text>
			{url ? (
				<Anchor
					href={url}
					download
					size="sm"
					aria-label={say("recording.downloadLabel")}
					className={styles.download ?? ""}
				>
					{say("recording.download")}
				</Anchor>
			) : null}
		</div>
	);
}
