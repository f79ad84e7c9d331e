import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const src = resolve(import.meta.dirname, "../../src/console");

/** Where the words of an area of pages lie, those that all pages share among them. */
const areas = readdirSync(src, { recursive: true, encoding: "utf8" })
	.map((path) => path.replaceAll("\\", "/"))
	.filter((path) => /(^|\/)words\/en\.ts$/.test(path))
	.map((path) => path.replace(/\/?en\.ts$/, ""))
	.sort();

async function wordsOf(area: string, language: string): Promise<object> {
	const module = await import(join(src, area, `${language}.ts`));
	return module[language];
}

function flat(words: object, at = ""): [string, string][] {
	return Object.entries(words).flatMap(([key, value]) =>
		typeof value === "string"
			? [[`${at}${key}`, value] as [string, string]]
			: flat(value, `${at}${key}.`),
	);
}

const placeholders = (text: string) =>
	[...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test.each(
	areas.flatMap((area) => ["fi", "sv"].map((language) => [area, language])),
)(
	"%s: %s says everything that English does, with the same blanks",
	async (area, language) => {
		const en = await wordsOf(area, "en");
		const translated = new Map(flat(await wordsOf(area, language)));
		for (const [key, text] of flat(en)) {
			const other = translated.get(key) ?? "";
			expect([key, other === ""]).toEqual([key, text === ""]);
			// "One of them" need not say the number.
			if (!/_one$/.test(key))
				expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
		}
		expect(translated.size).toBe(flat(en).length);
	},
);
