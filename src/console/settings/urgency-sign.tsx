import { Text } from "@mantine/core";
import {
	IconAlertTriangleFilled,
	IconClockExclamation,
} from "@tabler/icons-react";
import type { Urgency } from "../../domain/ticket/ticket.ts";
import { urgencyWord } from "../../domain/ticket/urgency-words.ts";
import { useLanguage } from "../language.tsx";
import styles from "./urgency-sign.module.css";

/** The urgency in a word, with a sign where it matters. */
export function UrgencySign({ urgency }: { urgency: Urgency }) {
	const { language } = useLanguage();
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
			{urgencyWord(urgency, language)}
		</Text>
	);
}
