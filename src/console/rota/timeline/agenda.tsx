import { Text, UnstyledButton } from "@mantine/core";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";
import { Initials, NoInitials } from "../../person.tsx";
import styles from "./agenda.module.css";
import { dutiesInOrder } from "./board.ts";
import type { Labels } from "./labels.ts";
import { type Piece, piecesIn } from "./pieces.ts";
import { useTimelineWords } from "./timeline-words.ts";
import { daysIn } from "./view.ts";

/** The same shifts as a list, day by day, for narrow screens: what begins then, and on the first day what goes on. */
export function Agenda({
	timeline,
	view,
	labels,
	names,
	open,
}: {
	timeline: Timeline;
	view: TimeSpan;
	labels: Labels;
	names: ReadonlyMap<string, string>;
	open: (piece: Piece) => void;
}) {
	const say = useTimelineWords();
	const duties = dutiesInOrder(timeline.rota);
	const span = { start: view.from.toMillis(), end: view.to.toMillis() };
	const pieces = duties
		.flatMap((duty) => piecesIn(timeline, duty, span))
		.sort((a, b) => a.start - b.start);
	return (
		<section aria-label={say("list.label")}>
			{daysIn(view).map((day, index) => {
				const from = index === 0 ? Number.NEGATIVE_INFINITY : day.toMillis();
				const to = day.plus({ days: 1 }).toMillis();
				const begins = pieces.filter(
					({ start }) => start >= from && start < to,
				);
				const date = day.toISODate() ?? "";
				const name = names.get(date);
				if (begins.length === 0 && name === undefined) return null;
				return (
					<div key={date} className={styles.day}>
						<h2 className={styles.date}>
							{labels.day(day.toMillis())}
							{name ? <span className={styles.holiday}>{name}</span> : null}
						</h2>
						{begins.length === 0 ? (
							<Text c="dimmed" size="sm">
								{say("list.none")}
							</Text>
						) : (
							<ul className={styles.list}>
								{begins.map((piece) => (
									<li key={piece.id}>
										<Entry
											piece={piece}
											labels={labels}
											isOnlyDuty={duties.length === 1}
											open={open}
										/>
									</li>
								))}
							</ul>
						)}
					</div>
				);
			})}
		</section>
	);
}

function Entry({
	piece,
	labels,
	isOnlyDuty,
	open,
}: {
	piece: Piece;
	labels: Labels;
	isOnlyDuty: boolean;
	open: (piece: Piece) => void;
}) {
	const say = useTimelineWords();
	const { person, because } = piece;
	const who =
		because.kind === "intended-gap"
			? say("nobodyOnPurpose")
			: labels.person(person);
	return (
		<UnstyledButton
			className={styles.entry ?? ""}
			data-gap={because.kind === "gap" || undefined}
			onClick={() => open(piece)}
		>
			{person === null ? (
				<NoInitials />
			) : (
				<Initials id={person} name={labels.person(person)} />
			)}
			<span className={styles.words}>
				<span className={styles.who}>
					{who}
					{isOnlyDuty ? null : (
						<span className={styles.duty}> · {labels.duty(piece.duty)}</span>
					)}
				</span>
				<span className={styles.span}>
					{labels.span(piece.start, piece.end)}
				</span>
			</span>
			<span className={styles.length}>{labels.extent(piece)}</span>
		</UnstyledButton>
	);
}
