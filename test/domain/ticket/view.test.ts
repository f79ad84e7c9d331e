import fc from "fast-check";
import { DateTime } from "luxon";
import type { CallFact, RecordedFact } from "../../../src/domain/call/facts.ts";
import { languages } from "../../../src/domain/language.ts";
import {
	type CallRecord,
	type TicketRecord,
	ticketView,
} from "../../../src/domain/ticket/view.ts";

const start = DateTime.utc(2026, 3, 3, 0, 0);
const after = (seconds: number, fact: CallFact): RecordedFact => ({
	...fact,
	at: start.plus({ seconds }),
});
const kalle = {
	person: "kalle",
	name: "Kalle Korhonen",
	phone: "+358401000002",
	screened: true,
};
const liisa = {
	person: "liisa",
	name: "Liisa Lind",
	phone: "+358401000003",
	screened: true,
};
const aino = {
	person: "aino",
	name: "Aino Virtanen",
	phone: "+358401000001",
	screened: false,
};

const rung = (
	step: number,
	people: (typeof kalle)[],
	attempt = 1,
): CallFact => ({
	kind: "step-rung",
	step,
	attempt,
	ringSeconds: 20,
	people,
});
const ended = (step: number, more: object = {}): CallFact =>
	({
		kind: "ring-ended",
		step,
		attempt: 1,
		result: "no-answer",
		leg: null,
		person: null,
		talkSeconds: null,
		callerGone: false,
		...more,
	}) as CallFact;
const leg = (who: typeof kalle, step: number, more: object): CallFact =>
	({
		leg: `CA-${who.person}`,
		person: who.person,
		screened: who.screened,
		step,
		attempt: 1,
		sequence: null,
		carrierAt: null,
		...more,
	}) as CallFact;
const callEnded: CallFact = {
	kind: "call-ended",
	status: "completed",
	seconds: 60,
};

function viewOf(
	facts: readonly RecordedFact[],
	endedAt: DateTime | null = null,
) {
	return ticketView(recordWith({ facts, endedAt }));
}

function recordWith(call: Partial<CallRecord>): TicketRecord {
	return {
		id: "6a0f9ec6-9d8a-4c6e-8f29-6a2f0b1b0f00",
		number: "2026-000001",
		revision: 1,
		line: "fault-line",
		channel: "phone",
		status: "new",
		caller: "+358401234567",
		language: "fi",
		openedAt: start,
		acknowledgedAt: null,
		acknowledgedBy: null,
		underWayAt: null,
		onSiteAt: null,
		doneAt: null,
		closedAt: null,
		missedCallAt: null,
		dueAt: null,
		summary: null,
		subject: null,
		urgency: "normal",
		place: { words: null, property: null, stairwell: "", flat: "" },
		tenant: null,
		assignee: null,
		labels: [],
		costs: null,
		mergedInto: null,
		splitFrom: null,
		calls: [callWith(call)],
	};
}

function callWith(more: Partial<CallRecord>): CallRecord {
	return {
		sid: `CA${"0".repeat(32)}`,
		caller: "+358401234567",
		arrivedAt: start,
		endedAt: null,
		rotaVersion: 1,
		recoveredAt: null,
		facts: [],
		recordings: [],
		...more,
	};
}

const outcomes = (facts: readonly CallFact[]) =>
	viewOf(facts.map((fact, i) => after(i, fact))).ringing.map(
		({ outcome }) => outcome,
	);

