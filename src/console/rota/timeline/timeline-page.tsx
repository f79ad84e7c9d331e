import { Text } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { DateTime } from "luxon";
import { useCallback, useMemo, useRef, useState } from "react";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { useTitle } from "../../title.ts";
import { useDesk } from "../desk.tsx";
import { Agenda } from "./agenda.tsx";
import { boardOf, keptRows, type Row, type RowsBy } from "./board.ts";
import { Grid } from "./grid.tsx";
import { Headline } from "./headline.tsx";
import { useLabels } from "./labels.ts";
import { useNamedDays } from "./named-days.ts";
import { OverrideDialog } from "./override-dialog.tsx";
import type { Piece } from "./pieces.ts";
import { ShiftPanel } from "./shift-panel.tsx";
import styles from "./timeline-page.module.css";
import { useTimelineWords } from "./timeline-words.ts";
import { Toolbar } from "./toolbar.tsx";
import { useEdits } from "./use-edits.ts";
import { useTimelines } from "./use-timelines.ts";
import { type Scale, spanInView } from "./view.ts";

/** Who is on when? */
export default function TimelinePage() {
	const say = useTimelineWords();
	useTitle(say("title"));
	const { rota, inputs, canEdit, line } = useDesk();
	const { language } = useLanguage();
	const isNarrow = useMediaQuery("(max-width: 40em)", undefined, {
		getInitialValueInEffect: false,
	});
	const labels = useLabels(rota);
	const now = useNow();
	const today = useToday(now, rota.zone);
	const [chosenDay, setDay] = useState<DateTime | null>(null);
	const day = chosenDay ?? today;
	const [scale, setScale] = useRemembered<Scale>("scale", "month");
	const [by, setBy] = useRemembered<RowsBy>("rows", "people");
	const from = day.toMillis();
	const view = useMemo(
		() => spanInView(DateTime.fromMillis(from, { zone: rota.zone }), scale),
		[from, scale, rota.zone],
	);
	const { timeline, published } = useTimelines(view);
	const { absences, holidays } = inputs;
	const drawn = useRef<readonly Row[]>([]);
	const rows = useMemo(() => {
		const board = boardOf({ rota, timeline, published, absences, view }, by);
		drawn.current = keptRows(drawn.current, board);
		return drawn.current;
	}, [rota, timeline, published, absences, view, by]);
	const names = useNamedDays(rota, holidays, language);
	const [opened, setOpened] = useState<Piece | null>(null);
	const close = useCallback(() => setOpened(null), []);
	const edits = useEdits({ timeline, labels, view, now: now.getTime(), close });
	return (
		<>
			<Headline labels={labels} onAdd={canEdit ? edits.add : null} />
			<Toolbar
				view={view}
				day={day}
				today={today}
				scale={scale}
				by={isNarrow ? null : by}
				onDay={setDay}
				onScale={setScale}
				onBy={setBy}
			/>
			{isNarrow ? (
				<Agenda
					timeline={timeline}
					view={fromTodayOn(view, today)}
					labels={labels}
					names={names}
					open={setOpened}
				/>
			) : (
				<>
					<Grid
						key={line}
						rows={rows}
						timeline={timeline}
						view={view}
						scale={scale}
						labels={labels}
						names={names}
						today={today.toISODate() ?? ""}
						now={now.getTime()}
						canEdit={canEdit}
						focus={edits.focus}
						settle={edits.settle}
						open={setOpened}
						remove={edits.acts.remove}
					/>
					{canEdit ? (
						<Text className={styles.howTo ?? ""}>
							{say(by === "people" ? "howTo.people" : "howTo.duties")}
						</Text>
					) : null}
				</>
			)}
			<ShiftPanel
				piece={opened}
				labels={labels}
				acts={edits.acts}
				onClose={close}
			/>
			<OverrideDialog
				asked={edits.asked}
				labels={labels}
				onClose={edits.forget}
				onTold={edits.told}
			/>
		</>
	);
}

/** The same value all day long. */
function useToday(now: Date, zone: string): DateTime {
	const midnight = DateTime.fromJSDate(now, { zone }).startOf("day").toMillis();
	return useMemo(
		() => DateTime.fromMillis(midnight, { zone }),
		[midnight, zone],
	);
}

/** A list begins with today, where today is in view. */
function fromTodayOn(view: TimeSpan, today: DateTime): TimeSpan {
	const isInView = today > view.from && today < view.to;
	return isInView ? { from: today, to: view.to } : view;
}

/** Kept by the browser from visit to visit. */
function useRemembered<Value extends string>(name: string, first: Value) {
	return useLocalStorage<Value>({
		key: `faultline-rota-${name}`,
		defaultValue: first,
		getInitialValueInEffect: false,
	});
}
