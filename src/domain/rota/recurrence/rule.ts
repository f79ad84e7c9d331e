/** A recurrence rule of RFC 5545 section 3.3.10, read strictly: every fault of it is found and named. */
import { dayMillis, dayNumber, daysInMonth } from "../wall-clock.ts";

export const frequencies = [
	"SECONDLY",
	"MINUTELY",
	"HOURLY",
	"DAILY",
	"WEEKLY",
	"MONTHLY",
	"YEARLY",
] as const;

export type Frequency = (typeof frequencies)[number];

/** `MO` is `{ weekday: 0 }`, `-1FR` is `{ weekday: 4, nth: -1 }`. */
export interface RuleDay {
	readonly weekday: number;
	readonly nth?: number;
}

/** The last moment of the rule, itself included: a local moment or an instant, in milliseconds. */
export interface Until {
	readonly kind: "local" | "instant";
	readonly millis: number;
}

export interface Rule {
	readonly freq: Frequency;
	readonly interval: number;
	readonly count?: number;
	readonly until?: Until;
	readonly byMonth: readonly number[];
	readonly byWeekNo: readonly number[];
	readonly byYearDay: readonly number[];
	readonly byMonthDay: readonly number[];
	readonly byDay: readonly RuleDay[];
	readonly byHour: readonly number[];
	readonly byMinute: readonly number[];
	readonly bySecond: readonly number[];
	readonly bySetPos: readonly number[];
	/** Monday is 0. */
	readonly weekStart: number;
}

export type RuleFault =
	/** Not of the form `PART=VALUE;PART=VALUE`, or longer than 500 characters. */
	| { readonly kind: "no-rule" }
	| { readonly kind: "unknown-part"; readonly part: string }
	| { readonly kind: "twice"; readonly part: string }
	| {
			readonly kind: "bad-value";
			readonly part: string;
			readonly value: string;
	  }
	| { readonly kind: "no-frequency" }
	| { readonly kind: "until-and-count" }
	/** The standard forbids the part beside this frequency, or on its own. */
	| {
			readonly kind: "not-allowed";
			readonly part: string;
			readonly freq: Frequency;
	  };

export type RuleReading =
	| { readonly kind: "rule"; readonly rule: Rule }
	| { readonly kind: "faulty"; readonly faults: readonly RuleFault[] };

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Smallest and largest value, whether counting from the end with a minus is allowed. */
const lists = {
	BYMONTH: [1, 12, false],
	BYWEEKNO: [1, 53, true],
	BYYEARDAY: [1, 366, true],
	BYMONTHDAY: [1, 31, true],
	BYHOUR: [0, 23, false],
	BYMINUTE: [0, 59, false],
	BYSECOND: [0, 59, false],
	BYSETPOS: [1, 366, true],
} as const;

type ListPart = keyof typeof lists;

const singles = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"];

const longestRule = 500;

/** Reads a rule; `RRULE:` before it and small letters are welcome. A date alone as UNTIL includes that whole day. */
export function readRule(text: string): RuleReading {
	const parts = partsOf(text);
	if (!parts) return { kind: "faulty", faults: [{ kind: "no-rule" }] };
	const faults: RuleFault[] = [];
	const values = new Map<string, string>();
	for (const [part, value] of parts) {
		if (!singles.includes(part) && !Object.hasOwn(lists, part))
			faults.push({ kind: "unknown-part", part });
		else if (values.has(part)) faults.push({ kind: "twice", part });
		else values.set(part, value);
	}
	const rule = ruleOf(values, faults);
	if (!values.has("FREQ")) faults.push({ kind: "no-frequency" });
	if (values.has("UNTIL") && values.has("COUNT"))
		faults.push({ kind: "until-and-count" });
	faults.push(...notAllowed(rule, values));
	return faults.length > 0
		? { kind: "faulty", faults }
		: { kind: "rule", rule };
}

function partsOf(text: string): [string, string][] | null {
	const bare = text.trim().replace(/^RRULE:/i, "");
	if (bare === "" || text.length > longestRule) return null;
	const parts: [string, string][] = [];
	for (const piece of bare.replace(/;$/, "").split(";")) {
		const equals = piece.indexOf("=");
		if (equals < 1) return null;
		parts.push([
			piece.slice(0, equals).trim().toUpperCase(),
			piece
				.slice(equals + 1)
				.trim()
				.toUpperCase(),
		]);
	}
	return parts;
}