test.each<[string, CallFact[], string[]]>([
	["rings", [rung(0, [kalle])], ["ringing"]],
	["no answer", [rung(0, [kalle]), ended(0)], ["no-answer"]],
	["busy", [rung(0, [kalle]), ended(0, { result: "busy" })], ["busy"]],
	[
		"unreachable",
		[rung(0, [kalle]), ended(0, { result: "unreachable" })],
		["unreachable"],
	],
	[
		"silence",
		[rung(0, [kalle]), ended(0, { result: "swallowed" })],
		["voicemail-or-silence"],
	],
	[
		"declined",
		[
			rung(0, [kalle]),
			leg(kalle, 0, { kind: "leg-pressed", key: "2" }),
			ended(0, { result: "swallowed" }),
		],
		["declined"],
	],
	[
		"a whisper that ended without a key",
		[
			rung(0, [kalle]),
			leg(kalle, 0, { kind: "leg-pressed", key: null }),
			ended(0, { result: "swallowed" }),
		],
		["voicemail-or-silence"],
	],
	["took it", [rung(0, [kalle]), ended(0, { result: "human" })], ["accepted"]],
	[
		"pressed 1, talks",
		[rung(0, [kalle]), leg(kalle, 0, { kind: "leg-pressed", key: "1" })],
		["accepted"],
	],
	[
		"a desk phone was picked up, talks",
		[
			rung(0, [aino]),
			leg(aino, 0, { kind: "leg-progressed", status: "in-progress" }),
		],
		["accepted"],
	],
	[
		"is hearing the whisper",
		[rung(0, [kalle]), leg(kalle, 0, { kind: "leg-screened" })],
		["ringing"],
	],
	[
		"one of two took it",
		[rung(0, [kalle, liisa]), ended(0, { result: "human", person: "liisa" })],
		["cancelled", "accepted"],
	],
	[
		"one of two swallowed it",
		[
			rung(0, [kalle, liisa]),
			ended(0, { result: "swallowed", person: "kalle" }),
		],
		["voicemail-or-silence", "cancelled"],
	],
	[
		"two, each in its own way",
		[
			rung(0, [kalle, liisa]),
			leg(kalle, 0, { kind: "leg-progressed", status: "busy" }),
			ended(0),
		],
		["busy", "no-answer"],
	],
	[
		"the caller hung up",
		[rung(0, [kalle]), ended(0, { result: "cancelled", callerGone: true })],
		["cancelled"],
	],
	[
		"the caller hung up in the whisper",
		[
			rung(0, [kalle]),
			leg(kalle, 0, { kind: "leg-screened" }),
			ended(0, { result: "swallowed", callerGone: true }),
		],
		["cancelled"],
	],
	[
		"the end of the step was never told, the next one was rung",
		[rung(0, [kalle]), rung(1, [liisa])],
		["cancelled", "ringing"],
	],
	[
		"picked up, and the end was never told",
		[
			rung(0, [kalle]),
			leg(kalle, 0, { kind: "leg-screened" }),
			rung(1, [liisa]),
		],
		["voicemail-or-silence", "ringing"],
	],
	[
		"the call ended and nobody told of the step",
		[rung(0, [kalle]), callEnded],
		["cancelled"],
	],
])("%s", (_, facts, expected) => {
	expect(outcomes(facts)).toEqual(expected);
});

test("how long it rang is by the carrier's clock where it told both ends", () => {
	const facts = [
		after(0, rung(0, [kalle])),
		after(
			50,
			leg(kalle, 0, {
				kind: "leg-progressed",
				status: "ringing",
				carrierAt: "2026-03-03T00:00:05.000Z",
			}),
		),
		after(
			51,
			leg(kalle, 0, {
				kind: "leg-progressed",
				status: "no-answer",
				carrierAt: "2026-03-03T00:00:25.000Z",
			}),
		),
		after(30, ended(0)),
	];
	expect(viewOf(facts).ringing[0]?.ringSeconds).toBe(20);
	expect(
		viewOf([after(0, rung(0, [kalle])), after(30, ended(0))]).ringing[0],
	).toMatchObject({
		startedAt: "2026-03-03T00:00:00.000Z",
		endedAt: "2026-03-03T00:00:30.000Z",
		ringSeconds: 30,
	});
	expect(viewOf([after(0, rung(0, [kalle]))]).ringing[0]).toMatchObject({
		endedAt: null,
		ringSeconds: null,
	});
});

test("what was heard and pressed before the call was taken stands with the ringing", () => {
	const facts = [
		after(0, rung(0, [kalle])),
		after(8, leg(kalle, 0, { kind: "leg-screened" })),
	];
	expect(viewOf(facts).ringing[0]).toMatchObject({
		whisperAt: "2026-03-03T00:00:08.000Z",
		pressed: null,
	});
	const pressed = leg(kalle, 0, { kind: "leg-pressed", key: "1" });
	expect(viewOf([...facts, after(12, pressed)]).ringing[0]).toMatchObject({
		outcome: "accepted",
		pressed: { key: "1", at: "2026-03-03T00:00:12.000Z" },
	});
});

