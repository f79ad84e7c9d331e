import fc from "fast-check";
import {
	anyCall,
	type CallsFilter,
	callsFilterParts,
	readCallsFilter,
} from "../../../src/domain/ticket/calls-filter.ts";
import { callOutcomes } from "../../../src/domain/ticket/ticket.ts";

const span = { from: "2026-02-01T00:00:00Z", to: "2026-03-01" };
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

test("what is written into an address is read from it again", () => {
	const filters: fc.Arbitrary<CallsFilter> = fc.record({
		...{ from: fc.constant(span.from), to: fc.constant(span.to) },
		outcome: orNull(fc.constantFrom(...callOutcomes)),
		isMissed: fc.boolean(),
		weekday: orNull(fc.integer({ min: 1, max: 7 })),
		hour: orNull(fc.integer({ min: 0, max: 23 })),
		person: orNull(fc.constantFrom("kalle", "liisa-2", "å & ö")),
		within: orNull(fc.integer({ min: 1, max: 999 })),
	});
	fc.assert(
		fc.property(filters, (filter) => {
			const written = new URLSearchParams(callsFilterParts(filter)).toString();
			expect(readCallsFilter(new URLSearchParams(written))).toEqual(filter);
		}),
	);
});

test.each([
	["", null],
	["callFrom=2026-02-01", null],
	["callFrom=soon&callTo=2026-03-01", null],
	[
		`callFrom=${span.from}&callTo=${span.to}&callWeekday=8&callHour=24&callOutcome=lost&callWithin=0&callPerson=%0A`,
		{ ...anyCall, ...span },
	],
])("of `%s` only what makes sense is read", (address, filter) => {
	expect(readCallsFilter(new URLSearchParams(address))).toEqual(filter);
});
