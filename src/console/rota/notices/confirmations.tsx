import { Button, Text, Title } from "@mantine/core";
import type { DutyNoticesView } from "../../../web/api/duty-notice-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { when } from "../../times.ts";
import { useAcknowledgeDuty } from "./notice-queries.ts";
import { useNoticeWords } from "./notice-words.ts";
import styles from "./notices.module.css";

type Confirmation = DutyNoticesView["confirmations"][number];

/** Whom the line rang about a shift, and what they said; nothing where it rings nobody. */
export function Confirmations({ notices }: { notices: DutyNoticesView }) {
	const say = useNoticeWords();
	const { language } = useLanguage();
	const now = useNow();
	const acknowledging = useAcknowledgeDuty(notices.line);
	if (notices.confirmations.length === 0) return null;
	const reader = { language, zone: notices.zone };
	return (
		<section className={styles.section}>
			<Title order={2}>{say("confirmations.title")}</Title>
			<ul className={styles.list}>
				{notices.confirmations.map((each) => (
					<li key={each.id} className={styles.item}>
						<div>
							<Text>
								{say("confirmations.shift", {
									name: each.name,
									when: when(new Date(each.startsAt), now, reader),
								})}
							</Text>
							<State confirmation={each} />
						</div>
						{each.isOpen ? (
							<Button
								loading={
									acknowledging.isPending && acknowledging.variables === each.id
								}
								onClick={() => acknowledging.mutate(each.id)}
							>
								{say("confirmations.acknowledge")}
							</Button>
						) : null}
					</li>
				))}
			</ul>
			<Refused error={acknowledging.error} />
		</section>
	);
}

function State({ confirmation }: { confirmation: Confirmation }) {
	const say = useNoticeWords();
	const { state, tries, acknowledgedBy, isOpen } = confirmation;
	const said =
		state === "asked"
			? say("confirmations.asked", { count: tries })
			: say(`confirmations.${state}`);
	const seenTo =
		acknowledgedBy === null
			? []
			: [say("confirmations.seenTo", { name: acknowledgedBy })];
	return (
		<Text size="sm" c={isOpen ? "var(--nobody)" : "dimmed"}>
			{[said, ...seenTo].join(", ")}
		</Text>
	);
}
