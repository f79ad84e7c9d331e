import { Anchor, Button, Title } from "@mantine/core";
import { useId } from "react";
import { Link } from "wouter";
import type { MyTicket } from "../../../web/api/my-ticket-shapes.ts";
import { useMyTicketWords } from "../my-ticket-words.ts";
import type { FormKind } from "./open-form.tsx";
import styles from "./ticket-at-work.module.css";

/** What one does more rarely than the next step. */
export function Other({
	ticket: { can, number },
	isByLink,
	open,
}: {
	ticket: MyTicket;
	isByLink: boolean;
	open(form: FormKind): void;
}) {
	const say = useMyTicketWords();
	const title = useId();
	const isNext = !["acknowledge", "start", "arrive"].some((step) =>
		can.some((one) => one === step),
	);
	const forms: FormKind[] = [];
	if (can.includes("finish") && !isNext) forms.push("finish");
	if (can.includes("note")) forms.push("note");
	if (can.includes("give-back")) forms.push("give-back");
	if (forms.length === 0 && isByLink) return null;
	return (
		<section aria-labelledby={title} className={styles.section}>
			<Title order={2} id={title}>
				{say("other")}
			</Title>
			<div className={styles.buttons}>
				{forms.map((form) => (
					<Button
						key={form}
						variant="default"
						className={styles.big ?? ""}
						onClick={() => open(form)}
					>
						{say(`do.${form}`)}
					</Button>
				))}
			</div>
			{isByLink ? null : (
				<Anchor
					component={Link}
					href={`/tickets/${number}`}
					className={styles.whole ?? ""}
				>
					{say("whole")}
				</Anchor>
			)}
		</section>
	);
}
