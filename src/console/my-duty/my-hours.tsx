import { Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { PersonsBurdenView } from "../../web/api/fairness-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { locales, wallClock } from "../wall-clock.ts";
import styles from "./my-duty.module.css";
import type { MyLine } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";

interface MyHoursAnswer {
	readonly lines: readonly {
		readonly line: string;
		readonly name: string;
		readonly planned: PersonsBurdenView | null;
		readonly held: PersonsBurdenView | null;
	}[];
}

/** One's own hours of the running year, planned and held so far. */
export function MyHours({ lines }: { lines: readonly MyLine[] }) {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const now = useNow();
	const year = Number(wallClock(now, lines[0]?.zone ?? "UTC").year);
	const { data, error } = useQuery({
		queryKey: ["rota", "my-hours", year],
		queryFn: ({ signal }) =>
			ask<MyHoursAnswer>(
				`/api/my-hours?from=${year}-01-01&to=${year + 1}-01-01`,
				language,
				{ signal },
			),
	});
	if (!data) return <Refused error={error} />;
	const known = data.lines.filter(({ planned, held }) => planned ?? held);
	return (
		<section aria-labelledby="hours">
			<Title order={2} id="hours">
				{say("hours.title")}
			</Title>
			{known.length === 0 ? <Text mt="xs">{say("hours.none")}</Text> : null}
			{known.map((each) => (
				<HoursOfLine key={each.line} isOnly={known.length === 1} {...each} />
			))}
		</section>
	);
}

const rows = ["hours", "nights", "weekendHours", "holidayHours"] as const;

function HoursOfLine({
	name,
	planned,
	held,
	isOnly,
}: MyHoursAnswer["lines"][number] & { isOnly: boolean }) {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const number = new Intl.NumberFormat(locales[language], {
		maximumFractionDigits: 1,
	});
	return (
		<Table className={styles.hours ?? ""} layout="fixed">
			{isOnly ? null : <Table.Caption>{name}</Table.Caption>}
			<Table.Thead>
				<Table.Tr>
					<Table.Th>{say("hours.what")}</Table.Th>
					<Table.Th>{say("hours.planned")}</Table.Th>
					<Table.Th>{say("hours.held")}</Table.Th>
				</Table.Tr>
			</Table.Thead>
			<Table.Tbody>
				{rows.map((row) => (
					<Table.Tr key={row}>
						<Table.Th scope="row" fw={400}>
							{say(`hours.${row}`)}
						</Table.Th>
						<Table.Td>{number.format(planned?.has[row] ?? 0)}</Table.Td>
						<Table.Td>{number.format(held?.has[row] ?? 0)}</Table.Td>
					</Table.Tr>
				))}
			</Table.Tbody>
		</Table>
	);
}
