import fc from "fast-check";
import { languages } from "../../../src/domain/language.ts";
import { builtInTexts } from "../../../src/domain/ticket/built-in-texts.ts";
import { purposes, rulesOf } from "../../../src/domain/ticket/purposes.ts";
import {
	filledIn,
	problemsIn,
	type Values,
} from "../../../src/domain/ticket/templates.ts";

const values: Values = {
	line: "Line",
	number: "2026-000123",
	place: "Road 2 B 12",
	summary: "Leak",
	caller: "+358401234567",
	at: "12.34",
	link: "https://x.example/t/s",
};
const nothing = { ...values, place: "", summary: "" };

test.each([
	["{line}: {number}", "Line: 2026-000123"],
	["{number}[, {place}][: {summary}].", "2026-000123, Road 2 B 12: Leak."],
	["[{place} {summary}]{number}", "Road 2 B 12 Leak2026-000123"],
	["{nobody} {number}", "{nobody} 2026-000123"],
	["  two   spaces ", "two spaces"],
])("%j reads %j", (template, text) => {
	expect(filledIn(template, values)).toBe(text);
});

test("what stands in brackets is left out where something in it is not known", () => {
	expect(filledIn("{number}[, {place}][: {summary}].", nothing)).toBe(
		"2026-000123.",
	);
	expect(filledIn("[at {place}, {number} ]{line}", nothing)).toBe("Line");
});

test("what is filled in is never read as a template", () => {
	expect(
		filledIn("{summary} {number}", { ...values, summary: "{link}[{caller}]" }),
	).toBe("{link}[{caller}] 2026-000123");
});

const rules = rulesOf("assigned");

test.each([
	["{number} {link}", []],
	["", [{ kind: "empty" }]],
	["  \n ", [{ kind: "empty" }]],
	[
		"{number} {lnik}",
		[
			{ kind: "unknown-placeholder", name: "lnik" },
			{ kind: "missing-placeholder", name: "link" },
		],
	],
	// What may be left out is not there.
	["{number} [{link}]", [{ kind: "missing-placeholder", name: "link" }]],
	["{number} {link} [", [{ kind: "odd-brackets" }]],
	["{number} {link} [a [b] c]", [{ kind: "odd-brackets" }]],
	["{number} {link} }", [{ kind: "odd-brackets" }]],
	[`{number} {link} ${"a".repeat(250)}`, [{ kind: "too-long" }]],
	[`{number} {link} ${"a".repeat(150)}`, []],
])("%j has the problems %j", (template, problems) => {
	expect(problemsIn(template, rules)).toEqual(problems);
});

test("a tenant is told nothing of where, what and by whom", () => {
	expect(
		problemsIn(
			"{number} {place} {summary} {caller} {link}",
			rulesOf("receipt"),
		),
	).toHaveLength(4);
});

test("every built-in text can be sent", () => {
	for (const purpose of purposes)
		for (const language of languages)
			expect(
				problemsIn(builtInTexts[purpose][language], rulesOf(purpose)),
			).toEqual([]);
});

test("no text throws, whatever is written", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom(..."{}[]ab number link".split("")) }),
			(template) => {
				filledIn(template, values);
				problemsIn(template, rules);
			},
		),
	);
});
