/** Problems with recurrence rules: unreadable, dependent on a start that is not written, too often, too costly, or never. */
import { error, type Problem } from "../problem.ts";
import { isFinerThanDaily } from "../recurrence/pattern.ts";
import { type Rule, readRule } from "../recurrence/rule.ts";
import { occurrencesOf, ruleWork } from "../recurrence.ts";
import type { Rota, Rotation, Window } from "../rota.ts";
import {
	clockOf,
	dayMillis,
	minuteMillis,
	readLocalDate,
	readLocalTime,
	readRotaTime,
	type ZoneClock,
} from "../wall-clock.ts";
import { faultProblem } from "./rule-faults.ts";

/**
 * Problems of all rules of a rota. All of them together may take so much work and no more, whatever was typed:
 * rules that come after it is used up are called too costly.
 */
export function ruleProblems(rota: Rota, now: number): Problem[] {
	const clock = clockOf(rota.zone) ?? (clockOf("UTC") as ZoneClock);
	const check: Check = { clock, now: clock.localOf(now), left: 6 * ruleWork };
	const problems = rota.hours.flatMap((window, index) =>
		windowRule(window, `hours[${index}]`, check),
	);
	for (const [duty, layers] of Object.entries(rota.duties))
		for (const [index, layer] of layers.entries()) {
			if (!("rotation" in layer)) continue;
			const where = `duties.${duty}[${index}].rotation`;
			problems.push(...rotationRule(layer.rotation, where, check));
			for (const [place, window] of (layer.rotation.during ?? []).entries())
				problems.push(
					...windowRule(window, `${where}.during[${place}]`, check),
				);
		}
	return problems;
}

interface Check {
	readonly clock: ZoneClock;
	/** Local moment. */
	readonly now: number;
	/** Work that is left for the rules not looked at yet. */
	left: number;
}

function windowRule(window: Window, where: string, check: Check): Problem[] {
	const reading = readRule(window.rrule);
	if (reading.kind === "faulty")
		return reading.faults.map((fault) => faultProblem(fault, `${where}.rrule`));
	const { rule } = reading;
	const problems: Problem[] = [];
	if (namesTimes(rule)) problems.push(timesInWindow(`${where}.rrule`));
	if (window.since === undefined && dependsOnStart(rule))
		problems.push(sinceNeeded(where));
	const since = readLocalDate(window.since ?? "1970-01-01");
	const time = readLocalTime(window.start);
	if (problems.length > 0 || since === null || time === null) return problems;
	const start = since * dayMillis + time;
	return effectProblems(rule, start, `${where}.rrule`, check, false);
}

function rotationRule(
	{ rrule, start }: Rotation,
	where: string,
	check: Check,
): Problem[] {
	const reading = readRule(rrule);
	if (reading.kind === "faulty")
		return reading.faults.map((fault) => faultProblem(fault, `${where}.rrule`));
	const moment = readRotaTime(start);
	if (!moment) return [];
	const { clock } = check;
	const local =
		moment.kind === "local" ? moment.local : clock.localOf(moment.instant);
	const { rule } = reading;
	const problems = effectProblems(rule, local, `${where}.rrule`, check, true);
	if (problems.length > 0) return problems;
	const work = { left: ruleWork };
	const first = occurrencesOf({ rule, start: local, clock, work }).next().value;
	return first?.local === local ? [] : [startMismatch(start, `${where}.start`)];
}

/** Whether a rule means something else when it starts at another time: then a window must say since when. */
function dependsOnStart(rule: Rule): boolean {
	if (rule.interval > 1 || rule.count !== undefined) return true;
	const days =
		rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length > 0;
	return !days && rule.freq !== "DAILY";
}

const namesTimes = (rule: Rule) =>
	isFinerThanDaily(rule) ||
	rule.byHour.length + rule.byMinute.length + rule.bySecond.length > 0;

/** How many occurrences of a rule are looked at; a rule that names times shows its shortest step well within them. */
const looked = 500;
const shortest = 15 * minuteMillis;

