import { DateTime } from "luxon";
import { changeDutyNotices } from "../../src/actions/change-duty-notices.ts";
import { publishRota } from "../../src/actions/publish-rota.ts";
import {
	type DutyNoticeSettings,
	defaultSettings,
} from "../../src/domain/duty-notice/settings.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import type { Phone } from "../../src/telephony/emulator/phone.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";
import { type Postbox, postbox } from "../support/postbox.ts";

let line: OpenLine;
let mail: Postbox;

/** From Friday 6 March 15:00 on Liisa has what Kalle had. */
beforeEach(async () => {
	mail = await postbox();
	line = await openLine({
		at: "2026-03-04T10:00",
		settings: { SMTP_URL: mail.url, MAIL_FROM: "line@example.org" },
	});
	const rota = rotaOf("fault-line", {});
	const { people } = rota;
	const changed = {
		...rota,
		people: {
			...people,
			aino: { ...people.aino, email: "aino@example.org" },
			liisa: { ...people.liisa, language: "sv" },
		},
		duties: {
			technician: [
				{
					rotation: {
						people: ["kalle", "liisa"],
						start: "2026-02-27T15:00",
						rrule: "FREQ=WEEKLY;BYDAY=FR",
					},
				},
			],
		},
	} as Rota;
	await publishRota(line.service.ctx, {
		...{ rota: changed, by: "Paula Planner", reason: "test" },
	});
});
afterEach(async () => {
	await line.close();
	await mail.close();
});

const settings = (changes: Partial<DutyNoticeSettings>) =>
	changeDutyNotices(line.service.ctx, {
		line: "fault-line",
		settings: { ...defaultSettings, tellChanges: false, ...changes },
		by: "test",
	});

/** It is that time, and the service looks at its duties, as it does every minute. */
async function itIs(local: string): Promise<void> {
	const at = DateTime.fromISO(local, { zone: "Europe/Helsinki" });
	const { network, database } = line;
	await line.clock.passes({ milliseconds: at.diff(network.now()).toMillis() });
	await database.database.query(
		"select graphile_worker.add_job('see-to-duties')",
	);
}

/** The next text message on the phone after so many. */
const text = (phone: Phone, after = 0) =>
	eventually(async () => {
		await line.network.settled();
		return phone.inbox[after]?.body ?? null;
	});

const isRung = (phone: Phone) =>
	eventually(async () => (phone.state === "ringing" ? true : null));

const ringing = { confirmCall: { on: true, minutesBefore: 30 } };

test("Liisa hears of her shift a day before, in Swedish, and both hear of the handoff", async () => {
	const { kalle, liisa } = line;
	await settings({});
	await itIs("2026-03-05T15:00");
	expect(await text(liisa)).toMatch(
		/^Scenario line: jouren är din från i morgon fre 6\.3 kl\. 15:00 till fre 13\.3 kl\. 15:00\. /,
	);
	await itIs("2026-03-06T15:00");
	expect(await text(liisa, 1)).toBe(
		"Scenario line: jouren är nu din till fre 13.3 kl. 15:00. Före dig: Kalle Korhonen.",
	);
	expect(await text(kalle)).toBe(
		"Scenario line: the duty is over for you, thank you. Liisa Lind has it now.",
	);
	await itIs("2026-03-06T15:01");
	await itIs("2026-03-06T15:02");
	expect(liisa.inbox).toHaveLength(2);
});

test("the line rings who is next, and 1 is a yes", async () => {
	const { liisa, database } = line;
	await settings(ringing);
	await itIs("2026-03-06T14:30");
	await isRung(liisa);
	expect(liisa.callerShown).toBe("+358942721234");
	await liisa.answers();
	await liisa.hears(
		/Hej, det här är Scenario line\. Du har jouren från i dag klockan 15 till den 13\.3 klockan 15\./,
	);
	await liisa.hears(/Tryck 1 om du har jouren/);
	await liisa.presses("1");
	await liisa.hears(/passet är bekräftat/);
	expect(liisa.state).toBe("idle");
	const [row] = await database.database.query(
		"select state, tries from duty_confirmations",
	);
	expect(row).toEqual([{ state: "confirmed", tries: 1 }]);
	await itIs("2026-03-06T14:40");
	await itIs("2026-03-06T14:50");
	expect(mail.taken()).toEqual([]);
});

test("a voicemail is no yes: the line rings once more, then the office is alarmed", async () => {
	const { liisa, clock, database } = line;
	await settings(ringing);
	liisa.changesTo({
		behaviour: { kind: "voicemail", afterSeconds: 4 },
		silent: true,
	});
	await itIs("2026-03-06T14:30");
	await isRung(liisa);
	await clock.passes({ seconds: 60 });
	await liisa.hears(/Jag hörde inget svar/);
	liisa.changesTo({ behaviour: { kind: "by-hand" }, silent: false });
	await eventually(async () => {
		const [rows] = await database.database.query(
			"select 1 from duty_confirmations where outcome = 'completed'",
		);
		return rows.length > 0 ? true : null;
	});
	await itIs("2026-03-06T14:36");
	await isRung(liisa);
	await clock.passes({ seconds: 40 });
	const alarm = await mail.next();
	expect(alarm.to).toEqual(["aino@example.org"]);
	expect(alarm.text).toContain("Liisa Lind ei ole vahvistanut vuoroaan");
	expect(alarm.text).toContain("+358401000003");
	expect(alarm.text).toContain("/rota/fault-line/notices");
});

test("a 2 alarms the office at once", async () => {
	const { liisa } = line;
	await settings(ringing);
	await itIs("2026-03-06T14:30");
	await isRung(liisa);
	await liisa.answers();
	await liisa.presses("2");
	await liisa.hears(/Jag säger genast till kontoret/);
	expect((await mail.next()).text).toContain("Liisa Lind ei pääse vuoroon");
});

test("the office gets its weekly letter", async () => {
	await settings({});
	await itIs("2026-03-09T08:00");
	const letter = await mail.next();
	expect(letter.to).toEqual(["aino@example.org"]);
	expect(letter.text).toContain(
		"Vuorossa: Liisa Lind, Kalle Korhonen. Aukkoja ei ole.",
	);
	expect(letter.text).toContain("versio 2, Paula Planner");
	await itIs("2026-03-09T08:01");
	await eventually(async () => {
		const [rows] = await line.database.database.query(
			"select 1 from messages where purpose = 'duty-digest' and status <> 'waiting'",
		);
		return rows.length === 1 ? true : null;
	});
	expect(mail.taken()).toEqual([]);
});
