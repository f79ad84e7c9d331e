import type { Ticket } from "../../web/api/shapes.ts";
import { useReader } from "../reader.ts";
import { clockTime, fullTime } from "../times.ts";
import { daysUntil, locales, type Reader } from "../wall-clock.ts";
import styles from "./story.module.css";

/** To the second, for the order of events is the matter; with the day where it is another one than that of the report. */
export function EntryTime({
	at,
	ticket: { line, openedAt },
}: {
	at: string;
	ticket: Pick<Ticket, "line" | "openedAt">;
}) {
	const reader = useReader(line);
	const date = new Date(at);
	const isOtherDay = daysUntil(date, new Date(openedAt), reader.zone) !== 0;
	return (
		<time dateTime={at} title={fullTime(date, reader)} className={styles.time}>
			{isOtherDay ? `${shortDay(date, reader)} ` : ""}
			{clockTime(date, reader, "seconds")}
		</time>
	);
}

function shortDay(at: Date, { language, zone }: Reader): string {
	return new Intl.DateTimeFormat(locales[language], {
		day: "numeric",
		month: language === "fi" ? "numeric" : "short",
		timeZone: zone,
	}).format(at);
}
