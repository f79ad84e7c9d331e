import {
	askWhetherTheyHaveIt,
	nextTry,
} from "../../../src/domain/duty-notice/confirm-call.ts";
import {
	confirmedAfterAllText,
	unconfirmedText,
} from "../../../src/domain/duty-notice/confirm-texts.ts";
import { contactOf } from "../../../src/domain/duty-notice/contact.ts";
import {
	type Digest,
	digestInstant,
	digestText,
	shortDigest,
} from "../../../src/domain/duty-notice/digest.ts";
import { defaultSettings } from "../../../src/domain/duty-notice/settings.ts";
import {
	beginsText,
	changesText,
	gapText,
	overText,
	reminderText,
} from "../../../src/domain/duty-notice/texts.ts";
import { languages } from "../../../src/domain/language.ts";
import { isPlain } from "../../../src/domain/ticket/gsm.ts";
import { at } from "../rota/rotas.ts";

const about = {
	line: { fi: "Vikanumero", sv: "Felanmälan", en: "Fault line" },
	duty: "technician",
	now: at("2026-12-23T15:00"),
	link: "https://fault.example.org/rota/fault-line",
};
const shift = { start: at("2026-12-24T15:00"), end: at("2026-12-25T08:00") };

test("a day before, in each language", () => {
	expect(reminderText(about, shift, "fi")).toEqual({
		subject:
			"Vikanumero: päivystys alkaa sinulla huomenna to 24.12. klo 15.00 (loppuu pe 25.12. klo 8.00)",
		body: "Vikanumero: päivystys alkaa sinulla huomenna to 24.12. klo 15.00 (loppuu pe 25.12. klo 8.00). Etkö pääse? Kerro toimistoon hyvissä ajoin. https://fault.example.org/rota/fault-line",
	});
	expect(reminderText(about, shift, "sv").body).toBe(
		"Felanmälan: jouren är din från i morgon tors 24.12 kl. 15:00 till fre 25.12 kl. 08:00. Kan du inte? Säg till kontoret i god tid. https://fault.example.org/rota/fault-line",
	);
	expect(reminderText(about, shift, "en").body).toBe(
		"Fault line: the duty is yours from tomorrow Thu 24 Dec 15:00 until Fri 25 Dec 08:00. Cannot make it? Tell the office in good time. https://fault.example.org/rota/fault-line",
	);
});

test("at the handoff, to both", () => {
	const before = "Liisa Lind";
	expect(beginsText(about, { end: shift.end, before }, "fi").body).toBe(
		"Vikanumero: päivystys on nyt sinulla (loppuu pe 25.12. klo 8.00). Ennen sinua: Liisa Lind.",
	);
	expect(overText(about, "Liisa Lind", "en").body).toBe(
		"Fault line: the duty is over for you, thank you. Liisa Lind has it now.",
	);
	expect(overText(about, null, "sv").body).toBe(
		"Felanmälan: jouren är över för din del, tack. Ingen har jouren nu.",
	);
});

test("what changed, a few by date and the rest by number", () => {
	const gained = [0, 1, 2, 3, 4].map((days) => ({
		duty: "technician",
		start: shift.start.plus({ days }),
		end: shift.start.plus({ days, hours: 2 }),
	}));
	const lost = [{ duty: "backup", ...shift }];
	expect(changesText(about, { gained, lost }, "en")).toEqual({
		subject: "Fault line: your shifts have changed",
		body: "Fault line: your shifts have changed. You have: the duty Thu 24 Dec 15:00-17:00; the duty Fri 25 Dec 15:00-17:00; the duty Sat 26 Dec 15:00-17:00 and 2 more. You no longer have: the backup duty Thu 24 Dec 15:00 - Fri 25 Dec 08:00. https://fault.example.org/rota/fault-line",
	});
	expect(changesText(about, { gained: [], lost }, "fi").body).toBe(
		"Vikanumero: vuorosi muuttuivat. Sinulla ei ole enää: varapäivystys to 24.12. klo 15.00 - pe 25.12. klo 8.00. https://fault.example.org/rota/fault-line",
	);
});

const who = {
	name: "Kalle Korhonen",
	phone: "+358401000002",
	start: shift.start,
	error: null,
};

test("the office hears who, when and what to do", () => {
	expect(
		unconfirmedText(about, { ...who, because: "declined" }, "fi").body,
	).toBe(
		"Vikanumero: Kalle Korhonen ei pääse vuoroon: päivystys, alkaa huomenna to 24.12. klo 15.00. Soita +358401000002 tai vaihda tekijä. Kuittaa: https://fault.example.org/rota/fault-line",
	);
	const failed = { ...who, because: "carrier-failed", error: "21215" } as const;
	expect(unconfirmedText(about, failed, "en").body).toContain(
		"the line could not call Kalle Korhonen (21215)",
	);
});

test.each(languages)("every text fits the plain alphabet: %s", (language) => {
	const lost = [{ duty: "huolto", ...shift }];
	const texts = [
		reminderText(about, shift, language),
		beginsText(about, { end: null, before: null }, language),
		overText(about, "Łukasz", language),
		gapText(about, { end: shift.end, before: "Åke" }, language),
		changesText(about, { gained: lost, lost }, language),
		unconfirmedText(about, { ...who, because: "unanswered" }, language),
		confirmedAfterAllText(about, who, language),
		shortDigest(digest, language),
	];
	for (const { subject, body } of texts) {
		expect([body, isPlain(body)]).toEqual([body, true]);
		expect(body).toMatch(/^(Vikanumero|Felanmälan|Fault line): /);
		expect(body.length).toBeLessThan(480);
		expect(subject).not.toContain("http");
	}
});

