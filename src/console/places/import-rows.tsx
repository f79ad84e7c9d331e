import { Checkbox, Table, Text } from "@mantine/core";
import {
	IconAlertTriangle,
	IconInfoCircle,
	IconPencil,
	IconPlus,
} from "@tabler/icons-react";
import { languages } from "../../domain/language.ts";
import type { ImportPreview } from "../../web/api/place-shapes.ts";
import { ownName, useLanguage } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import styles from "./places.module.css";
import { usePlacesWords } from "./places-words.ts";

/** More rows than anybody looks through; those with problems come first. */
const mostShown = 300;

/** Row by row what a file would change, and who is missing in it. */
export function ImportRows({
	preview,
	name,
	removesGone,
	setRemovesGone,
}: {
	preview: ImportPreview;
	name: string;
	removesGone: boolean;
	setRemovesGone(removes: boolean): void;
}) {
	const say = usePlacesWords();
	const { rows, counts } = preview;
	return (
		<>
			{rows.length > 0 ? <Rows rows={rows} name={name} /> : null}
			{counts.added + counts.changed + counts.problems > mostShown ? (
				<Text size="sm">{say("import.onlySome", { count: mostShown })}</Text>
			) : null}
			{counts.gone > 0 ? (
				<Gone
					preview={preview}
					removesGone={removesGone}
					setRemovesGone={setRemovesGone}
				/>
			) : null}
		</>
	);
}

function Rows({ rows, name }: { rows: ImportPreview["rows"]; name: string }) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	return (
		<section
			className={styles.scrolls}
			aria-label={say("import.preview", { name })}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be within reach of the keyboard.
			tabIndex={0}
		>
			<Table className={styles.table ?? ""}>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{say("import.row")}</Table.Th>
						<Table.Th>{say("import.name")}</Table.Th>
						<Table.Th>{say("import.what2")}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{rows.slice(0, mostShown).map((row) => (
						<Table.Tr key={row.row}>
							<Table.Td>{row.row}</Table.Td>
							<Table.Td>
								{row.name}
								<Text size="sm" c="dimmed">
									{row.key}
								</Text>
							</Table.Td>
							<Table.Td>
								<Happens row={row} />
								{row.remarks.map((remark) => (
									<Text key={remark.en} size="sm">
										<IconInfoCircle size={16} aria-hidden /> {remark[language]}
									</Text>
								))}
							</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</section>
	);
}

function Happens({ row }: { row: ImportPreview["rows"][number] }) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	if (row.kind === "problem")
		return row.problems.map((problem) => (
			<Text key={problem.en} size="sm">
				<IconAlertTriangle size={16} aria-hidden /> {problem[language]}
			</Text>
		));
	if (row.kind === "new")
		return (
			<>
				<Text size="sm">
					<IconPlus size={16} aria-hidden /> {say("import.new")}
				</Text>
				<Text size="sm" c="dimmed" lineClamp={3}>
					{row.changes
						.filter(({ field, to }) => field !== "key" && to !== row.name)
						.map(
							({ field, to }) => `${fieldName(field, say)}: ${read(field, to)}`,
						)
						.join(" · ")}
				</Text>
			</>
		);
	return (
		<>
			<Text size="sm">
				<IconPencil size={16} aria-hidden /> {say("import.changed")}
			</Text>
			{row.changes.map(({ field, from, to }) => (
				<Text key={field} size="sm">
					{say("import.from", {
						field: fieldName(field, say),
						from: read(field, from) || say("import.nothingThere"),
						to: read(field, to) || say("import.nothingThere"),
					})}
				</Text>
			))}
		</>
	);
}

/** As people read it. */
function read(field: string, text: string): string {
	if (field === "numbers")
		return text.split(", ").map(readableNumber).join(", ");
	const language = languages.find((each) => each === text);
	return field === "language" && language ? ownName(language) : text;
}

function fieldName(
	field: string,
	say: ReturnType<typeof usePlacesWords>,
): string {
	return say(`field.${field}` as Parameters<typeof say>[0]);
}

/** Offered, and never done by itself. */
function Gone({
	preview: { gone, counts, mayRemove },
	removesGone,
	setRemovesGone,
}: {
	preview: ImportPreview;
	removesGone: boolean;
	setRemovesGone(removes: boolean): void;
}) {
	const say = usePlacesWords();
	const names = gone.slice(0, 20).map(({ name, key }) => `${name} (${key})`);
	return (
		<div>
			<Text fw={600}>{say("import.gone", { count: counts.gone })}</Text>
			<Text size="sm" mb="xs">
				{names.join(", ")}
				{counts.gone > names.length ? " …" : ""}
			</Text>
			{mayRemove ? (
				<Checkbox
					label={say("import.removeGone", { count: counts.gone })}
					checked={removesGone}
					onChange={(event) => setRemovesGone(event.currentTarget.checked)}
				/>
			) : (
				<Text size="sm">{say("import.unsure")}</Text>
			)}
		</div>
	);
}
