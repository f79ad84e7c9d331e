import { languages } from "../../../src/domain/language.ts";
import {
	type PickedRule,
	pickedRuleOf,
	rruleOf,
} from "../../../src/domain/rota/rule-words/picked-rule.ts";
import { ruleInWords } from "../../../src/domain/rota/rule-words/rule-in-words.ts";
import { windowInWords } from "../../../src/domain/rota/rule-words/window-in-words.ts";

/** 2026-01-02 is a Friday. */
test.each([
	[
		"FREQ=WEEKLY;BYDAY=FR",
		"2026-01-02T15:00",
		"joka perjantai klo 15.00",
		"varje fredag kl. 15:00",
		"every Friday 15:00",
	],
	[
		"FREQ=WEEKLY",
		"2026-01-02T15:00",
		"joka perjantai klo 15.00",
		"varje fredag kl. 15:00",
		"every Friday 15:00",
	],
	[
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
		"2026-01-05T08:00",
		"joka toinen maanantai klo 8.00",
		"varannan måndag kl. 08:00",
		"every second Monday 08:00",
	],
	[
		"FREQ=WEEKLY;INTERVAL=3;BYDAY=TH,MO",
		"2026-01-05T08:00",
		"joka kolmas viikko maanantaina ja torstaina klo 8.00",
		"var tredje vecka på måndag och torsdag kl. 08:00",
		"every third week on Monday and Thursday 08:00",
	],
	[
		"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
		"2026-01-05T08:00",
		"joka päivä maanantaista perjantaihin klo 8.00",
		"varje dag från måndag till fredag kl. 08:00",
		"every day from Monday to Friday 08:00",
	],
	[
		"FREQ=DAILY",
		"2026-01-05T18:00",
		"joka päivä klo 18.00",
		"varje dag kl. 18:00",
		"every day 18:00",
	],
	[
		"FREQ=DAILY;BYHOUR=8,20",
		"2026-01-05T08:00",
		"joka päivä klo 8.00 ja 20.00",
		"varje dag kl. 08:00 och 20:00",
		"every day 08:00 and 20:00",
	],
	[
		"FREQ=DAILY;INTERVAL=2",
		"2026-01-05T00:00",
		"joka toinen päivä klo 0.00",
		"varannan dag kl. 00:00",
		"every second day 00:00",
	],
	[
		"FREQ=MONTHLY;BYDAY=1MO",
		"2026-01-05T08:00",
		"joka kuukauden ensimmäisenä maanantaina klo 8.00",
		"den första måndagen i varje månad kl. 08:00",
		"the first Monday of each month 08:00",
	],
	[
		"FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
		"2026-01-30T08:00",
		"joka toisen kuukauden viimeisenä perjantaina klo 8.00",
		"den sista fredagen varannan månad kl. 08:00",
		"the last Friday of every second month 08:00",
	],
	[
		"FREQ=MONTHLY;BYMONTHDAY=1",
		"2026-01-01T08:00",
		"joka kuukauden 1. päivänä klo 8.00",
		"den 1 i varje månad kl. 08:00",
		"on the 1st of each month 08:00",
	],
	[
		"FREQ=MONTHLY;BYMONTHDAY=2,13,23,-1",
		"2026-01-02T08:00",
		"joka kuukauden 2., 13., 23. ja viimeisenä päivänä klo 8.00",
		"den 2, 13, 23 och sista dagen i varje månad kl. 08:00",
		"on the 2nd, 13th, 23rd and last day of each month 08:00",
	],
	[
		"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
		"2026-12-24T15:00",
		"joka vuosi 24.12. klo 15.00",
		"varje år den 24 december kl. 15:00",
		"every year on 24 December 15:00",
	],
	[
		"FREQ=HOURLY;INTERVAL=12",
		"2026-01-02T15:00",
		"12 tunnin välein",
		"var tolfte timme",
		"every 12 hours",
	],
	[
		"FREQ=WEEKLY;BYDAY=FR;COUNT=10",
		"2026-01-02T15:00",
		"joka perjantai klo 15.00, 10 kertaa",
		"varje fredag kl. 15:00, 10 gånger",
		"every Friday 15:00, 10 times",
	],
	[
		"FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231",
		"2026-01-02T15:00+02:00",
		"joka perjantai klo 15.00, 31.12.2026 asti",
		"varje fredag kl. 15:00, till den 31 december 2026",
		"every Friday 15:00, until 31 December 2026",
	],
])("%s is said in each language", (rrule, start, fi, sv, en) => {
	const said = languages.map((language) => ruleInWords(rrule, start, language));
	expect(said).toEqual([fi, sv, en]);
});

