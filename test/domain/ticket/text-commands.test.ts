import fc from "fast-check";
import { languages } from "../../../src/domain/language.ts";
import { isPlain, segmentsOf } from "../../../src/domain/ticket/gsm.ts";
import { refusalInWords } from "../../../src/domain/ticket/life-words.ts";
import { stopOrStart } from "../../../src/domain/ticket/opt-out.ts";
import {
	type CommandReply,
	commandIn,
	commandReply,
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

const ticket = { number, place: "Kiviparintie 2 B 12" };
const long = { number, place: "Prinsessa Margaretan sairaalakatu 14 AB 112" };
const others = Array.from({ length: 9 }, () => long);

const replies: [CommandReply, number][] = [
	...(["acknowledge", "start", "arrive", "finish"] as const).map(
		(kind): [CommandReply, number] => [{ kind, ticket, others: [] }, 1],
	),
	[{ kind: "acknowledge", ticket: long, others }, 2],
	[{ kind: "none" }, 1],
	[{ kind: "which", command: "start", tickets: others }, 2],
	[
		{
			...{ kind: "refused", ticket: long },
			because: refusalInWords({ kind: "somebody-has-it", name: "Liisa Lind" }),
		},
		2,
	],
];

test.each(
	replies.flatMap(([reply, most]) =>
		languages.map((language) => [reply, language, most] as const),
	),
)("%j is replied in %s within %i text messages", (reply, language, most) => {
	const text = commandReply(reply, language);
	expect(isPlain(text)).toBe(true);
	expect(segmentsOf(text)).toBeLessThanOrEqual(most);
	if (reply.kind !== "none") expect(text).toContain(number);
	if ("ticket" in reply)
		expect(text).toContain(reply.ticket?.place?.slice(0, 19));
});
