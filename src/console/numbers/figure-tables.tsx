import { Table, Text, Title } from "@mantine/core";
import { countedOutcomes } from "../../domain/numbers/call-numbers.ts";
import type { Numbers } from "../../web/api/number-shapes.ts";
import { useLanguage } from "../language.tsx";
import { amountsFor } from "./amounts.ts";
import { useNumberWords } from "./number-words.ts";
import styles from "./numbers.module.css";
import { TicketsOf } from "./tickets-of.tsx";

/** What became of the calls. */
export function CallTable({ numbers }: { numbers: Numbers }) {
	const say = useNumberWords();
	const amounts = amountsFor(useLanguage());
	const { all, before } = numbers;
	return (
		<section>
			<Title order={2} id="numbers-calls" mb="xs">
				{say("calls")}
			</Title>
			<Table className={styles.table ?? ""} aria-labelledby="numbers-calls">
				<Head first={say("outcome")} />
				<Table.Tbody>
					{countedOutcomes.map((outcome) => (
						<Table.Tr key={outcome}>
							<Table.Th scope="row">{say(`outcomes.${outcome}`)}</Table.Th>
							<Table.Td className={styles.number ?? ""}>
								<TicketsOf
									numbers={numbers}
									counted={{ outcome }}
									count={all.outcomes[outcome]}
								/>
							</Table.Td>
							<Table.Td className={styles.number ?? ""}>
								{amounts.share(all.outcomes[outcome], all.calls)}
							</Table.Td>
							<Table.Td className={styles.number ?? ""}>
								{amounts.share(before.all.outcomes[outcome], before.all.calls)}
							</Table.Td>
						</Table.Tr>
					))}
					<Table.Tr className={styles.sum ?? ""}>
						<Table.Th scope="row">{say("all")}</Table.Th>
						<Table.Td className={styles.number ?? ""}>
							<TicketsOf numbers={numbers} counted={{}} count={all.calls} />
						</Table.Td>
						<Table.Td />
						<Table.Td className={styles.number ?? ""}>
							{amounts.count(before.all.calls)}
						</Table.Td>
					</Table.Tr>
				</Table.Tbody>
			</Table>
			{all.blocked > 0 ? (
				<Text size="sm" mt="xs">
					{say("outcomes.blocked")}:{" "}
					<TicketsOf
						numbers={numbers}
						counted={{ outcome: "blocked" }}
						count={all.blocked}
					/>
					. {say("blockedHow")}
				</Text>
			) : null}
		</section>
	);
}

/** How soon they were answered. */
export function TimeTable({ numbers }: { numbers: Numbers }) {
	const say = useNumberWords();
	const amounts = amountsFor(useLanguage());
	const { all, before } = numbers;
	return (
		<section>
			<Title order={2} id="numbers-time" mb="xs">
				{say("time")}
			</Title>
			<Table className={styles.table ?? ""} aria-labelledby="numbers-time">
				<Head first={say("figure")} />
				<Table.Tbody>
					{(["median", "ninetieth"] as const).map((each) => (
						<Table.Tr key={each}>
							<Table.Th scope="row">{say(each)}</Table.Th>
							<Table.Td className={styles.number ?? ""} colSpan={2}>
								{amounts.seconds(all.answerSeconds[each], say)}
							</Table.Td>
							<Table.Td className={styles.number ?? ""}>
								{amounts.seconds(before.all.answerSeconds[each], say)}
							</Table.Td>
						</Table.Tr>
					))}
					{all.within.map(({ seconds, calls }, i) => (
						<Table.Tr key={seconds}>
							<Table.Th scope="row">{say("within", { seconds })}</Table.Th>
							<Table.Td className={styles.number ?? ""}>
								<TicketsOf
									numbers={numbers}
									counted={{ within: seconds }}
									count={calls}
								/>
							</Table.Td>
							<Table.Td className={styles.number ?? ""}>
								{amounts.share(calls, all.calls)}
							</Table.Td>
							<Table.Td className={styles.number ?? ""}>
								{amounts.share(
									before.all.within[i]?.calls ?? 0,
									before.all.calls,
								)}
							</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
			<Text size="sm" c="dimmed" mt="xs" maw="34rem">
				{say("timeHow")}
			</Text>
		</section>
	);
}

/** What a row is about, then how many, which share, and how it was before. */
function Head({ first }: { first: string }) {
	const say = useNumberWords();
	return (
		<Table.Thead>
			<Table.Tr>
				<Table.Th>{first}</Table.Th>
				{(["count", "share", "earlier"] as const).map((name) => (
					<Table.Th key={name} className={styles.number ?? ""}>
						{say(name)}
					</Table.Th>
				))}
			</Table.Tr>
		</Table.Thead>
	);
}
