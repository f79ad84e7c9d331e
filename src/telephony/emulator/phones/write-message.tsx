import { Button, Textarea } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { useState } from "react";
import type { PhoneShown, Snapshot } from "../control/shown.ts";
import { useLanguage } from "./language.tsx";
import { askPhone } from "./network.ts";
import { readableNumber } from "./readable-number.ts";
import styles from "./tenant-phone.module.css";

/** Writes a text message to the line. */
export function WriteMessage({
	phone,
	lines,
}: {
	phone: PhoneShown;
	lines: Snapshot["lines"];
}) {
	const { words } = useLanguage();
	const [isOpen, setOpen] = useState(false);
	const [text, setText] = useState("");
	const line = lines[0];
	if (!line) return null;
	if (!isOpen) {
		return (
			<Button
				variant="subtle"
				h={48}
				leftSection={<IconMessage size={20} aria-hidden />}
				onClick={() => setOpen(true)}
			>
				{words.texts}
			</Button>
		);
	}
	const send = async () => {
		if (text.trim() === "") return;
		await askPhone(phone.number, "text", { to: line.number, body: text });
		setText("");
		setOpen(false);
	};
	return (
		<form
			className={styles.place}
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<Textarea
				size="md"
				label={words.textTo(readableNumber(line.number))}
				value={text}
				autosize
				minRows={2}
				maxLength={1600}
				data-autofocus
				onChange={(event) => setText(event.currentTarget.value)}
			/>
			<Button type="submit" variant="default" h={48}>
				{words.textSend}
			</Button>
		</form>
	);
}
