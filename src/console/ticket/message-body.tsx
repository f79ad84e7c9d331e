import { Text } from "@mantine/core";
import { errorWords } from "../../domain/ticket/message-errors.ts";
import type { TicketMessage } from "../../web/api/ticket-history-shapes.ts";
import { useLanguage } from "../language.tsx";
import { locales } from "../wall-clock.ts";
import styles from "./story.module.css";
import { type SayTicket, useTicketWords } from "./ticket-words.ts";

/** What was written, what became of it, and what it costs. */
export function MessageBody({ message }: { message: TicketMessage }) {
	const say = useTicketWords();
	const { language } = useLanguage();
	const { body, direction, error, segments, price } = message;
	const delivery = deliveryOf(message, say);
	const why = errorWords(error)?.[language];
	const facts = [
		why ? say("message.why", { status: delivery, why }) : delivery,
		segments === null ? "" : say("message.segments", { count: segments }),
		price === null
			? ""
			: new Intl.NumberFormat(locales[language], {
					style: "currency",
					currency: price.currency,
					maximumFractionDigits: 4,
				}).format(Math.abs(price.amount)),
	];
	return (
		<>
			<Text className={styles.written ?? ""}>{body}</Text>
			{direction === "in" ? null : (
				<Text
					size="sm"
					className={styles.delivery ?? ""}
					data-failed={hasFailed(message) ? "" : undefined}
				>
					{facts.filter((fact) => fact !== "").join(" · ")}
				</Text>
			)}
		</>
	);
}

const statuses = [
	"waiting",
	"queued",
	"accepted",
	"scheduled",
	"sending",
	"sent",
	"delivered",
	"read",
	"undelivered",
	"failed",
	"canceled",
	"held",
	"received",
	"receiving",
] as const;

function deliveryOf({ status }: TicketMessage, say: SayTicket): string {
	const known = statuses.find((each) => each === status);
	return known
		? say(`message.status.${known}`)
		: say("message.status.other", { status });
}

function hasFailed({ status }: TicketMessage): boolean {
	return ["failed", "undelivered", "canceled"].includes(status);
}
