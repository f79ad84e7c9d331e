import styles from "./person.module.css";

/** How many hues `person.module.css` has. */
const hues = 8;

/** A person's initials in their hue, the same on every page. Beside it stands the name, so it is only for the eye. */
export function Initials({ id, name }: { id: string; name: string }) {
	return (
		<span
			className={styles.initials}
			data-hue={hueOf(id)}
			aria-hidden
			translate="no"
		>
			{initialsOf(name)}
		</span>
	);
}

/** Where a person would stand and nobody does. */
export function NoInitials() {
	return <span className={styles.nobody} aria-hidden />;
}

export function initialsOf(name: string): string {
	const words = name.split(/\s+/).filter((word) => word !== "");
	const first = words[0]?.[0] ?? "";
	const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
	return (first + last).toUpperCase();
}

/** Steady from the id alone (FNV-1a), so that nobody's hue depends on who else is shown. */
export function hueOf(id: string): number {
	let hash = 0x811c9dc5;
	for (const character of id) {
		hash ^= character.codePointAt(0) ?? 0;
		hash = Math.imul(hash, 0x01000193);
	}
	return (hash >>> 0) % hues;
}
