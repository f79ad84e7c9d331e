import { Button, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import styles from "./copy-text.module.css";
import { useLanguage } from "./language.tsx";

/** A text to be taken along, such as a link: selected when it is touched, copied by the button. */
export function CopyText({ label, text }: { label: string; text: string }) {
	const { t } = useLanguage();
	const clipboard = useClipboard({ timeout: 3_000 });
	return (
		<div className={styles.row}>
			<TextInput
				className={styles.text ?? ""}
				label={label}
				value={text}
				readOnly
				size="md"
				onFocus={(event) => event.currentTarget.select()}
				{...(clipboard.error && { description: t("copy.failed") })}
			/>
			<Button variant="default" size="md" onClick={() => clipboard.copy(text)}>
				<span aria-live="polite">
					{clipboard.copied ? t("copy.done") : t("copy.button")}
				</span>
			</Button>
		</div>
	);
}
