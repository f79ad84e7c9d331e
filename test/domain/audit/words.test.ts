import { actorInWords } from "../../../src/domain/audit/actors.ts";
import { changesBetween } from "../../../src/domain/audit/entry.ts";
import { fieldInWords } from "../../../src/domain/audit/field-words.ts";
import { subjectInWords } from "../../../src/domain/audit/subject-words.ts";
import {
	type Known,
	valueInWords,
} from "../../../src/domain/audit/value-words.ts";

test.each([
	["line:fault-line", "Linja fault-line"],
	["reconciliation", "Vertailu puhelinyhtiön tietoihin"],
	["Kalle Korhonen", "Kalle Korhonen"],
	["toString", "toString"],
])("who did it, in Finnish: %s", (actor, fi) => {
	expect(actorInWords(actor).fi).toBe(fi);
});

const known: Known = {
	instant: (at) => `at ${at.getTime()}`,
	name: (kind, id) =>
		`${kind} ${id}` === "subject lift" ? "Hissi" : undefined,
};

test.each([
	["status", "under-way", "Työn alla"],
	["status", "toString", "toString"],
	["toString", "name", "name"],
	["urgency", "urgent", "Kiireellinen"],
	["summary", "urgent", "urgent"],
	["costs", "true", "kyllä"],
	["costs", "valueOf", "valueOf"],
	["role", "office", "toimisto"],
	["digest.weekday", "7", "sunnuntai"],
	["by", "password and code", "salasana ja koodi"],
	["subject", "lift", "Hissi"],
	["subject", "gone", "gone"],
	["summary", "lift", "lift"],
	[
		"numbers",
		"ref:5a5a0000, ref:6b6b0000",
		"ei näytetä (5a5a), ei näytetä (6b6b)",
	],
	["dueAt", "2026-03-03T00:05:30.000Z", "at 1772496330000"],
	["lastCallAt", "2026-03-03T02:05:30+02:00", "at 1772496330000"],
	["from", "2026-03-03", "2026-03-03"],
])("what a value says, in Finnish: %s %s", (field, value, said) => {
	expect(valueInWords({ field, value }, "fi", known)).toBe(said);
});

test.each<[kind: string, id: string, said: string | null]>([
	["subject", "lift", "Hissi"],
	["property", "b7b1e1a4-0000-4000-8000-000000000001", null],
	["message-text", "assigned/sv", "Vikailmoitus on sinulle, ruotsi"],
	[
		"duty",
		"fault-line/night/2026-03-03T00:05:30.000Z",
		"fault-line, night, at 1772496330000",
	],
	["tickets", "status=new", null],
	["number", "erased-ab12", "erased-ab12"],
])("what an entry is about, in Finnish: %s %s", (kind, id, said) => {
	expect(subjectInWords({ kind, id }, "fi", known)).toBe(said);
});

test("the path of a field is said in words, in each language", () => {
	const path = "minutes.emergency";
	expect(fieldInWords(path, "fi")).toBe("minuutit › hätätyö");
	expect(fieldInWords(path, "sv")).toBe("minuter › akut");
	expect(fieldInWords(path, "en")).toBe("minutes › emergency");
	expect(fieldInWords("toString", "fi")).toBe("toString");
});

test("what has many parts is told without brackets and quotes of a program, and told apart", () => {
	const steps = (...each: string[][]) => ({ expects: { steps: each } });
	expect(
		changesBetween(steps(["kalle", "liisa"]), steps(["kalle"], ["liisa"])),
	).toEqual([
		{
			...{ field: "expects.steps", from: "(kalle, liisa)" },
			to: "(kalle), (liisa)",
		},
	]);
	expect(changesBetween({ labels: ["a, b"] }, { labels: ["a", "b"] })).toEqual([
		{ field: "labels", from: "a, b", to: "a, b" },
	]);
	expect(changesBetween(null, { a: [{ b: 1, c: [null] }] })).toEqual([
		{ field: "a", from: null, to: "b: 1; c: –" },
	]);
});
