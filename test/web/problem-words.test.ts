import { z } from "zod";
import type { Language } from "../../src/domain/language.ts";
import { logQuery, pageQuery } from "../../src/web/api/log-query.ts";
import { problemsOf } from "../../src/web/api/problem-words.ts";
import { plainText } from "../../src/web/api/what-if-shapes.ts";

function said(schema: z.ZodType, given: unknown, language: Language = "en") {
	return problemsOf(schema.safeParse(given).error?.issues ?? [], language);
}

test.each<[string, z.ZodType, unknown, string]>([
	["a line break", plainText, "a\nb", "unseen character"],
	["too much", plainText.max(40), "a".repeat(41), "at most 40 characters"],
	["nothing", z.string().min(1), "", "Something has to be written"],
	["too little", z.string().min(3), "a", "at least 3 characters"],
	["no letter", logQuery.line, "--", "at least one letter or digit"],
])("%s is told without a regular expression", (_name, schema, given, words) => {
	for (const language of ["fi", "sv"] as const)
		expect(said(schema, given, language)[0]?.what).not.toContain("/");
	expect(said(schema, given)[0]?.what).toContain(words);
});

test("what a parameter may be is what this endpoint takes, not another", () => {
	const query = z.object({
		...{ limit: pageQuery.limit, status: logQuery.status },
		format: z.enum(["csv", "xlsx"]),
	});
	expect(said(query, { limit: "500", status: "gone", format: "pdf" })).toEqual([
		{ where: "limit", what: "`limit` is at most 200." },
		{
			where: "status",
			what: "`status` is one of these: new, assigned, acknowledged, under-way, done, closed, open.",
		},
		{ where: "format", what: "`format` is one of these: csv, xlsx." },
	]);
	expect(said(query, { limit: "many", format: "csv" })).toEqual([
		{ where: "limit", what: "`limit` is a whole number." },
	]);
});
