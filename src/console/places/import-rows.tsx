import { Checkbox, Text } from "@mantine/core";
import {
	IconAlertTriangle,
	IconInfoCircle,
	IconPencil,
	IconPlus,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
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
	return (
		<ul
			className={`${styles.records} ${styles.ruled}`}
			aria-label={say("import.preview", { name })}
		>
			{rows.slice(0, mostShown).map((row) => (
				<li key={row.row} className={styles.record}>
					<div>
						<Text fw={600}>{row.name || row.key}</Text>
						<Text size="sm" c="dimmed">
							{[say("import.row", { row: row.row }), row.name ? row.key : null]
								.filter(Boolean)
								.join(" · ")}
						</Text>
					</div>
					<div>
						<Happens row={row} />
					</div>
				</li>
			))}
		</ul>
	);
}

function Happens({ row }: { row: ImportPreview["rows"][number] }) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	return (
		<>
			{row.problems.map((problem) => (
				<Sign key={problem.en} icon={IconAlertTriangle}>
					{problem[language]}
				</Sign>
			))}
			{row.kind === "new" ? (
				<Sign icon={IconPlus}>
					{say("import.new")}
					<Text size="sm" c="dimmed" lineClamp={3}>
						{row.changes
							.filter(({ field, to }) => field !== "key" && to !== row.name)
							.map(
								({ field, to }) =>
									`${fieldName(field, say)}: ${read(field, to)}`,
							)
							.join(" · ")}
					</Text>
				</Sign>
			) : null}
			{row.kind === "changed" ? (
				<Sign icon={IconPencil}>
					{say("import.changed")}
					{row.changes.map(({ field, from, to }) => (
						<Text key={field} size="sm" c="dimmed">
							{say("import.from", {
								field: fieldName(field, say),
								from: read(field, from) || say("import.nothingThere"),
								to: read(field, to) || say("import.nothingThere"),
							})}
						</Text>
					))}
				</Sign>
			) : null}
			{row.remarks.map((remark) => (
				<Sign key={remark.en} icon={IconInfoCircle}>
					{remark[language]}
				</Sign>
			))}
		</>
	);
}

function Sign({
	icon: Icon,
	children,
}: {
	icon: typeof IconPlus;
	children: ReactNode;
}) {
	return (
		<div className={styles.sign}>
			<Icon size={18} aria-hidden />
			<div>{children}</div>
		</div>
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
	const names = gone
		.slice(0, 20)
		.map(({ id, name, key }) => (key === id ? name : `${name} (${key})`));
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
