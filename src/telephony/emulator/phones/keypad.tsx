import { Button } from "@mantine/core";
import styles from "./keypad.module.css";
import { useLanguage } from "./language.tsx";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/** The twelve keys. They do something only on a call. */
export function Keypad({
	onKey,
	isUsable,
	isSmall = false,
}: {
	onKey: (key: string) => void;
	isUsable: boolean;
	/** In two rows instead of four. */
	isSmall?: boolean;
}) {
	const { words } = useLanguage();
	return (
		<fieldset
			className={styles.keypad}
			data-small={isSmall || undefined}
			disabled={!isUsable}
		>
			<legend className={styles.legend}>{words.keypad}</legend>
			{keys.map((key) => (
				<Button
					key={key}
					variant="default"
					h={isSmall ? 48 : 52}
					px={0}
					className={styles.key ?? ""}
					aria-label={words.key(key)}
					disabled={!isUsable}
					onClick={() => onKey(key)}
				>
					{key}
				</Button>
			))}
		</fieldset>
	);
}
