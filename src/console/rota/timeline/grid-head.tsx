// biome-ignore-all lint/a11y/useSemanticElements: no table has bars that stand at their times
// biome-ignore-all lint/a11y/useFocusableInteractive: only the bars take the focus, one of them by Tab
import { IconClockMinus, IconClockPlus } from "@tabler/icons-react";
import { DateTime } from "luxon";
import { memo, type ReactNode } from "react";
import { clockChangesIn } from "../../../domain/rota/clock-changes.ts";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import { useLanguage } from "../../language.tsx";
import { part } from "../../wall-clock.ts";
import styles from "./head.module.css";
import type { Labels } from "./labels.ts";
import { useTimelineWords } from "./timeline-words.ts";
import { daysIn, placeIn, type Scale } from "./view.ts";

interface HeadProps {
	readonly view: TimeSpan;
	readonly scale: Scale;
	readonly labels: Labels;
	/** Names of holidays and special days by local date. */
	readonly names: ReadonlyMap<string, string>;
	/** Today's local date. */
	readonly today: string;
}

/** The days in view: holidays by name on top, nights on which the clocks change with a sign. */
export const GridHead = memo(function GridHead(props: HeadProps) {
	const { scale } = props;
	return (
		<div role="row" className={styles.head}>
			<div role="presentation" className={styles.corner} />
			<div role="presentation" className={styles.lanes}>
				<div role="presentation" className={styles.names}>
					<Holidays {...props} />
				</div>
				<div role="presentation" className={styles.days}>
					{scale === "day" ? (
						<Hours {...props} />
					) : scale === "quarter" ? (
						<Weeks {...props} />
					) : (
						<Days {...props} />
					)}
				</div>
				<ClockChanges {...props} />
			</div>
		</div>
	);
});

function Days({ view, scale, labels, names, today }: HeadProps) {
	const { language } = useLanguage();
	return daysIn(view).map((day) => {
		const reader = { language, zone: view.from.zoneName ?? "UTC" };
		const date = day.toISODate() ?? "";
		const weekday = part(day.toJSDate(), reader, {
			weekday: scale === "week" ? "short" : "narrow",
		});
		const holiday = names.get(date);
		return (
			<Column
				key={date}
				view={view}
				from={day}
				to={day.plus({ days: 1 })}
				isWide={scale === "week"}
				isToday={date === today}
				isClosed={holiday !== undefined || day.weekday > 5}
				label={[labels.day(day.toMillis()), holiday].filter(Boolean).join(", ")}
			>
				<span>{weekday}</span>
				<span className={styles.number}>
					{scale === "week" ? dayAndMonth(day, reader) : day.day}
				</span>
			</Column>
		);
	});
}

function Weeks({ view, labels, names, today }: HeadProps) {
	const { language } = useLanguage();
	const say = useTimelineWords();
	const reader = { language, zone: view.from.zoneName ?? "UTC" };
	const days = daysIn(view);
	const now = DateTime.fromISO(today, { zone: reader.zone });
	return days
		.filter(({ weekday }) => weekday === 1)
		.map((monday) => {
			const week = say("week", { number: monday.weekNumber });
			const first = days.indexOf(monday);
			const to = days[first + 7] ?? view.to;
			const holidays = days
				.slice(first, first + 7)
				.flatMap((day) => names.get(day.toISODate() ?? "") ?? []);
			return (
				<Column
					key={monday.toMillis()}
					view={view}
					from={monday}
					to={to}
					isWide
					isToday={now.hasSame(monday, "week")}
					isClosed={false}
					label={[week, labels.day(monday.toMillis()), ...holidays].join(", ")}
				>
					<span>{week}</span>
					<span className={styles.number}>{dayAndMonth(monday, reader)}</span>
				</Column>
			);
		});
}

function dayAndMonth(
	day: DateTime,
	reader: Parameters<typeof part>[1],
): string {
	return part(day.toJSDate(), reader, {
		day: "numeric",
		month: reader.language === "fi" ? "numeric" : "short",
	});
}

function Hours({ view, labels }: HeadProps) {
	const hours: number[] = [];
	const end = view.to.toMillis();
	for (let at = view.from; at.toMillis() < end; at = at.plus({ hours: 1 }))
		if (at.hour % 3 === 0) hours.push(at.toMillis());
	return hours.map((at) => (
		<div
			key={at}
			role="columnheader"
			className={styles.tick}
			style={{ left: `${placeIn(view, at)}%` }}
		>
			{labels.clock(at)}
		</div>
	));
}

function Column({
	view,
	from,
	to,
	label,
	isWide,
	isToday,
	isClosed,
	children,
}: {
	view: TimeSpan;
	from: DateTime;
	to: DateTime;
	label: string;
	isWide: boolean;
	isToday: boolean;
	isClosed: boolean;
	children: ReactNode;
}) {
	const left = placeIn(view, from.toMillis());
	return (
		<div
			role="columnheader"
			aria-label={label}
			aria-current={isToday ? "date" : undefined}
			title={label}
			className={styles.day}
			data-wide={isWide || undefined}
			data-today={isToday || undefined}
			data-closed={isClosed || undefined}
			style={{
				left: `${left}%`,
				width: `${placeIn(view, to.toMillis()) - left}%`,
			}}
		>
			{children}
		</div>
	);
}

/** Holidays close to one another share a label, which has the room until the next one. */
function Holidays({ view, scale, names }: HeadProps) {
	const apart = scale === "quarter" ? { days: 5 } : { days: 2 };
	const groups: { from: DateTime; to: DateTime; names: string[] }[] = [];
	for (const day of daysIn(view)) {
		const name = names.get(day.toISODate() ?? "");
		if (name === undefined) continue;
		const last = groups.at(-1);
		const next = day.plus({ days: 1 });
		if (last && last.to.plus(apart) >= day) {
			last.to = next;
			if (!last.names.includes(name)) last.names.push(name);
		} else groups.push({ from: day, to: next, names: [name] });
	}
	return groups.map(({ from, names: said }, index) => {
		const left = placeIn(view, from.toMillis());
		const next = groups[index + 1]?.from ?? view.to;
		return (
			<div
				key={from.toMillis()}
				role="presentation"
				className={styles.holiday}
				title={said.join(", ")}
				style={{
					left: `${left}%`,
					maxWidth: `${placeIn(view, next.toMillis()) - left}%`,
				}}
			>
				{said.join(", ")}
			</div>
		);
	});
}

/** In a line of their own, which is there only when the clocks change in view. */
function ClockChanges({ view, labels }: HeadProps) {
	const say = useTimelineWords();
	const changes = clockChangesIn(view.from.zoneName ?? "UTC", view);
	if (changes.length === 0) return null;
	return (
		<div role="presentation" className={styles.clocks}>
			{changes.map(({ at, minutes }) => {
				const length = labels.length(Math.abs(minutes) * 60_000);
				const Sign = minutes > 0 ? IconClockPlus : IconClockMinus;
				const place = placeIn(view, at.toMillis());
				return (
					<div
						key={at.toMillis()}
						role="presentation"
						className={styles.clock}
						data-late={place > 75 || undefined}
						style={{ left: `${place}%` }}
					>
						<Sign size={16} aria-hidden />
						{minutes > 0
							? say("clocksForward", { length })
							: say("clocksBack", { length })}
					</div>
				);
			})}
		</div>
	);
}
