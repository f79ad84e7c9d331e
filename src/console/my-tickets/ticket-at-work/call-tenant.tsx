import { Text } from "@mantine/core";
import type { MyTicket } from "../../../web/api/my-ticket-shapes.ts";
import { useNow } from "../../clock.ts";
import { stopwatch, when } from "../../times.ts";
import type { Reader } from "../../wall-clock.ts";
import { useMyTicketWords } from "../my-ticket-words.ts";
import styles from "./ticket-at-work.module.css";

/** How the call to the tenant goes, or went; nothing where none was made. */
export function CallTenant({
	ticket: { tenantCall, assignee },
	reader,
}: {
	ticket: MyTicket;
	reader: Reader;
}) {
	const say = useMyTicketWords();
	const now = useNow();
	const { latest } = tenantCall;
	if (latest === null) return null;
	if (latest.state !== "over") {
		const isOthers = latest.by !== assignee?.name || !assignee.isYou;
		return (
			<Text role="status" fw={500} c="var(--live)" className={styles.did ?? ""}>
				{isOthers && latest.state === "ringing-technician"
					? say("call.othersRing", { name: latest.by })
					: say(`call.${latest.state}`)}
			</Text>
		);
	}
	return (
		<Text role="status" size="sm" c="dimmed">
			{say(`call.over.${latest.outcome ?? "failed"}`, {
				when: when(new Date(latest.at), now, reader),
				duration: stopwatch(latest.talkSeconds ?? 0),
			})}
		</Text>
	);
}
