/** Whether two values of a document are equal, as JSON would be: the order of keys does not matter, undefined is absent. */
export function isSame(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one !== "object" || typeof other !== "object") return false;
	if (one === null || other === null) return false;
	if (Array.isArray(one) || Array.isArray(other))
		return (
			Array.isArray(one) &&
			Array.isArray(other) &&
			one.length === other.length &&
			one.every((each, index) => isSame(each, other[index]))
		);
	const [ours, theirs] = [entriesOf(one), entriesOf(other)];
	return (
		ours.length === theirs.length &&
		ours.every(
			([key, value]) =>
				Object.hasOwn(other, key) &&
				isSame(value, (other as Readonly<Record<string, unknown>>)[key]),
		)
	);
}

function entriesOf(value: object): [string, unknown][] {
	return Object.entries(value).filter(([, part]) => part !== undefined);
}
