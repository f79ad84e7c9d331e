import fc from "fast-check";
import { languages } from "../../../src/domain/language.ts";
import { isPlain, segmentsOf } from "../../../src/domain/ticket/gsm.ts";
import type { Actor, LivingTicket } from "../../../src/domain/ticket/life.ts";
import { stopOrStart } from "../../../src/domain/ticket/opt-out.ts";
import {
	type CommandReply,
	commandIn,
	commandReply,
	ticketMeant,
} from "../../../src/domain/ticket/text-commands.ts";

const number = "2026-000123";

test.each([
	["OK", "acknowledge", null, null],
	["ok 2026-000123", "acknowledge", number, null],
	["Kuittaan 2026-000123.", "acknowledge", number, null],
	["  kvitterar ", "acknowledge", null, null],
	["1", "acknowledge", null, null],
	["1 2026-000123", "acknowledge", number, null],
	["👍🏽", "acknowledge", null, null],
	["Otan sen.", "acknowledge", null, null],
	["jag tar den", "acknowledge", null, null],
	["Matkalla!", "start", null, null],
	["olen matkalla 2026-000123", "start", number, null],
	["På väg", "start", null, null],
	["pa vag 2026-000123", "start", number, null],
	["Jag är på väg", "start", null, null],
	["On my way", "start", null, null],
	["I'm on my way, 2026-000123", "start", number, null],
	["Paikalla", "arrive", null, null],
	["på plats 2026-000123", "arrive", number, null],
	["On site.", "arrive", null, null],
	["Valmis", "finish", null, null],
	["VALMIS 2026-000123", "finish", number, null],
	["klar: bytte ventilen", "finish", null, "bytte ventilen"],
	[
		"Done 2026-000123 - new valve,\n come back in a week",
		"finish",
		number,
		"new valve, come back in a week",
	],
	["färdigt 2026-000123", "finish", number, null],
] as const)("%j is a command", (body, kind, of, note) => {
	expect(commandIn(body)).toEqual({ kind, number: of, note });
});

test.each([
	"",
	"ok, but who comes?",
	"OK I will call them",
	"Okapi",
	"10",
	"1 h",
	"👎",
	"otan yhteyttä huomenna",
	"The lift is stuck",
	"matkallani näin vuodon",
	"Klart? Jag vet inte",
	"Done?",
	"donetsk",
	"OK 2026-12",
	"STOP",
	"yes",
])("%j is for a person to read", (body) => {
	expect(commandIn(body)).toBeNull();
});

test("whatever is written, the carrier's own words are never commands, and reading takes no time", () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 1_600 }), (body) => {
			const command = commandIn(body);
			return command === null || stopOrStart(body) === null;
		}),
	);
	const before = process.cpuUsage();
	commandIn(`done ${" .".repeat(800)}x`);
	expect(process.cpuUsage(before).user / 1_000).toBeLessThan(200);
});

const kalle: Actor = {
	name: "Kalle Korhonen",
	role: "technician",
	account: null,
	people: [{ line: "fault-line", person: "kalle" }],
};

const ticket = (
	of: string,
	status: LivingTicket["status"],
	more: Partial<LivingTicket> = {},
) => ({
	number: of,
	line: "fault-line",
	status,
	assignee: { person: "kalle", account: null, name: "Kalle Korhonen" },
	missedCallAt: null,
	onSiteAt: null,
	mergedInto: null,
	...more,
});

test("a command without a number means the one ticket that it can be done with", () => {
	const away = ticket("2026-000001", "under-way");
	const known = ticket("2026-000002", "acknowledged");
	const done = ticket("2026-000003", "done");
	expect(ticketMeant("start", [away, known, done], kalle)).toEqual({
		kind: "one",
		number: "2026-000002",
	});
	expect(ticketMeant("finish", [away, known, done], kalle)).toEqual({
		kind: "several",
		numbers: ["2026-000001", "2026-000002"],
	});
	expect(ticketMeant("finish", [done], kalle)).toEqual({ kind: "none" });
	const theirs = ticket("2026-000004", "acknowledged", {
		assignee: { person: "liisa", account: null, name: "Liisa Lind" },
	});
	expect(ticketMeant("start", [theirs], kalle)).toEqual({ kind: "none" });
});

const replies: CommandReply[] = [
	{ kind: "acknowledge", number },
	{ kind: "start", number },
	{ kind: "arrive", number },
	{ kind: "finish", number },
	{ kind: "none" },
	{ kind: "which", numbers: Array.from({ length: 9 }, () => number) },
];

test.each(
	replies.flatMap((reply) =>
		languages.map((language) => [reply, language] as const),
	),
)("%j is replied in %s within one text message", (reply, language) => {
	const text = commandReply(reply, language);
	expect(isPlain(text)).toBe(true);
	expect(segmentsOf(text)).toBeLessThanOrEqual(reply.kind === "which" ? 2 : 1);
	if ("number" in reply) expect(text).toContain(number);
});
