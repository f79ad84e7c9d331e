import ICAL from "ical.js";
import { DateTime } from "luxon";
import { readCalendar } from "../../src/calendar-document/read-calendar.ts";
import {
	type FeedEvent,
	writeFeed,
} from "../../src/calendar-document/write-feed.ts";
import { clockChangesIn } from "../../src/domain/rota/clock-changes.ts";

function event(
	zone: string,
	start: string,
	end: string,
	more: Partial<FeedEvent> = {},
): FeedEvent {
	return {
		uid: `${start}@faultline`,
		sequence: 2,
		changedAt: DateTime.fromISO("2026-11-21T10:00:00Z"),
		start: DateTime.fromISO(start, { zone }),
		end: DateTime.fromISO(end, { zone }),
		title: "Päivystys: technician – Myllypuron vikanumero",
		description: "Kalle Korhonen on vuorossa kierron mukaan.",
		link: "https://faults.example.org/rota/fault-line",
		tentative: false,
		alarms: [1440, 60],
		alarmText: "Vuorosi alkaa",
		...more,
	};
}

const zones = [
	"Europe/Helsinki",
	"Europe/Stockholm",
	"UTC",
	"America/New_York",
	"Asia/Tokyo",
	"Australia/Lord_Howe",
	"Africa/Casablanca",
	"Asia/Kathmandu",
	"Pacific/Chatham",
	"Etc/UTC",
];

test.each(zones)(
	"what is written in %s is read again as the same instants",
	(zone) => {
		const events = [
			event(zone, "2026-03-27T15:00", "2026-04-03T15:00"),
			event(zone, "2026-10-23T15:00", "2026-10-30T15:00"),
			event(zone, "2026-12-24T15:00", "2027-03-31T15:00"),
		];
		const text = writeFeed({ name: "Vuorot", zone, events });
		const span = {
			from: Date.parse("2026-01-01"),
			to: Date.parse("2028-01-01"),
		};
		const reading = readCalendar(text, span);
		if (reading.kind !== "read") throw new Error(reading.because);
		expect(reading.unreadable).toEqual([]);
		expect(
			reading.entries.map(({ start, end }) => [
				Date.parse(start),
				Date.parse(end),
			]),
		).toEqual(
			events.map(({ start, end }) => [start.toMillis(), end.toMillis()]),
		);
	},
);

test.each(zones)(
	"the library's own reading of VTIMEZONE agrees in %s, before and after each change",
	(zone) => {
		const text = writeFeed({
			name: "Vuorot",
			zone,
			events: [event(zone, "2026-03-27T15:00", "2027-03-31T15:00")],
		});
		const calendar = new ICAL.Component(ICAL.parse(text));
		const described = calendar.getFirstSubcomponent("vtimezone");
		const start = calendar
			.getFirstSubcomponent("vevent")
			?.getFirstProperty("dtstart");
		if (zone === "UTC" || zone === "Etc/UTC") {
			expect(described).toBeNull();
			expect(start?.toICALString()).toBe("DTSTART:20260327T150000Z");
			return;
		}
		expect(start?.getParameter("tzid")).toBe(zone);
		if (!described) throw new Error("no VTIMEZONE");
		const timezone = new ICAL.Timezone(described);
		const from = DateTime.fromISO("2026-03-01T00:30", { zone });
		const changes = clockChangesIn(zone, { from, to: from.plus({ years: 1 }) });
		const around = changes.flatMap(({ at }) =>
			[-240, -90, -30, 30, 90, 240].map((minutes) => at.plus({ minutes })),
		);
		for (const at of [from, from.plus({ months: 4 }), ...around]) {
			const local = ICAL.Time.fromData(at.toObject(), timezone);
			// A time that comes twice is either.
			if (at.getPossibleOffsets().length > 1) continue;
			expect([at.toISO(), timezone.utcOffset(local) / 60]).toEqual([
				at.toISO(),
				at.offset,
			]);
		}
	},
);

test("Helsinki's clocks change by one rule, as every program understands it", () => {
	const text = writeFeed({
		name: "x",
		zone: "Europe/Helsinki",
		events: [event("Europe/Helsinki", "2026-11-27T15:00", "2026-12-04T15:00")],
	});
	expect(text).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n");
	expect(text).toContain("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n");
	expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toHaveLength(2);
});

test("an event says all that calendar programs ask for", () => {
	const text = writeFeed({
		name: "Vuorot",
		zone: "Europe/Helsinki",
		events: [
			event("Europe/Helsinki", "2026-11-27T15:00", "2026-12-04T15:00", {
				tentative: true,
			}),
		],
	});
	for (const line of [
		"UID:2026-11-27T15:00@faultline",
		"SEQUENCE:2",
		"DTSTAMP:20261121T100000Z",
		"LAST-MODIFIED:20261121T100000Z",
		"DTSTART;TZID=Europe/Helsinki:20261127T150000",
		"DTEND;TZID=Europe/Helsinki:20261204T150000",
		"STATUS:TENTATIVE",
		"TRANSP:TRANSPARENT",
		"TRIGGER:-P1D",
		"TRIGGER:-PT1H",
		"URL:https://faults.example.org/rota/fault-line",
		"REFRESH-INTERVAL;VALUE=DURATION:PT1H",
		"X-WR-CALNAME:Vuorot",
	])
		expect(text).toContain(`\r\n${line}\r\n`);
	expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
	expect(text.endsWith("\r\nEND:VCALENDAR\r\n")).toBe(true);
});

test("names cannot add a line, and come back as they are", () => {
	const nasty =
		'Kalle; Korhonen, \\ "K"\r\nATTENDEE:mailto:x@example.org\u2028END:VEVENT\u0000 – ÅÄÖ';
	const text = writeFeed({
		name: nasty,
		zone: "Europe/Helsinki",
		events: [
			event("Europe/Helsinki", "2026-11-27T15:00", "2026-12-04T15:00", {
				title: nasty,
				description: nasty,
				alarmText: nasty,
			}),
		],
	});
	expect(
		text.split("\r\n").filter((line) => /^(ATTENDEE|END:VEVENT)/.test(line)),
	).toEqual(["END:VEVENT"]);
	const vevent = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent(
		"vevent",
	);
	expect(vevent?.getFirstPropertyValue("summary")).toBe(
		'Kalle; Korhonen, \\ "K" ATTENDEE:mailto:x@example.org END:VEVENT – ÅÄÖ',
	);
	expect(vevent?.getFirstPropertyValue("description")).toBe(
		'Kalle; Korhonen, \\ "K"\nATTENDEE:mailto:x@example.org\nEND:VEVENT – ÅÄÖ',
	);
});

test("no line is longer than 75 bytes, and none breaks within a letter", () => {
	const text = writeFeed({
		name: "ä".repeat(300),
		zone: "Europe/Helsinki",
		events: [
			event("Europe/Helsinki", "2026-11-27T15:00", "2026-12-04T15:00", {
				title: "🔧ä€".repeat(60),
			}),
		],
	});
	for (const line of text.split("\r\n"))
		expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	expect(text).not.toContain("\uFFFD");
	expect(text.replace(/\r\n /g, "")).toContain(`SUMMARY:${"🔧ä€".repeat(60)}`);
	expect(Buffer.from(text).toString("utf8")).toBe(text);
});
