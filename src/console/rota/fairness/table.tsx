import { Table, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import { type Measure, measures } from "../../../domain/fairness/fairness.ts";
import type { PersonsBurdenView } from "../../../web/api/fairness-shapes.ts";
import { Initials } from "../../person.tsx";
import type { Reader } from "../../wall-clock.ts";
import { amounts } from "./amounts.ts";
import styles from "./fairness.module.css";
import { type SayFairness, useFairnessWords } from "./fairness-page-words.ts";

type Column =
	| "person"
	| "shifts"
	| "difference"
	| `${"has" | "even"} ${Measure}`;

const columns: readonly Column[] = [
	"person",
	"has hours",
	"even hours",
	"difference",
	"has nights",
	"even nights",
	...measures
		.filter((measure) => measure !== "hours" && measure !== "nights")
		.map((measure) => `has ${measure}` as const),
	"shifts",
];

/** Everything behind the chart; each column sorts. */
export function FairnessTable({
	people,
	reader,
	caption,
}: {
	people: readonly PersonsBurdenView[];
	reader: Reader;
	caption: string;
}) {
	const say = useFairnessWords();
	const [sort, setSort] = useState<{ by: Column; isDown: boolean }>({
		by: "has hours",
		isDown: true,
	});
	if (people.length === 0) return <Text>{say("nobody")}</Text>;
	const sorted = [...people].sort(
		(one, other) =>
			compare(amountIn(one, sort.by), amountIn(other, sort.by)) *
			(sort.isDown ? -1 : 1),
	);
	return (
		<Table.ScrollContainer minWidth={900}>
			<Table
				className={styles.table ?? ""}
				verticalSpacing="xs"
				captionSide="top"
			>
				<Table.Caption>{caption}</Table.Caption>
				<Table.Thead>
					<Table.Tr>
						{columns.map((column) => (
							<Head
								key={column}
								label={labelOf(column, say)}
								isNumber={column !== "person"}
								sorted={sort.by === column ? sort.isDown : null}
								onSort={() =>
									setSort({
										by: column,
										isDown:
											sort.by === column ? !sort.isDown : column !== "person",
									})
								}
							/>
						))}
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{sorted.map((one) => (
						<Table.Tr key={one.person}>
							{columns.map((column) =>
								column === "person" ? (
									<Table.Th key={column} scope="row" fw={400}>
										<span className={styles.who}>
											<Initials id={one.person} name={one.name} />
											{one.name}
										</span>
									</Table.Th>
								) : (
									<Table.Td key={column} className={styles.number ?? ""}>
										{shown(one, column, reader, say)}
									</Table.Td>
								),
							)}
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</Table.ScrollContainer>
	);
}

function Head({
	label,
	isNumber,
	sorted,
	onSort,
}: {
	label: string;
	isNumber: boolean;
	/** Whether the most comes first; null when another column sorts. */
	sorted: boolean | null;
	onSort(): void;
}) {
	const say = useFairnessWords();
	const Arrow = sorted ? IconArrowDown : IconArrowUp;
	return (
		<Table.Th
			className={isNumber ? (styles.number ?? "") : ""}
			aria-sort={sorted === null ? "none" : sorted ? "descending" : "ascending"}
		>
			<button
				type="button"
				className={styles.sort}
				title={say("sortBy", { column: label })}
				onClick={onSort}
			>
				{label}
				{sorted === null ? null : <Arrow size={14} aria-hidden />}
			</button>
		</Table.Th>
	);
}

function amountIn(one: PersonsBurdenView, column: Column): number | string {
	if (column === "person") return one.name;
	if (column === "shifts" || column === "difference") return one[column];
	const [kind, measure] = column.split(" ") as ["has" | "even", Measure];
	return one[kind][measure];
}

function compare(one: number | string, other: number | string): number {
	return typeof one === "string" || typeof other === "string"
		? String(one).localeCompare(String(other), "fi")
		: one - other;
}

function shown(
	one: PersonsBurdenView,
	column: Exclude<Column, "person">,
	reader: Reader,
	say: SayFairness,
): string {
	if (column === "shifts") return String(one.shifts);
	if (column === "difference") {
		const sign = one.difference > 0 ? "+" : one.difference < 0 ? "−" : "";
		const hours = amounts("hours", reader)(Math.abs(one.difference));
		return `${sign}${hours}, ${say(`standing.${one.standing}`)}`;
	}
	const [kind, measure] = column.split(" ") as ["has" | "even", Measure];
	return amounts(measure, reader)(one[kind][measure]);
}

function labelOf(column: Column, say: SayFairness): string {
	if (column === "person" || column === "shifts" || column === "difference")
		return say(column);
	const [kind, measure] = column.split(" ") as ["has" | "even", Measure];
	const name = say(`measures.${measure}`);
	return kind === "has" ? name : `${name}: ${say("even").toLowerCase()}`;
}
