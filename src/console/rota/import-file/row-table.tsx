import { Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { ReadShifts } from "../../../web/api/calendar-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { useCalendarWords } from "../calendars/calendar-words.ts";
import { useDesk } from "../desk.tsx";
import styles from "./import.module.css";

/** More rows than anybody looks through; those with problems come first. */
const mostShown = 300;

/** Each row of the file: what was understood, or what to do about it. */
export function RowTable({
	rows,
	file,
}: {
	rows: ReadShifts["rows"];
	file: string;
}) {
	const say = useCalendarWords();
	const { language } = useLanguage();
	const { rota } = useDesk();
	if (rows.length === 0) return null;
	const isBad = (row: ReadShifts["rows"][number]) => row.problems.length > 0;
	const shown = [...rows.filter(isBad), ...rows.filter((row) => !isBad(row))];
	return (
		<section
			className={styles.table}
			aria-label={say("file.preview", { name: file })}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be within reach of the keyboard.
			tabIndex={0}
		>
			<Table>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{say("file.row")}</Table.Th>
						<Table.Th>{say("file.note")}</Table.Th>
						<Table.Th>{say("file.person")}</Table.Th>
						<Table.Th>{say("file.start")}</Table.Th>
						<Table.Th>{say("file.end")}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{shown.slice(0, mostShown).map((row) => (
						<Table.Tr key={row.row}>
							<Table.Td className={styles.number}>{row.row}</Table.Td>
							<Table.Td className={styles.note}>
								{isBad(row) ? (
									row.problems.map((problem) => (
										<Text key={problem.en} size="sm">
											<IconAlertTriangle size={16} aria-hidden />{" "}
											{problem[language]}
										</Text>
									))
								) : (
									<Text size="sm">
										<IconCheck size={16} aria-hidden /> {say("file.fine")}
									</Text>
								)}
							</Table.Td>
							<Table.Td>
								{row.person === null
									? row.text
									: (rota.people[row.person]?.name ?? row.person)}
							</Table.Td>
							<Table.Td className={styles.number}>
								{readable(row.start)}
							</Table.Td>
							<Table.Td className={styles.number}>{readable(row.end)}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</section>
	);
}

function readable(time: string | null): string {
	return time?.replace("T", " ") ?? "";
}
