import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import type { Rota } from "../../../domain/rota/rota.ts";
import type { ReviewView } from "../../../web/api/rota-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { Initials, NoInitials } from "../../person.tsx";
import { hoursText, spanText } from "../spans.ts";
import styles from "./gate.module.css";
import { useGateWords } from "./gate-words.ts";
import { lengthOf, nameIn } from "./headline.ts";

type Change = ReviewView["changes"][number];

const rowsFirst = 20;

/** Which hours go from whom to whom, by duty; the first rows at once, the rest when asked for. */
export function ChangesTable({
	changes,
	rotas,
	caption,
}: {
	changes: readonly Change[];
	rotas: readonly Rota[];
	caption: string;
}) {
	const say = useGateWords();
	const [isWhole, setWhole] = useState(false);
	const shown = isWhole ? changes : changes.slice(0, rowsFirst);
	return (
		<>
			<Table.ScrollContainer minWidth={520} type="native" tabIndex={0}>
				<Table className={styles.table ?? ""} aria-label={caption}>
					<Table.Thead>
						<Table.Tr>
							<Table.Th>{say("when")}</Table.Th>
							<Table.Th>{say("before")}</Table.Th>
							<Table.Th>{say("after")}</Table.Th>
							<Table.Th className={styles.number ?? ""}>
								{say("hours")}
							</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{shown.map((change) => (
							<ChangeRow
								key={`${change.duty} ${change.start}`}
								change={change}
								rotas={rotas}
							/>
						))}
					</Table.Tbody>
				</Table>
			</Table.ScrollContainer>
			{shown.length < changes.length ? (
				<Button variant="default" mt="xs" onClick={() => setWhole(true)}>
					{say("more", { count: changes.length })}
				</Button>
			) : null}
		</>
	);
}

function ChangeRow({
	change,
	rotas,
}: {
	change: Change;
	rotas: readonly Rota[];
}) {
	const say = useGateWords();
	const { language } = useLanguage();
	const now = useNow();
	const reader = { language, zone: rotas[0]?.zone ?? "UTC" };
	const isOffice = change.duty === "office";
	return (
		<Table.Tr>
			<Table.Td>
				{spanText(new Date(change.start), new Date(change.end), now, reader)}
				<Text size="sm" c="dimmed">
					{isOffice ? say("office") : <DutyName duty={change.duty} />}
				</Text>
			</Table.Td>
			<Table.Td>
				<Holder holder={change.before} rotas={rotas} isOffice={isOffice} />
			</Table.Td>
			<Table.Td>
				<Holder holder={change.after} rotas={rotas} isOffice={isOffice} />
			</Table.Td>
			<Table.Td className={styles.number ?? ""}>
				{hoursText(lengthOf(change), reader)}
			</Table.Td>
		</Table.Tr>
	);
}

/** A duty as people call it, where it has one of the usual names. */
export function DutyName({ duty }: { duty: string }) {
	const { t } = useLanguage();
	if (duty === "technician" || duty === "backup")
		return t(`duty.names.${duty}`);
	return duty;
}

/** Who has it: a person, nobody, or for the office whether it is open. */
export function Holder({
	holder,
	rotas,
	isOffice = false,
}: {
	holder: string | null;
	rotas: readonly Rota[];
	isOffice?: boolean;
}) {
	const say = useGateWords();
	if (isOffice) return say(holder === "open" ? "open" : "closed");
	if (holder === null)
		return (
			<span className={styles.nobody}>
				<NoInitials />
				{say("nobody")}
			</span>
		);
	const name = nameIn(rotas, holder);
	return (
		<span className={styles.person}>
			<Initials id={holder} name={name} />
			{name}
		</span>
	);
}
