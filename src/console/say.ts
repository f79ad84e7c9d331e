/** Every path to a text; `count_one` and `count_other` are both said by `count`. */
type KeyOf<Words> = {
	[Key in keyof Words & string]: Words[Key] extends string
		? WithoutPlural<Key>
		: `${Key}.${KeyOf<Words[Key]>}`;
}[keyof Words & string];

type WithoutPlural<Key extends string> = Key extends
	| `${infer Stem}_one`
	| `${infer Stem}_other`
	? Stem
	: Key;

/** Says a text of an area's words by its path, in the page's language. */
export type Say<Words> = (
	key: KeyOf<Words>,
	values?: Readonly<Record<string, unknown>>,
) => string;