test.each([
	"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
	"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
	"FREQ=DAILY;BYHOUR=0,1,2,3,4",
	"FREQ=MONTHLY;BYMONTHDAY=-2",
	"FREQ=SECONDLY",
	"every Friday",
	"",
])("%j has no short words and is said as it is written", (rrule) => {
	for (const language of languages)
		expect(ruleInWords(rrule, "2026-01-02T15:00", language)).toBe(rrule);
});

test.each([
	[
		{ rrule: "FREQ=WEEKLY;BYDAY=SA,SU", start: "08:00", end: "08:00" },
		"lauantaina ja sunnuntaina klo 8.00–8.00 (24 h)",
		"lördag och söndag kl. 08:00–08:00 (24 h)",
		"Saturday and Sunday 08:00–08:00 (24 h)",
	],
	[
		{ rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", start: "08:00", end: "16:00" },
		"maanantaista torstaihin klo 8.00–16.00",
		"måndag till torsdag kl. 08:00–16:00",
		"Monday to Thursday 08:00–16:00",
	],
	[
		{ rrule: "FREQ=DAILY", start: "20:00", end: "06:00" },
		"joka päivä klo 20.00–6.00 (seuraavaan päivään)",
		"varje dag kl. 20:00–06:00 (till nästa dag)",
		"every day 20:00–06:00 (until the next day)",
	],
	[
		{
			rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
			start: "08:00",
			end: "15:00",
			since: "2026-01-02",
			until: "2026-06-30",
		},
		"joka toinen viikko perjantaina klo 8.00–15.00, 2.1.2026 alkaen, 30.6.2026 asti",
		"varannan vecka på fredag kl. 08:00–15:00, från den 2 januari 2026, till den 30 juni 2026",
		"every second week on Friday 08:00–15:00, from 2 January 2026, until 30 June 2026",
	],
	[
		{ rrule: "FREQ=YEARLY;BYWEEKNO=20", start: "08:00", end: "15:00" },
		"FREQ=YEARLY;BYWEEKNO=20 klo 8.00–15.00",
		"FREQ=YEARLY;BYWEEKNO=20 kl. 08:00–15:00",
		"FREQ=YEARLY;BYWEEKNO=20 08:00–15:00",
	],
])("the window %j is said in each language", (window, fi, sv, en) => {
	const said = languages.map((language) => windowInWords(window, language));
	expect(said).toEqual([fi, sv, en]);
});

const picked: PickedRule[] = [
	{ every: "day", interval: 1 },
	{ every: "day", interval: 3 },
	{ every: "week", interval: 1, weekdays: [4] },
	{ every: "week", interval: 2, weekdays: [0, 3, 6] },
	{ every: "month-weekday", interval: 1, nth: 1, weekday: 0 },
	{ every: "month-weekday", interval: 6, nth: -1, weekday: 4 },
	{ every: "month-day", interval: 1, days: [1, 15] },
	{ every: "month-day", interval: 2, days: [-1] },
];

test.each(picked)("what was picked, %j, is found again in its rule", (rule) => {
	expect(pickedRuleOf(rruleOf(rule), "2026-01-02T15:00")).toEqual(rule);
});

test.each([
	["FREQ=WEEKLY", { every: "week", interval: 1, weekdays: [4] }],
	["FREQ=MONTHLY", { every: "month-day", interval: 1, days: [2] }],
	["FREQ=WEEKLY;COUNT=3", null],
	["FREQ=MONTHLY;BYDAY=1MO,3MO", null],
	["FREQ=MONTHLY;BYDAY=MO", null],
	["FREQ=YEARLY", null],
	["FREQ=DAILY;BYHOUR=8,20", null],
	["FREQ=OFTEN", null],
])("%s can be picked, or is left to be written", (rrule, rule) => {
	expect(pickedRuleOf(rrule, "2026-01-02T15:00")).toEqual(rule);
});
