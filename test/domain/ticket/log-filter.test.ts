import fc from "fast-check";
import {
	answerBounds,
	type LogFilter,
	readLogFilter,
	wholeLog,
	writeLogFilter,
} from "../../../src/domain/ticket/log-filter.ts";
import {
	callOutcomes,
	channels,
	ticketStatuses,
	urgencies,
} from "../../../src/domain/ticket/ticket.ts";

const text = fc
	.string({ unit: "grapheme", minLength: 1, maxLength: 40 })
	.map((raw) => raw.replace(/\p{Cc}/gu, "").trim())
	.filter((kept) => kept !== "");
const perhaps = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const anyFilter: fc.Arbitrary<LogFilter> = fc
	.record({
		q: fc.oneof(fc.constant(""), text),
		line: perhaps(text),
		from: perhaps(fc.constantFrom("2026-03-01", "2026-03-01T12:00:00Z")),
		to: perhaps(fc.constantFrom("2026-03-31", "2026-04-01T00:00+03:00")),
		days: perhaps(fc.integer({ min: 1, max: 9999 })),
		channel: fc.subarray([...channels]),
		outcome: fc.subarray([...callOutcomes]),
		status: fc.subarray([...ticketStatuses]),
		urgency: fc.subarray([...urgencies]),
		subject: perhaps(text),
		property: perhaps(text),
		stairwell: perhaps(text),
		person: perhaps(text),
		answeredWithin: perhaps(
			fc.record({
				how: fc.constantFrom("within", "later", "not"),
				seconds: fc.constantFrom(...answerBounds),
			}),
		),
		overdue: fc.boolean(),
		unacknowledged: fc.boolean(),
		label: perhaps(text),
		costs: perhaps(fc.boolean()),
	})
	.map((filter) => ({
		...filter,
		calls: null,
		stairwell: filter.property === null ? null : filter.stairwell,
	}));

test("a filter that was written into an address is read as it was", () => {
	fc.assert(
		fc.property(anyFilter, (filter) => {
			const address = String(writeLogFilter(filter));
			expect(readLogFilter(address)).toEqual(filter);
			expect(String(writeLogFilter(readLogFilter(address)))).toBe(address);
		}),
	);
});

test("any address is read as some filter, and an empty one as everything", () => {
	fc.assert(
		fc.property(fc.webQueryParameters(), (address) => {
			const once = readLogFilter(address);
			expect(readLogFilter(String(writeLogFilter(once)))).toEqual(once);
		}),
	);
	expect(readLogFilter("")).toEqual(wholeLog);
	expect(String(writeLogFilter(wholeLog))).toBe("");
});

test.each([
	["status=open", { status: ["new", "assigned", "acknowledged", "under-way"] }],
	["status=open,done", { status: ticketStatuses.slice(0, 5) }],
	["status=lost,new", { status: ["new"] }],
	["answeredWithin=not-30", { answeredWithin: { how: "not", seconds: 30 } }],
	["answeredWithin=31", {}],
	["stairwell=B", {}],
	["from=yesterday&days=0&costs=perhaps&overdue=1", {}],
	["q=%20%00vuoto%20", { q: "vuoto" }],
])("%s is read as %j", (address, read) => {
	expect(readLogFilter(address)).toEqual({ ...wholeLog, ...read });
});

test("what is open is written as one word", () => {
	const filter = readLogFilter("status=new,assigned,under-way,acknowledged");
	expect(String(writeLogFilter(filter))).toBe("status=open");
});
