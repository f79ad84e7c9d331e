import styles from "./sentences.module.css";

/** Sentences in a row, of which each is broken only where it does not fit by itself. */
export function Sentences({ texts }: { texts: readonly string[] }) {
	return texts.map((text) => (
		<span key={text} className={styles.sentence}>
			{text}{" "}
		</span>
	));
}
