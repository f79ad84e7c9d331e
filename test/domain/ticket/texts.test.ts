import fc from "fast-check";
import { DateTime } from "luxon";
import { languages } from "../../../src/domain/language.ts";
import { builtInTexts } from "../../../src/domain/ticket/built-in-texts.ts";
import {
	isPlain,
	plainText,
	segmentsOf,
} from "../../../src/domain/ticket/gsm.ts";
import { notToldText } from "../../../src/domain/ticket/not-told.ts";
import { audienceOf, purposes } from "../../../src/domain/ticket/purposes.ts";
import {
	isOptOut,
	passedOn,
	subjectOf,
	type Told,
	textOf,
	thanksForText,
} from "../../../src/domain/ticket/texts.ts";

const told: Told = {
	line: {
		fi: "Myllypuron vikanumero",
		sv: "Felanmälan i Kvarnbäcken",
		en: "Myllypuro fault line",
	},
	number: "2026-000123",
	caller: "+358401234567",
	at: DateTime.fromISO("2026-03-03T02:14", { zone: "Europe/Helsinki" }),
	link: "https://vikanumero.example.fi/t/AbCdEfGhIjKlMnOpQrStUv",
	place: "Kiviparintie 2 B 12",
	summary: "Vesi valuu keittiön katosta",
};

test.each(purposes)(
	"the message %s is plain, names the ticket and is paid as two at most, in every language",
	(purpose) => {
		for (const language of languages)
			for (const caller of [told.caller, null])
				for (const place of [told.place, null])
					for (const summary of [told.summary, null]) {
						const text = textOf(
							purpose,
							{ ...told, caller, place, summary },
							language,
						);
						expect(isPlain(text)).toBe(true);
						expect(text).toContain("2026-000123");
						expect(text).not.toMatch(
							/[{}[\]]|\bnull\b|undefined|\(\)|, [,.]| :/,
						);
						expect(segmentsOf(text)).toBeLessThanOrEqual(2);
					}
	},
);

test("who goes there is told where and what, and the tenant neither", () => {
	const assigned = textOf("assigned", told, "en");
	expect(assigned).toContain("Kiviparintie 2 B 12");
	expect(assigned).toContain("Vesi valuu keittiön katosta");
	for (const purpose of purposes.filter((one) => audienceOf(one) === "tenant"))
		for (const language of languages) {
			const text = textOf(purpose, told, language);
			for (const personal of [told.place, told.summary, told.caller, told.link])
				expect(text).not.toContain(personal);
		}
});

test("whatever somebody types as the summary, a message stays plain, on one line, at two at most, and keeps its link", () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: "binary", maxLength: 400 }),
				fc.string({ unit: "grapheme", maxLength: 400 }),
				fc.constantFrom("€".repeat(300), "\r\nBcc: x@y.z", "{link}[{number}]"),
			),
			fc.constantFrom(...purposes),
			fc.constantFrom(...languages),
			(typed, purpose, language) => {
				const words = { ...told, summary: typed, place: typed };
				const text = textOf(purpose, words, language);
				expect(isPlain(text)).toBe(true);
				expect(text).not.toMatch(/[\r\n]/);
				expect(segmentsOf(text)).toBeLessThanOrEqual(2);
				if (audienceOf(purpose) !== "tenant") expect(text).toContain(told.link);
				expect(subjectOf(purpose, words, language)).not.toMatch(
					/\p{Cc}|\p{Zl}|\p{Zp}/u,
				);
			},
		),
	);
});

test("what a locked phone shows begins with where it is and which ticket", () => {
	const own = purposes.filter((one) => audienceOf(one) !== "tenant");
	for (const purpose of own)
		for (const language of languages) {
			const text = textOf(purpose, told, language);
			expect(text).toMatch(/^Kiviparintie 2 B 12, 2026-000123[:.] /);
			const nowhere = textOf(purpose, { ...told, place: null }, language);
			expect(nowhere).toMatch(/^2026-000123[:.] /);
		}
});

test("a long summary is shortened before anything else", () => {
	const text = textOf(
		"assigned",
		{ ...told, summary: "vuoto ".repeat(60) },
		"fi",
	);
	expect(text).toContain("Kiviparintie 2 B 12, 2026-000123: vuoto");
	expect(text).toContain("...");
});

test("an admin's own words are used, and a text that cannot be sent gives way to the built-in one", () => {
	const own = (text: string) =>
		textOf("receipt", told, "en", { receipt: { en: text } });
	expect(own("Thanks! Your number: {number}")).toBe(
		"Thanks! Your number: 2026-000123",
	);
	const builtIn = textOf("receipt", told, "en");
	for (const broken of ["", "Thanks!", "{number} {lnik}", "{number} [{place}"])
		expect(own(broken)).toBe(builtIn);
	expect(textOf("receipt", told, "fi", { receipt: { en: "{number}!" } })).toBe(
		textOf("receipt", told, "fi"),
	);
});

test("every purpose has its words in every language", () => {
	for (const purpose of purposes)
		expect(new Set(Object.values(builtInTexts[purpose])).size).toBe(3);
});

test("the office is told who did not get what", () => {
	const who = { name: "Liisa Lind", phone: "+358401000003" };
	for (const language of languages) {
		const text = notToldText(told, who, language);
		expect(isPlain(text)).toBe(true);
		for (const part of ["Liisa Lind", who.phone, told.number, told.link])
			expect(text).toContain(part);
		expect(segmentsOf(text)).toBeLessThanOrEqual(2);
	}
});

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
