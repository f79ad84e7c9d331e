import { Button, FileButton, Text } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import type { ImportKind } from "../../domain/place/import.ts";
import styles from "./places.module.css";
import { usePlacesWords } from "./places-words.ts";

const mostBytes = 5 * 1024 * 1024;

/** A file is dropped here, or chosen with the button, which is the way for the keyboard too. */
export function ImportDrop({
	kind,
	take,
}: {
	kind: ImportKind;
	take(file: File): void;
}) {
	const say = usePlacesWords();
	const [isOver, setOver] = useState(false);
	const [isTooLarge, setTooLarge] = useState(false);
	const chosen = (file: File | null | undefined) => {
		if (!file) return;
		setTooLarge(file.size > mostBytes);
		if (file.size <= mostBytes) take(file);
	};
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		chosen(event.dataTransfer.files[0]);
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button within does the same.
		<div
			className={styles.drop}
			data-over={isOver || undefined}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={drop}
		>
			<IconFileUpload size={28} aria-hidden />
			<div>
				<Text span>{say("import.drop")} </Text>
				<FileButton accept=".xlsx,.csv,.txt" onChange={chosen}>
					{(props) => (
						<Button {...props} variant="default" size="compact-md">
							{say("import.choose")}
						</Button>
					)}
				</FileButton>
				<Text size="sm" c="dimmed" maw="42rem">
					{say("import.kinds")} {say(`import.columnsOf.${kind}`)}
				</Text>
				{isTooLarge ? <Text role="alert">{say("import.tooLarge")}</Text> : null}
			</div>
		</div>
	);
}
