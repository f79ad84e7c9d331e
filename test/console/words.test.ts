import { en } from "../../src/console/words/en.ts";
import { fi } from "../../src/console/words/fi.ts";
import { sv } from "../../src/console/words/sv.ts";

function flat(words: object, at = ""): [string, string][] {
	return Object.entries(words).flatMap(([key, value]) =>
		typeof value === "string"
			? [[`${at}${key}`, value] as [string, string]]
			: flat(value, `${at}${key}.`),
	);
}

const placeholders = (text: string) =>
	[...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test.each([
	["fi", fi],
	["sv", sv],
])("%s says everything that English does, with the same blanks", (_, words) => {
	const translated = new Map(flat(words));
	for (const [key, text] of flat(en)) {
		const other = translated.get(key) ?? "";
		expect([key, other === ""]).toEqual([key, text === ""]);
		// "One of them" need not say the number.
		if (!/_one$/.test(key))
			expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
	}
	expect(translated.size).toBe(flat(en).length);
});
