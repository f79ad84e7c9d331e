import { Button, FileButton, Text } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import styles from "./drop-area.module.css";

const mostBytes = 5 * 1024 * 1024;

/** A file is dropped here, or chosen with the button, which is the way for the keyboard too; of at most 5 MB. */
export function DropArea({
	accept,
	words,
	onFile,
}: {
	/** As a file input takes it: `.xlsx,.csv`. */
	accept: string;
	words: Readonly<Record<"drop" | "choose" | "kinds" | "tooLarge", string>>;
	onFile(file: File): void;
}) {
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
				<Text span>{words.drop} </Text>
				<FileButton accept={accept} onChange={take}>
					{(props) => (
						<Button {...props} variant="default" size="compact-md">
							{words.choose}
						</Button>
					)}
				</FileButton>
				<Text size="sm" c="dimmed" maw="42rem">
					{words.kinds}
				</Text>
				{isTooLarge ? <Text role="alert">{words.tooLarge}</Text> : null}
			</div>
		</div>
	);
}
