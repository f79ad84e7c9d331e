import { Text, Title } from "@mantine/core";
import type { Ticket } from "../../web/api/shapes.ts";
import { useLanguage } from "../language.tsx";
import { stopwatch } from "../times.ts";
import styles from "./recordings.module.css";

/** What the caller said after nobody had answered. */
export function Recordings({ ticket }: { ticket: Ticket }) {
	const { t } = useLanguage();
	if (ticket.recordings.length === 0) return null;
	return (
		<section>
			<Title order={2} mb="xs">
				{t("ticket.recordings")}
			</Title>
			{ticket.recordings.map((recording) => (
				<div key={recording.sid} className={styles.recording}>
					<Text size="sm" c="dimmed">
						{recording.seconds === null
							? t("ticket.recordingPlain")
							: t("ticket.recording", {
									duration: stopwatch(recording.seconds),
								})}
					</Text>
					{recording.url ? (
						// biome-ignore lint/a11y/useMediaCaption: nobody has written down what the caller said
						<audio
							controls
							preload="none"
							src={recording.url}
							aria-label={t("ticket.recordingLabel")}
							className={styles.player}
						/>
					) : (
						<Text>{t(`ticket.recordingState.${recording.state}`)}</Text>
					)}
				</div>
			))}
		</section>
	);
}
