import {
	ActionIcon,
	Button,
	Group,
	SegmentedControl,
	TextInput,
} from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { DateTime } from "luxon";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import { useLanguage } from "../../language.tsx";
import { locales } from "../../wall-clock.ts";
import type { RowsBy } from "./board.ts";
import { useTimelineWords } from "./timeline-words.ts";
import styles from "./toolbar.module.css";
import { type Scale, scales, turned } from "./view.ts";

/** What is in view, and how to look elsewhere. */
export function Toolbar({
	view,
	day,
	today,
	scale,
	by,
	onDay,
	onScale,
	onBy,
}: {
	view: TimeSpan;
	day: DateTime;
	today: DateTime;
	scale: Scale;
	/** null where there are no rows. */
	by: RowsBy | null;
	onDay: (day: DateTime) => void;
	onScale: (scale: Scale) => void;
	onBy: (by: RowsBy) => void;
}) {
	const say = useTimelineWords();
	const { language } = useLanguage();
	const zone = view.from.zoneName ?? "UTC";
	return (
		<div className={styles.bar}>
			<Group gap={4} wrap="nowrap">
				<ActionIcon
					variant="default"
					size={36}
					aria-label={say("earlier")}
					title={say("earlier")}
					onClick={() => onDay(turned(day, scale, -1))}
				>
					<IconChevronLeft size={20} />
				</ActionIcon>
				<ActionIcon
					variant="default"
					size={36}
					aria-label={say("later")}
					title={say("later")}
					onClick={() => onDay(turned(day, scale, 1))}
				>
					<IconChevronRight size={20} />
				</ActionIcon>
				<Button
					variant="default"
					px="sm"
					disabled={day.hasSame(today, "day")}
					onClick={() => onDay(today)}
				>
					{say("today")}
				</Button>
			</Group>
			<strong className={styles.period} aria-live="polite">
				{periodWords(view, locales[language])}
			</strong>
			<TextInput
				type="date"
				aria-label={say("date")}
				title={say("date")}
				className={styles.date ?? ""}
				value={day.toISODate() ?? ""}
				onChange={(event) => {
					const typed = event.currentTarget.value;
					const chosen = view.from.set(dateOf(typed));
					if (typed !== "" && chosen.isValid && chosen.year > 1999)
						onDay(chosen.setZone(zone));
				}}
			/>
			<SegmentedControl
				aria-label={say("scale.label")}
				value={scale}
				onChange={(value) => onScale(value as Scale)}
				data={scales.map((value) => ({ value, label: say(`scale.${value}`) }))}
			/>
			{by === null ? null : (
				<SegmentedControl
					aria-label={say("by.label")}
					value={by}
					onChange={(value) => onBy(value as RowsBy)}
					data={(["people", "duties"] as const).map((value) => ({
						value,
						label: say(`by.${value}`),
					}))}
				/>
			)}
		</div>
	);
}

function dateOf(typed: string) {
	const [year = 0, month = 0, day = 0] = typed.split("-").map(Number);
	return { year, month, day };
}

/** "16 November – 20 December 2026", as the language writes a range of dates. */
function periodWords({ from, to }: TimeSpan, locale: string): string {
	return new Intl.DateTimeFormat(locale, {
		day: "numeric",
		month: "short",
		year: "numeric",
		timeZone: from.zoneName ?? "UTC",
	}).formatRange(from.toJSDate(), to.minus({ hours: 1 }).toJSDate());
}