function effectProblems(
	rule: Rule,
	start: number,
	where: string,
	check: Check,
	counted: boolean,
): Problem[] {
	const { clock, now } = check;
	const given = Math.min(ruleWork, check.left);
	if (given <= 0) return [tooCostly(where)];
	const work = { left: given };
	const needed = namesTimes(rule) ? looked : 1;
	let seen = 0;
	let previous = Number.NEGATIVE_INFINITY;
	for (const { local } of occurrencesOf({ rule, start, clock, work })) {
		if (local - previous < shortest) return [tooOften(where)];
		previous = local;
		if (++seen >= needed) break;
	}
	// A timeline of today must be within reach from the start of the rule as well.
	if (seen > 0)
		occurrencesOf({ rule, start, clock, work, counted, from: now }).next();
	check.left -= given - work.left;
	if (seen === 0) return [given < ruleWork ? tooCostly(where) : never(where)];
	return work.left < 0 ? [tooCostly(where)] : [];
}

function sinceNeeded(where: string): Problem {
	return error(
		"since-needed",
		`${where}.since`,
		{
			fi: "Säännön merkitys riippuu siitä, mistä päivästä se alkaa, eikä alkua ole kirjoitettu.",
			sv: "Vad regeln betyder beror på vilken dag den börjar, och början är inte angiven.",
			en: "What the rule means depends on the day it starts from, and that is not written.",
		},
		{
			fi: 'Lisää alkupäivä, esimerkiksi since: "2026-01-05", tai luettele päivät (BYDAY, BYMONTHDAY).',
			sv: 'Lägg till startdagen, till exempel since: "2026-01-05", eller räkna upp dagarna (BYDAY, BYMONTHDAY).',
			en: 'Add the first day, such as since: "2026-01-05", or list the days (BYDAY, BYMONTHDAY).',
		},
	);
}

function timesInWindow(where: string): Problem {
	return error(
		"times-in-window",
		where,
		{
			fi: "Sääntö nimeää kellonaikoja, mutta ne sanotaan kohdissa start ja end.",
			sv: "Regeln anger klockslag, men de sägs i start och end.",
			en: "The rule names times of day, but start and end say those.",
		},
		{
			fi: "Käytä tiheyttä DAILY, WEEKLY, MONTHLY tai YEARLY ilman osia BYHOUR, BYMINUTE ja BYSECOND.",
			sv: "Använd DAILY, WEEKLY, MONTHLY eller YEARLY utan BYHOUR, BYMINUTE och BYSECOND.",
			en: "Use DAILY, WEEKLY, MONTHLY or YEARLY without BYHOUR, BYMINUTE and BYSECOND.",
		},
	);
}

function startMismatch(start: string, where: string): Problem {
	return error(
		"start-mismatch",
		where,
		{
			fi: `Ensimmäinen vaihto ${start} ei ole säännön mukainen.`,
			sv: `Det första bytet ${start} stämmer inte med regeln.`,
			en: `The first handoff ${start} does not match the rule.`,
		},
		{
			fi: "Valitse alku, joka on säännön mukainen, tai korjaa sääntö.",
			sv: "Välj en början som regeln träffar, eller rätta regeln.",
			en: "Choose a start that the rule names, or correct the rule.",
		},
	);
}

function tooOften(where: string): Problem {
	return error(
		"rule-too-often",
		where,
		{
			fi: "Sääntö toistuu useammin kuin 15 minuutin välein.",
			sv: "Regeln upprepas oftare än var 15:e minut.",
			en: "The rule fires more often than every 15 minutes.",
		},
		{
			fi: "Harvenna sääntöä; vuorot vaihtuvat yleensä päivittäin tai viikoittain.",
			sv: "Gör regeln glesare; turer byts oftast varje dag eller vecka.",
			en: "Make the rule rarer; turns mostly change daily or weekly.",
		},
	);
}

function tooCostly(where: string): Problem {
	return error(
		"rule-too-costly",
		where,
		{
			fi: "Säännön laskeminen veisi liian kauan.",
			sv: "Regeln tar för lång tid att räkna ut.",
			en: "The rule takes too long to work out.",
		},
		{
			fi: "Kirjoita sama harvemmin toistuvana sääntönä, esimerkiksi FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1.",
			sv: "Skriv samma sak som en glesare regel, till exempel FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1.",
			en: "Write the same as a rarer rule, such as FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1.",
		},
	);
}

function never(where: string): Problem {
	return error(
		"rule-never",
		where,
		{
			fi: "Sääntö ei osu koskaan mihinkään päivään.",
			sv: "Regeln träffar aldrig någon dag.",
			en: "The rule never names any day.",
		},
		{
			fi: "Tarkista päivät ja kuukaudet; esimerkiksi 31. helmikuuta ei ole olemassa.",
			sv: "Kontrollera dagar och månader; den 31 februari finns till exempel inte.",
			en: "Check the days and months; there is no 31 February, for example.",
		},
	);
}
