import { Table, Text, Title } from "@mantine/core";
import { somebodyUnknown } from "../../domain/ticket/calls-filter.ts";
import type { Numbers } from "../../web/api/number-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Initials } from "../person.tsx";
import { amountsFor } from "./amounts.ts";
import { useNumberWords } from "./number-words.ts";
import styles from "./numbers.module.css";
import { TicketsOf } from "./tickets-of.tsx";

/** Who answered, how often and how soon. */
export function PeopleTable({ numbers }: { numbers: Numbers }) {
	const say = useNumberWords();
	const amounts = amountsFor(useLanguage());
	const { people, all } = numbers;
	return (
		<section>
			<Title order={2} id="numbers-people" mb="xs">
				{say("people")}
			</Title>
			{people.length === 0 ? (
				<Text c="dimmed">{say("nobody")}</Text>
			) : (
				<Table.ScrollContainer
					minWidth={500}
					scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
				>
					<Table
						className={styles.table ?? ""}
						aria-labelledby="numbers-people"
					>
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{say("person")}</Table.Th>
								<Table.Th className={styles.number ?? ""}>
									{say("count")}
								</Table.Th>
								<Table.Th className={styles.number ?? ""}>
									{say("share")}
								</Table.Th>
								<Table.Th className={styles.number ?? ""}>
									{say("soon")}
								</Table.Th>
								<Table.Th className={styles.number ?? ""}>
									{say("late")}
								</Table.Th>
								<Table.Th className={styles.number ?? ""}>
									{say("talked")}
								</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{people.map((one) => (
								<Table.Tr key={`${one.line} ${one.person}`}>
									<Table.Th scope="row">
										<span className={styles.who}>
											{one.person === null ? null : (
												<Initials id={one.person} name={one.name} />
											)}
											{one.name || say("unknown")}
										</span>
									</Table.Th>
									<Table.Td className={styles.number ?? ""}>
										<TicketsOf
											numbers={{ ...numbers, line: one.line }}
											counted={{
												outcome: "answered",
												person: one.person ?? somebodyUnknown,
											}}
											count={one.calls}
										/>
									</Table.Td>
									<Table.Td className={styles.number ?? ""}>
										{amounts.share(one.calls, all.outcomes.answered)}
									</Table.Td>
									<Table.Td className={styles.number ?? ""}>
										{amounts.seconds(one.median, say)}
									</Table.Td>
									<Table.Td className={styles.number ?? ""}>
										{amounts.seconds(one.ninetieth, say)}
									</Table.Td>
									<Table.Td className={styles.number ?? ""}>
										{say("minutes", {
											minutes: amounts.count(Math.round(one.talkSeconds / 60)),
										})}
									</Table.Td>
								</Table.Tr>
							))}
						</Table.Tbody>
					</Table>
				</Table.ScrollContainer>
			)}
		</section>
	);
}
