import { Button, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { DateTime } from "luxon";
import { useMemo } from "react";
import { answerAt, type Timeline } from "../../../domain/rota/timeline.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { until } from "../../times.ts";
import { date } from "../../wall-clock.ts";
import { useDesk } from "../desk.tsx";
import { dutiesInOrder } from "./board.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import styles from "./headline.module.css";
import type { Labels } from "./labels.ts";
import { useTimelineWords } from "./timeline-words.ts";

/** How far the rota is covered, where it has gaps, and whose shift it is now. */
export function Headline({
	labels,
	onAdd,
}: {
	labels: Labels;
	/** null for whoever may not edit. */
	onAdd: (() => void) | null;
}) {
	const say = useTimelineWords();
	const { timeline } = useDesk();
	const now = useNow();
	const at = now.getTime();
	const coverage = useMemo(
		() =>
			coverageOf(
				timeline,
				DateTime.fromMillis(at, { zone: timeline.rota.zone }),
			),
		[timeline, at],
	);
	return (
		<div className={styles.headline}>
			<div className={styles.words}>
				<Title order={1}>
					<CoveredWords
						coverage={coverage}
						now={now}
						zone={timeline.rota.zone}
					/>{" "}
					<GapWords coverage={coverage} labels={labels} />
				</Title>
				<Text className={styles.now ?? ""}>
					<span className={styles.label}>{say("now")}</span>
					<span className={styles.holders}>
						<HoldersNow timeline={timeline} now={now} labels={labels} />
					</span>
				</Text>
			</div>
			{onAdd ? (
				<Button
					className={styles.add ?? ""}
					leftSection={<IconPlus size={18} aria-hidden />}
					onClick={onAdd}
				>
					{say("add")}
				</Button>
			) : null}
		</div>
	);
}

function CoveredWords({
	coverage,
	now,
	zone,
}: {
	coverage: Coverage;
	now: Date;
	zone: string;
}) {
	const { language } = useLanguage();
	const say = useTimelineWords();
	if (coverage.isEmpty) return say("nothing");
	if (!coverage.until) return say("coveredYear");
	return say("covered", {
		day: date(coverage.until.toJSDate(), now, { language, zone }, "long"),
	});
}

function GapWords({
	coverage,
	labels,
}: {
	coverage: Coverage;
	labels: Labels;
}) {
	const say = useTimelineWords();
	const [first] = coverage.gaps;
	if (!first || coverage.isEmpty) return null;
	const { start, end } = first;
	const isEndless = end.diff(start, "days").days > 300;
	return (
		<span className={styles.gap}>
			{isEndless
				? say("never", { duty: labels.duty(first.duty) })
				: say("gap", {
						count: coverage.gaps.length,
						span: labels.span(start.toMillis(), end.toMillis()),
					})}
		</span>
	);
}

function HoldersNow({
	timeline,
	now,
	labels,
}: {
	timeline: Timeline;
	now: Date;
	labels: Labels;
}) {
	const { language } = useLanguage();
	const say = useTimelineWords();
	const { zone } = timeline.rota;
	const { duties } = answerAt(timeline, DateTime.fromJSDate(now, { zone }));
	return dutiesInOrder(timeline.rota).map((duty) => {
		const answer = duties[duty];
		if (!answer) return null;
		const { person, until: end } = answer;
		const name = labels.person(person);
		return (
			<span key={duty} className={person === null ? styles.gap : undefined}>
				{labels.duty(duty)}:{" "}
				{end === null
					? name
					: say("until", {
							name,
							until: until(end.toJSDate(), now, { language, zone }),
						})}
			</span>
		);
	});
}
