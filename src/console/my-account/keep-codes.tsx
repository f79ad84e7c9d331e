import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import styles from "./my-account.module.css";
import { useMyAccountWords } from "./my-account-words.ts";

/** Recovery codes, shown this once, with the ways to keep them. */
export function KeepCodes({
	codes,
	done,
}: {
	codes: readonly string[];
	done(): void;
}) {
	const say = useMyAccountWords();
	const clipboard = useClipboard({ timeout: 3_000 });
	const text = codes.join("\n");
	return (
		<Stack gap="md">
			<Title order={2}>{say("codes.title")}</Title>
			<Text>{say("codes.sentence")}</Text>
			<ul className={styles.codes} translate="no">
				{codes.map((code) => (
					<li key={code}>{code}</li>
				))}
			</ul>
			<Group gap="xs" className={styles.unprinted ?? ""}>
				<Button variant="default" onClick={() => clipboard.copy(text)}>
					<span aria-live="polite">
						{say(clipboard.copied ? "codes.copied" : "codes.copy")}
					</span>
				</Button>
				<Button variant="default" onClick={() => window.print()}>
					{say("codes.print")}
				</Button>
				<Button
					variant="default"
					onClick={() => save(`${say("codes.file")}\n\n${text}\n`)}
				>
					{say("codes.download")}
				</Button>
			</Group>
			<Button size="md" onClick={done} className={styles.unprinted ?? ""}>
				{say("codes.done")}
			</Button>
		</Stack>
	);
}

function save(text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
	const link = document.createElement("a");
	link.href = url;
	link.download = "faultline-recovery-codes.txt";
	link.click();
	URL.revokeObjectURL(url);
}
