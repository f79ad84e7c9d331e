import fc from "fast-check";
import { DateTime } from "luxon";
import { languages } from "../../../src/domain/language.ts";
import type { Rota } from "../../../src/domain/rota/rota.ts";
import { isPlain, plainText } from "../../../src/domain/ticket/gsm.ts";
import {
	noticesDue,
	responsiblePeople,
} from "../../../src/domain/ticket/notices.ts";
import {
	acknowledgementIn,
	isOptOut,
	type Purpose,
	passedOn,
	textOf,
	thanksForText,
} from "../../../src/domain/ticket/texts.ts";
import type { TicketView } from "../../../src/domain/ticket/ticket.ts";
import { answerOf, people, planOf } from "../call/line.ts";

const told = {
	line: {
		fi: "Myllypuron vikanumero",
		sv: "Felanmälan i Kvarnbäcken",
		en: "Myllypuro fault line",
	},
	number: "2026-000123",
	caller: "+358401234567",
	at: DateTime.fromISO("2026-03-03T02:14", { zone: "Europe/Helsinki" }),
	link: "https://faults.example.org/tickets/2026-000123",
};
const purposes: Purpose[] = [
	"taken",
	"missed",
	"voicemail",
	"unanswered",
	"alarm",
	"receipt",
];

test.each(purposes)(
	"the message %s is plain, short and names the ticket in every language",
	(purpose) => {
		for (const language of languages)
			for (const caller of [told.caller, null]) {
				const text = textOf(purpose, { ...told, caller }, language);
				expect(isPlain(text)).toBe(true);
				expect(text).toContain("2026-000123");
				expect(text.length).toBeLessThanOrEqual(306);
			}
	},
);

test("times are written in the reader's manner", () => {
	expect(textOf("unanswered", told, "fi")).toContain("klo 2.14");
	expect(textOf("unanswered", told, "sv")).toContain("kl. 02:14");
});

test("any text becomes plain, and Finnish and Swedish stay as they are", () => {
	expect(plainText("Åsa Öst, Čapek – “Łódź” 👷 ½")).toBe(
		'Åsa Öst, Capek - "?odz" ? ?',
	);
	expect(plainText("äöåÄÖÅé€")).toBe("äöåÄÖÅé€");
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) =>
			isPlain(plainText(text)),
		),
	);
});

test.each([
	["OK", { number: null }],
	["ok 2026-000123", { number: "2026-000123" }],
	["Kuittaan 2026-000123.", { number: "2026-000123" }],
	["  kvitterar ", { number: null }],
	["ok, but who comes?", null],
	["The lift is stuck", null],
	["", null],
])("%j acknowledges %j", (body, meant) => {
	expect(acknowledgementIn(body)).toEqual(meant);
});

test("opt-outs are known by the single word", () => {
	expect(["STOP", " stop ", "Unsubscribe"].every(isOptOut)).toBe(true);
	expect(isOptOut("Stop the water!")).toBe(false);
});

test("replies and passed-on messages speak every language", () => {
	for (const language of languages) {
		expect(isPlain(thanksForText(told.line, "+358942721234", language))).toBe(
			true,
		);
		expect(passedOn(told.line, null, "x".repeat(3_000), language)).toHaveLength(
			1_600,
		);
	}
});

describe("who is told", () => {
	const { steps } = planOf([["kalle", "liisa"], ["aino"]]);
	const inputs = {
		told,
		steps,
		responsible: [
			{ phone: "+358401000002", language: "fi" },
			{ phone: "+358401000001", language: "sv" },
		],
		tenant: null,
	} as const;
	const ticket = (more: Partial<TicketView>) =>
		({ status: "new", ringing: [], answeredBy: null, ...more }) as TicketView;
	const toldTo = (view: TicketView, more: object = {}) =>
		noticesDue(view, { ...inputs, ...more }).map(({ purpose, to }) => [
			purpose,
			to,
		]);

	test.each<[string, Partial<TicketView>, [Purpose, string][]]>([
		[
			"who took it",
			{ outcome: "answered", answeredBy: { person: "liisa", name: "Liisa" } },
			[["taken", "+358401000003"]],
		],
		[
			"nobody, when a desk phone took it",
			{ outcome: "answered", answeredBy: { person: "aino", name: "Aino" } },
			[],
		],
		[
			"the first ones, when nobody was rung yet",
			{ outcome: "abandoned" },
			[
				["missed", "+358401000002"],
				["missed", "+358401000003"],
			],
		],
		[
			"who was rung last",
			{ outcome: "abandoned", ringing: [{ step: 1 }] as never },
			[["missed", "+358401000001"]],
		],
		[
			"everybody responsible of a message",
			{ outcome: "voicemail" },
			[
				["voicemail", "+358401000002"],
				["voicemail", "+358401000001"],
			],
		],
		[
			"everybody responsible of no message",
			{ outcome: "unanswered" },
			[
				["unanswered", "+358401000002"],
				["unanswered", "+358401000001"],
			],
		],
		["nobody of a blocked caller", { outcome: "blocked" }, []],
		["nobody while it goes on", { outcome: null }, []],
	])("%s", (_, view, expected) => {
		expect(toldTo(ticket(view))).toEqual(expected);
	});

	test("the tenant too, where the line says so", () => {
		const tenant = { phone: "+358401234567", language: "sv" };
		expect(toldTo(ticket({ outcome: "voicemail" }), { tenant }).at(-1)).toEqual(
			["receipt", "+358401234567"],
		);
		expect(toldTo(ticket({ outcome: "blocked" }), { tenant })).toEqual([]);
	});

	test("the person on duty and the office, each once, at the instant of the answer", () => {
		const rota = {
			people,
			routing: {
				open: [{ ring: ["aino"], seconds: 20 }],
				closed: [{ ring: ["technician"], seconds: 20 }],
			},
			fallback: ["aino", "technician", "nobody-such"],
		} as unknown as Rota;
		expect(responsiblePeople(answerOf([]), rota, "fi")).toEqual([
			{ phone: "+358401000002", language: "en" },
			{ phone: "+358401000001", language: "fi" },
		]);
	});
});
