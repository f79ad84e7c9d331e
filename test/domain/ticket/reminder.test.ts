import { DateTime } from "luxon";
import { mayBeTold, reminderAt } from "../../../src/domain/ticket/reminder.ts";
import type { Urgency } from "../../../src/domain/ticket/ticket.ts";

const at = (text: string) =>
	DateTime.fromISO(text, { zone: "Europe/Helsinki" });

test.each<[string, Urgency, string]>([
	["2026-03-03T02:00", "emergency", "2026-03-03T02:10"],
	["2026-03-03T02:00", "urgent", "2026-03-03T02:30"],
	["2026-03-03T10:00", "normal", "2026-03-03T14:00"],
	["2026-03-03T18:00", "normal", "2026-03-04T08:00"],
	["2026-03-03T01:00", "normal", "2026-03-03T08:00"],
	["2026-03-03T10:00", "low", "2026-03-04T10:00"],
	// The clocks go forward on the 29th of March.
	["2026-03-28T22:00", "normal", "2026-03-29T08:00"],
])("given at %s and %s, it is reminded of at %s", (from, urgency, expected) => {
	expect(reminderAt(at(from), urgency, 10).toISO()).toBe(at(expected).toISO());
});

test("what is not urgent wakes nobody", () => {
	expect(mayBeTold(at("2026-03-03T02:00"), "urgent")).toBe(true);
	expect(mayBeTold(at("2026-03-03T02:00"), "normal")).toBe(false);
	expect(mayBeTold(at("2026-03-03T08:00"), "normal")).toBe(true);
	expect(mayBeTold(at("2026-03-03T20:00"), "low")).toBe(false);
});
