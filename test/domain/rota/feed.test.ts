import {
	eventsAfter,
	type FeedShift,
	type ToldEvent,
} from "../../../src/domain/rota/feed/told-events.ts";

const now = Date.parse("2026-11-21T12:00:00Z");

function shift(
	start: string,
	end: string,
	person = "kalle",
	duty = "technician",
): FeedShift {
	const millis = (text: string) => Date.parse(`2026-${text}T15:00:00Z`);
	return {
		duty,
		person,
		start: millis(start),
		end: millis(end),
		said: `${start} ${end} ${person}`,
	};
}

function tell(
	shifts: readonly FeedShift[],
	told: readonly ToldEvent[] = [],
	at = now,
) {
	return eventsAfter(shifts, told, {
		now: at,
		subject: "fault-line.person.kalle",
	});
}

const later = now + 60_000;
const weeks = [
	shift("11-27", "12-04"),
	shift("12-11", "12-18"),
	shift("12-25", "12-31"),
];

test("the same shifts are the same events, whatever the order of the rota", () => {
	const told = tell(weeks);
	expect(new Set(told.map(({ uid }) => uid)).size).toBe(3);
	expect(tell([...weeks].reverse(), told, later).reverse()).toEqual(told);
});

test("a shift that moves keeps its UID with a higher SEQUENCE, and its neighbours are left alone", () => {
	const told = tell(weeks);
	const moved = shift("12-12", "12-18");
	const after = tell(
		[weeks[0] as FeedShift, moved, weeks[2] as FeedShift],
		told,
		later,
	);
	expect(after.map(({ uid, sequence }) => [uid, sequence])).toEqual([
		[told[0]?.uid, 0],
		[told[1]?.uid, 1],
		[told[2]?.uid, 0],
	]);
	expect(after[1]?.changedAt).toBe(later);
	expect(after[0]).toEqual(told[0]);
});

test("a shift that moves to another day is the same while both are to come", () => {
	const told = tell([shift("12-01", "12-02")]);
	expect(tell([shift("12-03", "12-04")], told)[0]).toMatchObject({
		uid: told[0]?.uid,
		sequence: 1,
	});
	const past = tell([shift("11-01", "11-02")]);
	expect(tell([shift("11-03", "11-04")], past)[0]?.uid).not.toBe(past[0]?.uid);
	expect(tell([shift("12-20", "12-21")], told)[0]?.uid).not.toBe(told[0]?.uid);
});

test("a shift that is given away goes, and is the same event when it comes back", () => {
	const told = tell(weeks);
	const without = tell([weeks[0] as FeedShift, weeks[2] as FeedShift], told);
	expect(without.map(({ gone }) => gone)).toEqual([false, false, true]);
	const again = tell(weeks, without);
	expect(again[1]).toMatchObject({
		uid: told[1]?.uid,
		sequence: 1,
		gone: false,
	});
});

test("a shift cut in two: the longer part stays the event, the other is new", () => {
	const told = tell([shift("12-11", "12-18")]);
	const after = tell([shift("12-11", "12-12"), shift("12-13", "12-18")], told);
	expect(after[1]).toMatchObject({ uid: told[0]?.uid, sequence: 1 });
	expect(after[0]?.uid).not.toBe(told[0]?.uid);
});

test("other words alone change the event, not its SEQUENCE", () => {
	const told = tell(weeks);
	const after = tell(
		weeks.map((each) => ({ ...each, said: "other" })),
		told,
		later,
	);
	expect(after.map(({ sequence, changedAt }) => [sequence, changedAt])).toEqual(
		[
			[0, later],
			[0, later],
			[0, later],
		],
	);
});

test("another person's turn at the same time is the same event of the duty, told anew", () => {
	const told = tell(weeks);
	const after = tell(
		[shift("11-27", "12-04", "liisa"), ...weeks.slice(1)],
		told,
	);
	expect(after[0]).toMatchObject({
		uid: told[0]?.uid,
		sequence: 1,
		person: "liisa",
	});
});

test("two duties never share an event", () => {
	const told = tell([shift("11-27", "12-04")]);
	const after = tell([shift("11-27", "12-04", "kalle", "backup")], told);
	expect(after[0]?.uid).not.toBe(told[0]?.uid);
	expect(after[1]).toMatchObject({ uid: told[0]?.uid, gone: true });
});

test("UIDs come out the same when all was forgotten, and never twice", () => {
	expect(tell(weeks)).toEqual(tell(weeks));
	const told = tell([shift("12-11", "12-18")]);
	// The event has moved on, and a new shift begins where it once did.
	const moved = tell([shift("12-12", "12-19")], told);
	const both = tell([shift("12-11", "12-12"), shift("12-12", "12-19")], moved);
	expect(new Set(both.map(({ uid }) => uid)).size).toBe(2);
	expect(both[1]?.uid).toBe(told[0]?.uid);
});
