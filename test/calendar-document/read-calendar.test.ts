import fc from "fast-check";
import { readCalendar } from "../../src/calendar-document/read-calendar.ts";

const span = {
	from: Date.parse("2026-01-01T00:00:00Z"),
	to: Date.parse("2028-01-01T00:00:00Z"),
};

function calendar(...parts: string[]): string {
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Test//EN",
		...parts,
		"END:VCALENDAR",
		"",
	].join("\r\n");
}

function event(...lines: string[]): string {
	return ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
}

/** `title start end` of each entry, or why there are none. */
function read(text: string): string[] {
	const reading = readCalendar(text, span);
	if (reading.kind === "faulty") return [`faulty: ${reading.because}`];
	return [
		...reading.entries.map(
			({ title, start, end }) => `${title} ${start} ${end}`,
		),
		...reading.unreadable.map(
			({ title, time, because }) => `${because}: ${title} ${time}`,
		),
	];
}

/** As Google Calendar's secret address sends it. */
const google = `BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:Päivystys
X-WR-TIMEZONE:Europe/Helsinki
BEGIN:VTIMEZONE
TZID:Europe/Helsinki
X-LIC-LOCATION:Europe/Helsinki
BEGIN:DAYLIGHT
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
DTSTART:19700329T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
DTSTART:19701025T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DTSTART;TZID=Europe/Helsinki:20261016T150000
DTEND;TZID=Europe/Helsinki:20261023T150000
RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=FR
DTSTAMP:20260901T080000Z
ORGANIZER;CN=Jour:mailto:jour@group.calendar.google.com
UID:2f1a@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Kalle
  Korhonen;X-NUM-GUESTS=0:mailto:kalle@example.org
CREATED:20260901T080000Z
DESCRIPTION:Viikko kerrallaan\\, vaihto pe klo 15
LAST-MODIFIED:20260901T080000Z
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Jour\\, viikko
TRANSP:OPAQUE
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:This is an event reminder
TRIGGER:-P0DT0H30M0S
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Helsinki:20261031T080000
DTEND;TZID=Europe/Helsinki:20261106T150000
DTSTAMP:20260901T080000Z
UID:2f1a@google.com
RECURRENCE-ID;TZID=Europe/Helsinki:20261030T150000
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY:Jour\\, siirretty
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261224
DTEND;VALUE=DATE:20261227
DTSTAMP:20260901T080000Z
UID:joulu@google.com
STATUS:CONFIRMED
SUMMARY:Liisa
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");

test("Google: zones, a changed occurrence, whole days, guests", () => {
	expect(read(google)).toEqual([
		// 15:00 in summer time is 12:00Z; the clocks go back on 25 October.
		"Jour, viikko 2026-10-16T12:00Z 2026-10-23T12:00Z",
		"Jour, siirretty 2026-10-31T06:00Z 2026-11-06T13:00Z",
		"Jour, viikko 2026-11-13T13:00Z 2026-11-20T13:00Z",
		"Liisa 2026-12-24T00:00 2026-12-27T00:00",
	]);
	const reading = readCalendar(google, span);
	expect(reading.kind === "read" && reading.entries[0]?.guests).toEqual([
		{ email: "kalle@example.org", name: "Kalle Korhonen" },
	]);
});

/** As Outlook on the web publishes a calendar: Windows' names of zones. */
test.each([
	[
		"Windows' zone with its description",
		outlookZone("FLE Standard Time", true),
	],
	["Windows' zone without", outlookZone("FLE Standard Time", false)],
	["a zone of somebody's own", outlookZone("Customized Time Zone", true)],
	[
		"a name within a path",
		outlookZone("/mozilla.org/20070129_1/Europe/Helsinki", false),
	],
	["a quoted name", outlookZone('"Europe/Helsinki"', false)],
])("Outlook: %s", (_, text) => {
	expect(read(text)).toEqual([
		"Kalle Korhonen 2026-03-27T13:00Z 2026-03-28T06:00Z",
		"Kalle Korhonen 2026-04-03T12:00Z 2026-04-04T05:00Z",
	]);
});

function outlookZone(tzid: string, described: boolean): string {
	const bare = tzid.replaceAll('"', "");
	return calendar(
		...(described
			? [
					"BEGIN:VTIMEZONE",
					`TZID:${bare}`,
					"BEGIN:STANDARD",
					"DTSTART:16010101T040000",
					"TZOFFSETFROM:+0300",
					"TZOFFSETTO:+0200",
					"RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
					"END:STANDARD",
					"BEGIN:DAYLIGHT",
					"DTSTART:16010101T030000",
					"TZOFFSETFROM:+0200",
					"TZOFFSETTO:+0300",
					"RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
					"END:DAYLIGHT",
					"END:VTIMEZONE",
				]
			: []),
		event(
			"UID:040000008200E00074C5B7101A82E008",
			"SUMMARY:Kalle Korhonen",
			`DTSTART;TZID=${tzid}:20260327T150000`,
			`DTEND;TZID=${tzid}:20260328T080000`,
			"RRULE:FREQ=WEEKLY;UNTIL=20260403T120000Z;INTERVAL=1;BYDAY=FR;WKST=MO",
			"X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
		),
	);
}

test("Apple: a change to this and all that follow, another after it, and one of them alone", () => {
	const text = calendar(
		event(
			"UID:apple-1",
			"SUMMARY:Pekka",
			"DTSTART;TZID=Europe/Stockholm:20260601T080000",
			"DURATION:P1D",
			"RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=6",
			"EXDATE;TZID=Europe/Stockholm:20260608T080000",
		),
		event(
			"UID:apple-1",
			"SUMMARY:Sanna",
			"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Stockholm:20260615T080000",
			"DTSTART;TZID=Europe/Stockholm:20260616T100000",
			"DURATION:PT12H",
		),
		event(
			"UID:apple-1",
			"SUMMARY:Sanna",
			"STATUS:CANCELLED",
			"RECURRENCE-ID;TZID=Europe/Stockholm:20260629T080000",
			"DTSTART;TZID=Europe/Stockholm:20260630T100000",
			"DURATION:PT12H",
		),
		event(
			"UID:apple-1",
			"SUMMARY:Jussi",
			"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Stockholm:20260706T080000",
			"DTSTART;TZID=Europe/Stockholm:20260706T080000",
			"DURATION:P1D",
		),
	);
	expect(read(text)).toEqual([
		"Pekka 2026-06-01T06:00Z 2026-06-02T06:00Z",
		"Sanna 2026-06-16T08:00Z 2026-06-16T20:00Z",
		"Sanna 2026-06-23T08:00Z 2026-06-23T20:00Z",
		"Jussi 2026-07-06T06:00Z 2026-07-07T06:00Z",
	]);
});

test.each<[string, string[], string[]]>([
	[
		"a time that floats is the rota's own",
		["DTSTART:20261224T150000", "DTEND:20261225T080000"],
		["X 2026-12-24T15:00 2026-12-25T08:00"],
	],
	[
		"UTC",
		["DTSTART:20261224T150000Z", "DTEND:20261225T080000Z"],
		["X 2026-12-24T15:00Z 2026-12-25T08:00Z"],
	],
	[
		"a day without an end is that day",
		["DTSTART;VALUE=DATE:20261224"],
		["X 2026-12-24T00:00 2026-12-25T00:00"],
	],
	[
		"a date that does not say so",
		["DTSTART:20261224", "DTEND:20261226"],
		["X 2026-12-24T00:00 2026-12-26T00:00"],
	],
	[
		"RDATE adds, EXDATE takes away, also by the day alone",
		[
			"DTSTART:20261201T080000",
			"DURATION:PT8H",
			"RDATE:20261203T080000,20261205T080000",
			"RDATE;VALUE=PERIOD:20261207T080000/PT4H",
			"EXDATE:20261201T080000",
			"EXDATE;VALUE=DATE:20261205",
		],
		[
			"X 2026-12-03T08:00 2026-12-03T16:00",
			"X 2026-12-07T08:00 2026-12-07T16:00",
		],
	],
	[
		"over the night when the clocks go back, ends keep their time of day",
		[
			"DTSTART;TZID=Europe/Helsinki:20261023T200000",
			"DTEND;TZID=Europe/Helsinki:20261024T080000",
			"RRULE:FREQ=DAILY;COUNT=3",
		],
		[
			"X 2026-10-23T17:00Z 2026-10-24T05:00Z",
			"X 2026-10-24T17:00Z 2026-10-25T06:00Z",
			"X 2026-10-25T18:00Z 2026-10-26T06:00Z",
		],
	],
	[
		"a length in hours is exact",
		["DTSTART;TZID=Europe/Helsinki:20261024T200000", "DURATION:PT12H"],
		["X 2026-10-24T17:00Z 2026-10-25T05:00Z"],
	],
	[
		"DTSTART outside its rule is one more, and COUNT counts it",
		[
			"DTSTART:20261201T080000",
			"DURATION:PT1H",
			"RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2",
		],
		[
			"X 2026-12-01T08:00 2026-12-01T09:00",
			"X 2026-12-04T08:00 2026-12-04T09:00",
		],
	],
	[
		"a cancelled event is none",
		["DTSTART:20261224T150000", "DURATION:PT1H", "STATUS:CANCELLED"],
		[],
	],
	["long ago", ["DTSTART:20201224T150000", "DURATION:PT1H"], []],
	[
		"a series from long ago",
		[
			"DTSTART:19990104T080000Z",
			"DURATION:PT1H",
			"RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=4",
		],
		[
			"X 2026-01-04T08:00Z 2026-01-04T09:00Z",
			"X 2027-01-04T08:00Z 2027-01-04T09:00Z",
		],
	],
	["no end", ["DTSTART:20261224T150000"], ["no-length: X 20261224T150000"]],
	[
		"an end before the beginning",
		["DTSTART:20261224T150000", "DTEND:20261224T140000"],
		["no-length: X 20261224T150000"],
	],
	[
		"a zone that nobody knows",
		[
			"DTSTART;TZID=Mars/Olympus:20261224T150000",
			"DTEND;TZID=Mars/Olympus:20261224T160000",
		],
		["unknown-zone: X 20261224T150000"],
	],
	["no time at all", ["DURATION:PT1H"], ["no-time: X "]],
	[
		"30 February",
		["DTSTART:20260230T080000", "DURATION:PT1H"],
		["no-time: X 20260230T080000"],
	],
	[
		"a rule that is none",
		["DTSTART:20261224T150000", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES"],
		["broken: X 20261224T150000"],
	],
	[
		"a rule that fires each second",
		["DTSTART:20260101T000000", "DURATION:PT1S", "RRULE:FREQ=SECONDLY"],
		["bad-rule: X 20260101T000000"],
	],
])("%s", (_, lines, expected) => {
	expect(read(calendar(event("UID:1", "SUMMARY:X", ...lines)))).toEqual(
		expected,
	);
});

test("a broken event does not take the others with it", () => {
	expect(
		read(
			calendar(
				event(
					"UID:1",
					"SUMMARY:Broken\\, yes",
					"DTSTART:20261224T150000",
					"no colon here",
				),
				event(
					"UID:2",
					"SUMMARY:Whole",
					"DTSTART:20261224T150000Z",
					"DURATION:PT1H",
				),
			),
		),
	).toEqual([
		"Whole 2026-12-24T15:00Z 2026-12-24T16:00Z",
		"broken: Broken, yes 20261224T150000",
	]);
});

test("of two events with one UID the higher SEQUENCE is meant", () => {
	const one = (sequence: number, hour: number) =>
		event(
			"UID:1",
			`SEQUENCE:${sequence}`,
			"SUMMARY:X",
			`DTSTART:20261224T${hour}0000`,
			"DURATION:PT1H",
		);
	expect(read(calendar(one(2, 11), one(1, 10)))).toEqual([
		"X 2026-12-24T11:00 2026-12-24T12:00",
	]);
});

test("whoever is invited to one occurrence alone gets it", () => {
	expect(
		read(
			calendar(
				event(
					"UID:1",
					"SUMMARY:X",
					"RECURRENCE-ID:20261224T100000Z",
					"DTSTART:20261224T120000Z",
					"DURATION:PT1H",
				),
			),
		),
	).toEqual(["X 2026-12-24T12:00Z 2026-12-24T13:00Z"]);
});

test.each([
	["", "not-a-calendar"],
	["<!doctype html><title>Sign in</title>", "not-a-calendar"],
	["BEGIN:VCARD\r\nEND:VCARD", "not-a-calendar"],
	[google.slice(0, google.length / 2), "cut-short"],
	[
		calendar(
			...["1", "2", "3"].map((uid) =>
				event(
					`UID:${uid}`,
					"SUMMARY:X",
					"DTSTART:20260101T000000",
					"DURATION:PT1M",
					"RRULE:FREQ=HOURLY;INTERVAL=4",
				),
			),
		),
		"too-many-entries",
	],
])("no calendar at all: %#", (text, because) => {
	expect(read(text)).toEqual([`faulty: ${because}`]);
});

test("any text whatever is read without a throw, lines of calendars among them", () => {
	const line = fc.oneof(
		fc.constantFrom(
			"BEGIN:VCALENDAR",
			"END:VCALENDAR",
			"BEGIN:VEVENT",
			"END:VEVENT",
			"BEGIN:VTIMEZONE",
			"END:VTIMEZONE",
			"UID:1",
			"SUMMARY:Kalle",
			"DTSTART:20261224T150000",
			"DTEND:20261224T160000",
			"DTSTART;VALUE=DATE:20261224",
			"RRULE:FREQ=DAILY",
			"RRULE:FREQ=MONTHLY;BYSETPOS=-1",
			"RECURRENCE-ID;RANGE=THISANDFUTURE:20261224T150000",
			"RDATE:20261225T150000",
			"EXDATE:x",
			"DURATION:P1W",
			"ATTENDEE:mailto:kalle@example.org",
			"TZID:X",
			"DTSTART;TZID=X:20261224T150000",
			"TZOFFSETFROM:+0200",
			"TZOFFSETTO:+0300",
			"BEGIN:STANDARD",
			"END:STANDARD",
		),
		fc.string({ maxLength: 30 }),
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
			readCalendar(lines.join("\r\n"), span);
			readCalendar(calendar(...lines), span);
		}),
		{ numRuns: 300 },
	);
});

test("two megabytes of events take no longer than a call may wait", () => {
	const many = Array.from({ length: 5_000 }, (_, index) =>
		event(
			`UID:${index}`,
			`SUMMARY:Kalle ${"x".repeat(250)}`,
			"DTSTART;TZID=Europe/Helsinki:20270101T080000",
			"DTEND;TZID=Europe/Helsinki:20270101T160000",
		),
	);
	const text = calendar(...many);
	const before = process.cpuUsage();
	expect(read(text)).toHaveLength(5_000);
	expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
});
