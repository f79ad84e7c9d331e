import { Button, FileButton, Text } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { useCalendarWords } from "../calendars/calendar-words.ts";
import styles from "./import.module.css";

const mostBytes = 5 * 1024 * 1024;

/** A file is dropped here, or chosen with the button, which is the way for the keyboard too. */
export function DropArea({ onFile }: { onFile(file: File): void }) {
	const say = useCalendarWords();
	const [isOver, setOver] = useState(false);
	const [isTooLarge, setTooLarge] = useState(false);
	const take = (file: File | null | undefined) => {
		if (!file) return;
		setTooLarge(file.size > mostBytes);
		if (file.size <= mostBytes) onFile(file);
	};
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		take(event.dataTransfer.files[0]);
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
				<Text span>{say("file.drop")} </Text>
				<FileButton accept=".xlsx,.csv,.ics,.txt" onChange={take}>
					{(props) => (
						<Button {...props} variant="default" size="compact-md">
							{say("file.choose")}
						</Button>
					)}
				</FileButton>
				<Text size="sm" c="dimmed">
					{say("file.kinds")}
				</Text>
				{isTooLarge ? <Text role="alert">{say("file.tooLarge")}</Text> : null}
			</div>
		</div>
	);
}