const whole: RecordedFact[] = [
	after(0, {
		kind: "call-arrived",
		because: { fi: "a", sv: "b", en: "c" },
		rotaVersion: 1,
	}),
	after(1, rung(0, [kalle])),
	after(2, leg(kalle, 0, { kind: "leg-progressed", status: "initiated" })),
	after(3, leg(kalle, 0, { kind: "leg-progressed", status: "ringing" })),
	after(25, leg(kalle, 0, { kind: "leg-progressed", status: "no-answer" })),
	after(26, ended(0)),
	after(26, rung(1, [liisa])),
	after(28, leg(liisa, 1, { kind: "leg-screened" })),
	after(30, leg(liisa, 1, { kind: "leg-pressed", key: "1" })),
	after(75, ended(1, { result: "human", person: "liisa", talkSeconds: 42 })),
	after(76, callEnded),
];

test("the order in which facts come in changes nothing", () => {
	const inOrder = viewOf(whole, start);
	expect(inOrder).toMatchObject({
		outcome: "answered",
		talkSeconds: 42,
		answeredBy: { person: "liisa", name: "Liisa Lind" },
		story: ["Kalle Korhonen did not answer", "Liisa Lind accepted the call"],
	});
	fc.assert(
		fc.property(
			fc.shuffledSubarray(whole, { minLength: whole.length }),
			(facts) => {
				expect(viewOf(facts, start)).toEqual(inOrder);
			},
		),
	);
});

test("whichever facts are missing, a view can be made, and what a human took stays taken", () => {
	fc.assert(
		fc.property(fc.subarray(whole), (facts) => {
			const view = viewOf(facts, start);
			expect(view.story.every((sentence) => sentence !== "")).toBe(true);
			if (facts.includes(whole[9] as RecordedFact))
				expect(view.outcome).toBe("answered");
		}),
	);
});

test.each<[string, CallFact[], RegExp]>([
	["blocked", [{ kind: "caller-blocked" }], /turned away/],
	[
		"a message",
		[
			{ kind: "message-offered" },
			{ kind: "message-left", seconds: 14, callerGone: false },
		],
		/left a message \(14 s\)/,
	],
	[
		"no message",
		[
			{ kind: "message-offered" },
			{ kind: "message-left", seconds: 0, callerGone: true },
		],
		/left no message/,
	],
	[
		"not carried",
		[{ kind: "call-ended", status: "failed", seconds: null }],
		/could not carry/,
	],
	["hung up", [callEnded], /hung up before anybody answered/],
	[
		"without a rota",
		[
			{
				kind: "call-arrived",
				because: { fi: "x", sv: "x", en: "The line has no published rota" },
				rotaVersion: null,
			},
		],
		/no published rota/,
	],
	[
		"disturbed",
		[{ kind: "carrier-failed", where: "arriving", code: null, url: null }],
		/fallback/,
	],
])("the story of a call: %s", (_, facts, says) => {
	const view = viewOf(
		facts.map((fact) => after(0, fact)),
		start,
	);
	expect(view.story.join()).toMatch(says);
});

test("the story is told in every language, each in its own words", () => {
	const { storyIn } = ticketView(recordWith({ facts: whole }), {
		everyLanguage: true,
	});
	expect(storyIn?.fi).toEqual([
		"Kalle Korhonen ei vastannut",
		"Liisa Lind otti puhelun",
	]);
	expect(storyIn?.sv).toEqual([
		"Kalle Korhonen svarade inte",
		"Liisa Lind tog samtalet",
	]);
	for (const language of languages) expect(storyIn?.[language]).toHaveLength(2);
});

test("a call that somebody took says so even when nobody told who", () => {
	const view = viewOf([
		after(0, rung(0, [kalle, liisa])),
		after(30, ended(0, { result: "human", talkSeconds: 20 })),
	]);
	expect(view.outcome).toBe("answered");
	expect(view.story).toEqual([
		"Kalle Korhonen's phone stopped ringing",
		"Liisa Lind's phone stopped ringing",
		"Somebody took the call, but the carrier did not say who",
	]);
});

test("a second call goes on with the story, and the better outcome counts", () => {
	const missed = callWith({
		endedAt: start,
		facts: [
			after(0, rung(0, [kalle])),
			after(25, ended(0)),
			after(26, { kind: "message-offered" }),
		],
	});
	const taken = callWith({
		sid: `CA${"1".repeat(32)}`,
		arrivedAt: start.plus({ minutes: 5 }),
		endedAt: null,
		facts: whole,
	});
	const view = ticketView({ ...recordWith({}), calls: [missed, taken] });
	expect(view.outcome).toBe("answered");
	expect(view.endedAt).toBeNull();
	expect(view.calls.map(({ outcome }) => outcome)).toEqual([
		"unanswered",
		"answered",
	]);
	expect(view.ringing).toHaveLength(3);
	expect(view.story).toContain("The caller called again");
});