function ruleOf(
	values: ReadonlyMap<string, string>,
	faults: RuleFault[],
): Rule {
	const read = <T>(
		part: string,
		reader: (value: string) => T | null,
		otherwise: T,
	): T => {
		const value = values.get(part);
		if (value === undefined) return otherwise;
		const result = reader(value);
		if (result === null) faults.push({ kind: "bad-value", part, value });
		return result ?? otherwise;
	};
	const list = (part: ListPart) =>
		read(part, (value) => numbersOf(value, lists[part]), []);
	const count = read<number | undefined>("COUNT", positive, undefined);
	const until = read<Until | undefined>("UNTIL", untilOf, undefined);
	return {
		freq: read("FREQ", frequencyOf, "YEARLY"),
		interval: read("INTERVAL", positive, 1),
		...(count !== undefined && { count }),
		...(until && { until }),
		byMonth: list("BYMONTH"),
		byWeekNo: list("BYWEEKNO"),
		byYearDay: list("BYYEARDAY"),
		byMonthDay: list("BYMONTHDAY"),
		byDay: read("BYDAY", daysOf, []),
		byHour: list("BYHOUR"),
		byMinute: list("BYMINUTE"),
		bySecond: list("BYSECOND"),
		bySetPos: list("BYSETPOS"),
		weekStart: read("WKST", weekStartOf, 0),
	};
}

const frequencyOf = (value: string) =>
	frequencies.find((freq) => freq === value) ?? null;

const positive = (value: string) =>
	/^\d{1,9}$/.test(value) && Number(value) > 0 ? Number(value) : null;

function weekStartOf(value: string): number | null {
	const weekday = weekdays.indexOf(value);
	return weekday < 0 ? null : weekday;
}

function numbersOf(
	value: string,
	[least, most, fromEnd]: readonly [number, number, boolean],
): number[] | null {
	const numbers = value.split(",").map((item) => {
		if (!/^[+-]?\d{1,3}$/.test(item)) return null;
		const number = Number(item);
		if (number < 0 && !fromEnd) return null;
		const size = Math.abs(number);
		return size < least || size > most ? null : number;
	});
	if (numbers.some((number) => number === null)) return null;
	return [...new Set(numbers as number[])].sort((a, b) => a - b);
}

function daysOf(value: string): RuleDay[] | null {
	const days = new Map<string, RuleDay>();
	for (const item of value.split(",")) {
		const parts = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item);
		if (!parts) return null;
		const weekday = weekdays.indexOf(parts[2] as string);
		const nth = parts[1] === undefined ? undefined : Number(parts[1]);
		if (nth !== undefined && (nth === 0 || Math.abs(nth) > 53)) return null;
		days.set(`${nth}/${weekday}`, {
			weekday,
			...(nth !== undefined && { nth }),
		});
	}
	return [...days.values()];
}

function untilOf(value: string): Until | null {
	const parts = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(
		value,
	);
	if (!parts) return null;
	const [year, month, day, hour, minute, second] = parts
		.slice(1, 7)
		.map((part) => Number(part ?? 0)) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
		return null;
	if (hour > 23 || minute > 59 || second > 59) return null;
	const midnight = dayNumber(year, month, day) * dayMillis;
	if (parts[4] === undefined)
		return { kind: "local", millis: midnight + dayMillis - 1 };
	return {
		kind: parts[7] ? "instant" : "local",
		millis: midnight + ((hour * 60 + minute) * 60 + second) * 1000,
	};
}

function notAllowed(
	rule: Rule,
	values: ReadonlyMap<string, string>,
): RuleFault[] {
	const { freq } = rule;
	const longer = (than: Frequency) =>
		frequencies.indexOf(freq) >= frequencies.indexOf(than);
	const nth = rule.byDay.some((day) => day.nth !== undefined);
	const alone = ![...values.keys()].some(
		(part) => part.startsWith("BY") && part !== "BYSETPOS",
	);
	const forbidden: [string, boolean][] = [
		["BYWEEKNO", freq !== "YEARLY"],
		["BYYEARDAY", longer("DAILY") && freq !== "YEARLY"],
		["BYMONTHDAY", freq === "WEEKLY"],
		["BYDAY", nth && (!longer("MONTHLY") || rule.byWeekNo.length > 0)],
		["BYSETPOS", alone],
	];
	return forbidden
		.filter(([part, wrong]) => wrong && values.has(part))
		.map(([part]) => ({ kind: "not-allowed", part, freq }));
}
