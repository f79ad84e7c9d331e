import { actorInWords } from "../../../src/domain/audit/actors.ts";
import { valueInWords } from "../../../src/domain/audit/value-words.ts";

test.each([
	["line:fault-line", "Linja fault-line"],
	["reconciliation", "Vertailu puhelinyhtiön tietoihin"],
	["Kalle Korhonen", "Kalle Korhonen"],
	["toString", "toString"],
])("who did it, in Finnish: %s", (actor, fi) => {
	expect(actorInWords(actor).fi).toBe(fi);
});

test.each([
	["status", "under-way", "Työn alla"],
	["status", "toString", "toString"],
	["urgency", "urgent", "Kiireellinen"],
	["summary", "urgent", "urgent"],
	["costs", "true", "kyllä"],
	["dueAt", "2026-03-03T00:05:30.000Z", "at 1772496330000"],
	["lastCallAt", "2026-03-03T02:05:30+02:00", "at 1772496330000"],
	["from", "2026-03-03", "2026-03-03"],
])("what a value says, in Finnish: %s %s", (field, value, said) => {
	const told = valueInWords(
		{ field, value },
		"fi",
		(at) => `at ${at.getTime()}`,
	);
	expect(told).toBe(said);
});
