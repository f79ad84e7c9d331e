import { Skeleton, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { LineOnDuty, OnDuty } from "../../web/api/shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import { useOnDuty } from "../queries.ts";
import { Sentences } from "../sentences.tsx";
import { fullTime } from "../times.ts";
import { useTitle } from "../title.ts";
import { Alarms } from "./alarms.tsx";
import { CallsNow } from "./calls-now.tsx";
import { headline } from "./headline.ts";
import { LatestTickets } from "./latest-tickets.tsx";
import { LineNow } from "./line-now.tsx";
import styles from "./now-page.module.css";

/** Who has it, and is all well? */
export default function NowPage() {
	const { t } = useLanguage();
	const onDuty = useOnDuty();
	useTitle(t("now.title"));
	useRenewalWhenAnswersEnd(onDuty.data);
	return (
		<>
			<Headline lines={onDuty.data?.lines} />
			<Alarms />
			<div className={styles.columns}>
				<CallsNow />
				<aside className={styles.aside} aria-label={t("duty.title")}>
					{onDuty.data ? (
						onDuty.data.lines.map((line) => (
							<LineNow
								key={line.line}
								line={line}
								isOnly={onDuty.data.lines.length === 1}
							/>
						))
					) : (
						<Skeleton height={420} />
					)}
				</aside>
				<LatestTickets />
			</div>
		</>
	);
}

function Headline({ lines }: { lines: readonly LineOnDuty[] | undefined }) {
	const { t } = useLanguage();
	if (!lines)
		return (
			<div className={styles.headline}>
				<Skeleton height={35} maw={640} />
				<Skeleton height={20} maw={360} mt={12} />
			</div>
		);
	if (lines.length === 0)
		return (
			<Title order={1} className={styles.headline ?? ""}>
				{t("now.noRota").replaceAll("`", "")}
			</Title>
		);
	return (
		<div className={styles.headline}>
			<Title order={1}>
				{lines.map((line) => (
					<LineSentences
						key={line.line}
						line={line}
						isOnly={lines.length === 1}
					/>
				))}
			</Title>
			<TimeAndNumber lines={lines} />
		</div>
	);
}

function LineSentences({
	line,
	isOnly,
}: {
	line: LineOnDuty;
	isOnly: boolean;
}) {
	const { language, t } = useLanguage();
	const now = useNow();
	const reader = { language, zone: line.zone };
	return (
		<span className={styles.sentences}>
			{isOnly ? null : (
				<span className={styles.lineName}>{line.name[language]}</span>
			)}
			{headline(line, now, reader, t).map(({ text, isGap }) => (
				<span key={text} className={isGap ? styles.gap : undefined}>
					<Sentences texts={[text]} />
				</span>
			))}
		</span>
	);
}

function TimeAndNumber({ lines }: { lines: readonly LineOnDuty[] }) {
	const { language } = useLanguage();
	const now = useNow();
	const [line] = lines;
	if (!line) return null;
	return (
		<Text c="dimmed" mt={6}>
			{fullTime(now, { language, zone: line.zone })}
			{lines.length === 1
				? ` · ${line.name[language]} ${readableNumber(line.number)}`
				: ""}
		</Text>
	);
}

/** An answer holds until its `until`; then it is asked anew. */
function useRenewalWhenAnswersEnd(onDuty: OnDuty | undefined): void {
	const client = useQueryClient();
	const now = useNow("second");
	const end = onDuty ? firstEnd(onDuty) : Number.POSITIVE_INFINITY;
	const isOver = now.getTime() >= end;
	useEffect(() => {
		if (isOver) void client.invalidateQueries({ queryKey: ["on-duty"] });
	}, [isOver, client]);
}

function firstEnd({ lines }: OnDuty): number {
	const ends = lines.flatMap((line) => [
		line.office.until,
		...Object.values(line.duties).map((duty) => duty.until),
	]);
	const known = ends.filter((end) => end !== null);
	return Math.min(...known.map((end) => new Date(end).getTime()));
}
