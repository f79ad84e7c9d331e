import type { Rota } from "../../../src/domain/rota/rota.ts";
import { alarmNotices } from "../../../src/domain/ticket/escalation.ts";
import {
	type NoticeInputs,
	nextPeople,
	noticesDue,
	type Receiver,
	responsiblePeople,
} from "../../../src/domain/ticket/notices.ts";
import type { Purpose } from "../../../src/domain/ticket/purposes.ts";
import type { CallView } from "../../../src/domain/ticket/ticket.ts";
import { answerOf, people, planOf } from "../call/line.ts";

const texted = (to: string, person: string): Receiver => ({
	...{ channel: "sms", to, language: "fi", person, name: person },
});
const { steps } = planOf([["kalle", "liisa"], ["aino"]]);
const inputs: NoticeInputs = {
	steps,
	responsible: [
		texted("+358401000002", "kalle"),
		texted("+358401000001", "aino"),
	],
	holder: null,
	tenant: null,
	isCalledAgain: false,
};
const call = (more: Partial<CallView>) =>
	({ ringing: [], answeredBy: null, ...more }) as unknown as CallView;
const toldTo = (view: CallView, more: Partial<NoticeInputs> = {}) =>
	noticesDue(view, { ...inputs, ...more }).map(({ purpose, to }) => [
		purpose,
		to.to,
	]);

test.each<[string, Partial<CallView>, [Purpose, string][]]>([
	[
		"who took it",
		{ outcome: "answered", answeredBy: { person: "liisa", name: "Liisa" } },
		[["taken", "+358401000003"]],
	],
	[
		"nobody, when a desk phone took it",
		{ outcome: "answered", answeredBy: { person: "aino", name: "Aino" } },
		[],
	],
	[
		"the first ones, when nobody was rung yet",
		{ outcome: "abandoned" },
		[
			["missed", "+358401000002"],
			["missed", "+358401000003"],
		],
	],
	[
		"who was rung last",
		{ outcome: "abandoned", ringing: [{ step: 1 }] as never },
		[["missed", "+358401000001"]],
	],
	[
		"everybody responsible of a message",
		{ outcome: "voicemail" },
		[
			["voicemail", "+358401000002"],
			["voicemail", "+358401000001"],
		],
	],
	[
		"everybody responsible of no message",
		{ outcome: "unanswered" },
		[
			["unanswered", "+358401000002"],
			["unanswered", "+358401000001"],
		],
	],
	["nobody of a blocked caller", { outcome: "blocked" }, []],
	["nobody while it goes on", { outcome: null }, []],
])("a call is told to %s", (_, view, expected) => {
	expect(toldTo(call(view))).toEqual(expected);
});

test("the tenant is told too, where the line says so", () => {
	const tenant = { phone: "+358401234567", language: "sv" } as const;
	expect(toldTo(call({ outcome: "voicemail" }), { tenant }).at(-1)).toEqual([
		"receipt",
		"+358401234567",
	]);
	expect(toldTo(call({ outcome: "blocked" }), { tenant })).toEqual([]);
});

describe("a second call of the same ticket", () => {
	const holder = texted("+358401000003", "liisa");
	const again = { holder, isCalledAgain: true };

	test("is told to who has the ticket, beside everybody else", () => {
		expect(toldTo(call({ outcome: "unanswered" }), again)).toEqual([
			["unanswered", "+358401000002"],
			["unanswered", "+358401000001"],
			["called-again", "+358401000003"],
		]);
		expect(
			toldTo(
				call({
					outcome: "answered",
					answeredBy: { person: "aino", name: "Aino" },
				}),
				again,
			),
		).toEqual([["called-again", "+358401000003"]]);
	});

	test("is told once to each: who took it, or is told anyway, hears no more of it", () => {
		const answeredBy = { person: "liisa", name: "Liisa" };
		expect(toldTo(call({ outcome: "answered", answeredBy }), again)).toEqual([
			["taken", "+358401000003"],
		]);
		const kalle = texted("+358401000002", "kalle");
		expect(
			toldTo(call({ outcome: "unanswered" }), { ...again, holder: kalle }),
		).toHaveLength(2);
	});

	test("the first call tells who has it nothing, and one that goes on nobody", () => {
		expect(toldTo(call({ outcome: "unanswered" }), { holder })).toHaveLength(2);
		expect(toldTo(call({ outcome: null }), again)).toEqual([]);
	});
});

describe("who is responsible", () => {
	const rota = {
		people,
		routing: {
			open: [{ ring: ["aino"], seconds: 20 }],
			closed: [
				{ ring: ["technician"], seconds: 20 },
				{ ring: ["liisa"], seconds: 20 },
			],
		},
		fallback: ["aino", "technician", "nobody-such"],
	} as unknown as Rota;

	test("the person on duty and the office, each once, at the instant of the answer", () => {
		expect(responsiblePeople(answerOf([]), rota, "fi")).toMatchObject([
			{ person: "kalle", phone: "+358401000002", isOffice: false },
			{ person: "aino", phone: "+358401000001", isOffice: true },
		]);
	});

	test("after them whom the line would ring next", () => {
		expect(nextPeople(answerOf([]), rota, "fi")).toMatchObject([
			{ person: "liisa" },
		]);
	});
});

describe("the longer nobody acknowledges", () => {
	const [kalle, aino, liisa] = ["kalle", "aino", "liisa"].map((name, i) =>
		texted(`+35840100000${i}`, name),
	) as [Receiver, Receiver, Receiver];
	const boss: Receiver = {
		...{ channel: "email", to: "boss@example.org", language: "sv" },
		...{ person: null, name: "Boss" },
	};
	const ladder = {
		responsible: [kalle, aino],
		next: [liisa, kalle],
		managers: [boss],
	};
	const reached = (round: number, more = {}) =>
		alarmNotices(round, "call", { ...ladder, ...more }).map(
			({ purpose, to }) => `${purpose} ${to.name}`,
		);

	test.each([
		[1, ["alarm kalle", "alarm aino"]],
		[2, ["alarm kalle", "alarm aino", "alarm liisa"]],
		[3, ["alarm kalle", "alarm aino", "alarm liisa", "escalated Boss"]],
		[4, ["alarm kalle", "alarm aino", "alarm liisa"]],
	])("round %i reaches %j", (round, names) => {
		expect(reached(round)).toEqual(names);
	});

	test("managers are told a round earlier where there is nobody else", () => {
		expect(reached(2, { next: [kalle] })).toContain("escalated Boss");
		expect(reached(3, { next: [] })).not.toContain("escalated Boss");
	});

	test("a ticket that was given back is not called a call", () => {
		expect(alarmNotices(1, "ticket", ladder)[0]?.purpose).toBe(
			"unacknowledged",
		);
	});
});
