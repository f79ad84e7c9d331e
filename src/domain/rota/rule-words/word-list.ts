/** Words in a row, as a sentence has them. */

/** "a", "a and b", "a, b and c". */
export function wordList(words: readonly string[], and: string): string {
	const last = words.at(-1) ?? "";
	return words.length > 1
		? `${words.slice(0, -1).join(", ")} ${and} ${last}`
		: last;
}

/** Three or more weekdays that follow each other: the first and the last of them; null for other sets. */
export function weekdayRun(
	weekdays: readonly number[],
): { readonly first: number; readonly last: number } | null {
	const [first = 0] = weekdays;
	const follow = weekdays.every((weekday, index) => weekday === first + index);
	if (!follow || weekdays.length < 3) return null;
	return { first, last: first + weekdays.length - 1 };
}

/** `08:30` of minutes from midnight. */
export function timeOfDay(minutes: number): string {
	const two = (value: number) => String(value).padStart(2, "0");
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