test.each([
	[
		"fi",
		"Hei, tämä on Vikanumero. Sinulla on päivystys tänään kello 15 alkaen, perjantaihin kello 8 asti.",
	],
	[
		"sv",
		"Hej, det här är Felanmälan. Du har jouren från i dag klockan 15 till fredag klockan 8.",
	],
	[
		"en",
		"Hello, this is Fault line. You have the duty from today 15:00 until Friday 08:00.",
	],
] as const)("what is said on the phone: %s", (language, words) => {
	const asked = {
		...about,
		start: at("2026-12-23T15:00"),
		end: at("2026-12-25T08:00"),
	};
	const [first, second, third, last] = askWhetherTheyHaveIt(
		asked,
		at("2026-12-23T14:30"),
		language,
	);
	expect(first).toMatchObject({ kind: "ask", words: [{ text: words }, {}] });
	expect(second).toMatchObject({ kind: "ask" });
	expect(third).toMatchObject({ kind: "say" });
	expect(last).toEqual({ kind: "hang-up" });
});

test.each([
	[0, null, null, "ring"],
	[1, 1, null, "wait"],
	[1, 4, "no-answer", "wait"],
	[1, 5, "no-answer", "ring"],
	[1, 5, null, "ring"],
	[2, 1, null, "wait"],
	[2, 1, "busy", "give-up"],
	[2, 5, null, "give-up"],
] as const)(
	"after %s tries, the last %s min ago with %s: %s",
	(tries, minutes, outcome, step) => {
		const { now } = about;
		const rungAt = minutes === null ? null : now.minus({ minutes });
		expect(nextTry({ tries, rungAt, outcome }, now)).toBe(step);
	},
);

test.each([
	["a mobile phone is texted", {}, null, true, "sms"],
	["unless its owner wants e-mail", {}, "email", true, "email"],
	["which nobody can send without a server", {}, "email", false, "sms"],
	["a desk phone reads no texts", { answers: "directly" }, null, true, "email"],
	["so there may be no way", { answers: "directly" }, null, false, null],
] as const)("%s", (_, more, chosen, mailIsSet, channel) => {
	const person = {
		...{ name: "Kalle", phone: "+358401000002", email: "kalle@example.org" },
		...more,
	};
	const contact = contactOf(person, { lineLanguage: "fi", chosen, mailIsSet });
	expect(contact?.channel ?? null).toBe(channel);
	if (contact)
		expect(contact.to).toBe(channel === "sms" ? person.phone : person.email);
});

const digest: Digest = {
	line: about.line,
	link: about.link,
	week: [
		{
			duty: "technician",
			turns: [
				{ name: "Kalle Korhonen", ...shift },
				{ name: null, start: shift.end, end: shift.end.plus({ hours: 4 }) },
			],
		},
	],
	gaps: [
		{
			duty: "technician",
			start: shift.end,
			end: shift.end.plus({ hours: 4 }),
		},
	],
	changes: [
		{
			version: 7,
			at: at("2026-12-22T10:05"),
			by: "Paula Planner",
			note: "Liisa is away",
		},
	],
	unconfirmed: [],
	failingCalendars: ["calendar.example.org"],
};

test("the weekly letter says first what matters", () => {
	expect(digestText(digest, "en")).toEqual({
		subject:
			"Fault line: duties this week. On duty: Kalle Korhonen. One gap. A calendar cannot be read.",
		body: `On duty: Kalle Korhonen. One gap. A calendar cannot be read.

Gaps in the next eight weeks
- the duty: Fri 25 Dec 08:00-12:00

This week: the duty
- Thu 24 Dec 15:00 - Fri 25 Dec 08:00: Kalle Korhonen
- Fri 25 Dec 08:00-12:00: NOBODY

Calendars that cannot be read
- calendar.example.org

Published since the last digest
- Tue 22 Dec 10:05: version 7, Paula Planner, "Liisa is away"

https://fault.example.org/rota/fault-line`,
	});
	const calm = { ...digest, gaps: [], changes: [], failingCalendars: [] };
	expect(digestText(calm, "fi").body).toContain(
		"Vuorossa: Kalle Korhonen. Aukkoja ei ole.",
	);
	expect(digestText(calm, "fi").body).toContain("ei ole muutettu");
	expect(shortDigest(calm, "sv").body).toBe(
		"Felanmälan: I tur: Kalle Korhonen. Inga luckor. https://fault.example.org/rota/fault-line",
	);
});

test.each([
	["on Monday at eight", "2026-03-02T08:00", "2026-03-02T08:00"],
	["a minute before", "2026-03-02T07:59", "2026-02-23T08:00"],
	["on Sunday", "2026-03-08T23:00", "2026-03-02T08:00"],
	["after the clock change", "2026-03-30T08:00", "2026-03-30T08:00"],
])("the digest's hour: %s", (_, now, expected) => {
	expect(digestInstant(at(now), defaultSettings.digest)).toEqual(at(expected));
});

test("no digest where none is wanted", () => {
	const off = { ...defaultSettings.digest, on: false };
	expect(digestInstant(about.now, off)).toBeNull();
});
