import { NativeSelect, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import {
	type HourNumbers,
	weekdays,
	wholeWeek,
} from "../../domain/numbers/call-numbers.ts";
import type { Numbers } from "../../web/api/number-shapes.ts";
import { useLanguage } from "../language.tsx";
import { locales } from "../wall-clock.ts";
import { useNumberWords } from "./number-words.ts";
import styles from "./numbers.module.css";
import { TicketsOf } from "./tickets-of.tsx";

const shown = ["calls", "missed"] as const;

/** The week as a table of its hours, the fuller ones darker; on a phone the days stand side by side and the hours below each other. */
export function WeekTable({ numbers }: { numbers: Numbers }) {
	const say = useNumberWords();
	const isNarrow = useMediaQuery("(max-width: 56em)") ?? false;
	const [show, setShow] = useState<(typeof shown)[number]>("calls");
	const week = wholeWeek(numbers.hours);
	const count = ({ calls, answered }: HourNumbers) =>
		show === "calls" ? calls : calls - answered;
	const most = Math.max(1, ...week.flat().map(count));
	const cell = (one: HourNumbers) => (
		<Cell
			key={`${one.weekday} ${one.hour}`}
			numbers={numbers}
			at={one}
			count={count(one)}
			weight={count(one) / most}
			isMissed={show === "missed"}
		/>
	);
	return (
		<section>
			<div className={styles.weekHead}>
				<Title order={2} id="numbers-week">
					{say("week")}
				</Title>
				<NativeSelect
					aria-label={say("show")}
					value={show}
					onChange={(event) =>
						setShow(event.currentTarget.value as (typeof shown)[number])
					}
					data={shown.map((each) => ({
						value: each,
						label: say(`shows.${each}`),
					}))}
				/>
			</div>
			<Text size="sm" c="dimmed" mb="sm" maw="46rem">
				{say("weekHow", { zone: numbers.zone })}
			</Text>
			<table className={styles.week} aria-labelledby="numbers-week">
				{isNarrow ? (
					<ByHour week={week} cell={cell} />
				) : (
					<ByDay week={week} cell={cell} />
				)}
			</table>
		</section>
	);
}

interface Shown {
	readonly week: readonly HourNumbers[][];
	cell(one: HourNumbers): ReactNode;
}

function ByDay({ week, cell }: Shown) {
	const say = useNumberWords();
	const dayName = useDayName();
	return (
		<>
			<thead>
				<tr>
					<th scope="col">{say("day")}</th>
					{hours.map((hour) => (
						<th key={hour} scope="col">
							{hour}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{weekdays.map((weekday) => (
					<tr key={weekday}>
						<th scope="row">{dayName(weekday, "long")}</th>
						{week[weekday - 1]?.map(cell)}
					</tr>
				))}
			</tbody>
		</>
	);
}

function ByHour({ week, cell }: Shown) {
	const say = useNumberWords();
	const dayName = useDayName();
	return (
		<>
			<thead>
				<tr>
					<th scope="col">{say("hour")}</th>
					{weekdays.map((weekday) => (
						<th key={weekday} scope="col">
							{dayName(weekday, "short")}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{hours.map((hour) => (
					<tr key={hour}>
						<th scope="row">{hour}</th>
						{week.map((day) => {
							const one = day[hour];
							return one ? cell(one) : null;
						})}
					</tr>
				))}
			</tbody>
		</>
	);
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

function Cell({
	numbers,
	at,
	count,
	weight,
	isMissed,
}: {
	numbers: Numbers;
	at: HourNumbers;
	count: number;
	/** 0 to 1. */
	weight: number;
	isMissed: boolean;
}) {
	const say = useNumberWords();
	const dayName = useDayName();
	const { weekday, hour } = at;
	return (
		<td
			className={styles.cell}
			data-level={count === 0 ? 0 : Math.max(1, Math.ceil(weight * 5))}
		>
			{count === 0 ? (
				<span aria-hidden>·</span>
			) : (
				<TicketsOf
					numbers={numbers}
					counted={{ weekday, hour, isMissed }}
					count={count}
					label={say("cell", { day: dayName(weekday, "long"), hour, count })}
				/>
			)}
		</td>
	);
}

/** 1 is Monday. */
function useDayName() {
	const { language } = useLanguage();
	return (weekday: number, length: "long" | "short") =>
		new Intl.DateTimeFormat(locales[language], {
			weekday: length,
			timeZone: "UTC",
		}).format(Date.UTC(2026, 0, 4 + weekday));
}
