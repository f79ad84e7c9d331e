import { Text, Title } from "@mantine/core";
import type { DutyNoticesView } from "../../../web/api/duty-notice-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { fullTime } from "../../times.ts";
import { momentText } from "../spans.ts";
import { useNoticeWords } from "./notice-words.ts";
import styles from "./notices.module.css";

type Sent = DutyNoticesView["sent"][number];

/** The last messages about duties, newest first: to whom, what became of each, and its words. */
export function SentNotices({ notices }: { notices: DutyNoticesView }) {
	const say = useNoticeWords();
	return (
		<section className={styles.section}>
			<Title order={2}>{say("sent.title")}</Title>
			{notices.sent.length === 0 ? <Text>{say("sent.none")}</Text> : null}
			<ul className={styles.list}>
				{notices.sent.map((each) => (
					<li key={`${each.at} ${each.purpose} ${each.to}`}>
						<SentNotice sent={each} zone={notices.zone} />
					</li>
				))}
			</ul>
		</section>
	);
}

function SentNotice({ sent, zone }: { sent: Sent; zone: string }) {
	const say = useNoticeWords();
	const { language } = useLanguage();
	const now = useNow();
	const reader = { language, zone };
	const at = new Date(sent.at);
	const state = stateOf(sent.status);
	const purpose = purposes.find((one) => one === sent.purpose);
	const what = purpose ? say(`sent.purposes.${purpose}`) : sent.purpose;
	return (
		<details className={styles.message}>
			<summary>
				<span>{say("sent.line", { purpose: what, to: sent.to })}</span>{" "}
				<Text
					component="span"
					size="sm"
					c={state === "failed" ? "var(--nobody)" : "dimmed"}
				>
					<time dateTime={sent.at} title={fullTime(at, reader)}>
						{momentText(at, now, reader)}
					</time>
					{` · ${say(`sent.channels.${sent.channel}`)} · ${say(`sent.states.${state}`)}`}
				</Text>
			</summary>
			<Text className={styles.words ?? ""}>{sent.body}</Text>
			{sent.error ? <Text size="sm">{sent.error}</Text> : null}
		</details>
	);
}

const purposes = [
	...(["reminder", "begins", "over", "gap", "changes"] as const),
	...(["digest", "alarm", "alarm-over"] as const),
];

/** The carrier's words for it, in those of the page. */
function stateOf(status: string) {
	switch (status) {
		case "waiting":
		case "sent":
		case "delivered":
			return status;
		case "read":
			return "delivered";
		case "failed":
		case "undelivered":
		case "canceled":
			return "failed";
		default:
			return "onItsWay";
	}
}
