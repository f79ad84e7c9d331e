import { Text } from "@mantine/core";
import {
	IconAlertTriangleFilled,
	IconClockExclamation,
} from "@tabler/icons-react";
import type { Urgency } from "../../domain/ticket/ticket.ts";
import { useSettingsWords } from "./settings-words.ts";
import styles from "./urgency-sign.module.css";

/** The urgency in a word, with a sign where it matters. */
export function UrgencySign({ urgency }: { urgency: Urgency }) {
	const say = useSettingsWords();
	return (
		<Text
			component="span"
			size="sm"
			className={styles.sign ?? ""}
			data-urgency={urgency}
		>
			{urgency === "emergency" ? (
				<IconAlertTriangleFilled size={16} aria-hidden />
			) : null}
			{urgency === "urgent" ? (
				<IconClockExclamation size={16} aria-hidden />
			) : null}
			{say(`urgency.${urgency}`)}
		</Text>
	);
}
