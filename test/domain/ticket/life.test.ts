import { type Role, roles } from "../../../src/domain/role.ts";
import {
	type Actor,
	actionsFor,
	asAssignee,
	isTheirs,
	type LivingTicket,
	may,
	type TicketAction,
	ticketActions,
	whyNot,
} from "../../../src/domain/ticket/life.ts";
import {
	type Assignee,
	type TicketStatus,
	ticketStatuses,
} from "../../../src/domain/ticket/ticket.ts";

const actor = (name: string, role: Role = "technician"): Actor => ({
	name,
	role,
	account: `account of ${name}`,
	people: [{ line: "fault-line", person: name }],
});
const kalle = actor("kalle");
const liisa = actor("liisa");
const maija: Actor = { ...actor("maija", "office"), people: [] };

const has = (person: string): Assignee => ({
	person,
	account: null,
	name: person,
});

const ticket = (
	status: TicketStatus,
	more: Partial<LivingTicket> = {},
): LivingTicket => ({
	line: "fault-line",
	status,
	assignee: null,
	missedCallAt: null,
	onSiteAt: null,
	mergedInto: null,
	...more,
});

const byHand: TicketAction[] = ["note", "assign", "change"];

test.each<[TicketStatus, TicketAction[]]>([
	["new", ["acknowledge", "start", "arrive", "finish", "close", ...byHand]],
	["assigned", ["start", "arrive", "finish", "give-back", "close", ...byHand]],
	[
		"acknowledged",
		["start", "arrive", "finish", "give-back", "close", ...byHand],
	],
	["under-way", ["arrive", "finish", "give-back", "close", ...byHand]],
	["done", ["note", "change", "close", "reopen"]],
	["closed", ["note", "change", "reopen"]],
])("the office may do with a ticket that is %s: %j", (status, expected) => {
	const mergeable: TicketAction[] =
		status === "closed" ? [] : ["merge", "split"];
	const given = ticket(status, {
		assignee: status === "new" ? null : has("kalle"),
	});
	expect(new Set(actionsFor(given, maija))).toEqual(
		new Set([...expected, ...mergeable]),
	);
});

test.each<[TicketStatus, TicketAction[]]>([
	["new", ["acknowledge", "start", "arrive", "finish", "note"]],
	[
		"assigned",
		["acknowledge", "start", "arrive", "finish", "give-back", "note"],
	],
	["acknowledged", ["start", "arrive", "finish", "give-back", "note"]],
	["under-way", ["arrive", "finish", "give-back", "note"]],
	["done", ["note"]],
	["closed", ["note"]],
])(
	"a technician may do with their own ticket that is %s: %j",
	(status, expected) => {
		const given = ticket(status, {
			assignee: status === "new" ? null : has("kalle"),
		});
		expect(actionsFor(given, kalle)).toEqual(expected);
	},
);

test("a technician may do nothing with a colleague's ticket, and is told whose it is", () => {
	for (const status of ["assigned", "acknowledged", "under-way"] as const) {
		const given = ticket(status, { assignee: has("kalle") });
		expect(actionsFor(given, liisa)).toEqual([]);
		expect(whyNot("acknowledge", given, liisa)).toEqual({
			kind: "somebody-has-it",
			name: "kalle",
		});
	}
});

test("what the office does is refused to technicians whatever the ticket, and nothing is to those who are more than that", () => {
	const desk = ["assign", "change", "close", "reopen", "merge", "split"];
	for (const action of ticketActions)
		for (const status of ticketStatuses) {
			const given = ticket(status);
			const refusal = whyNot(action, given, kalle);
			expect(refusal?.kind === "desk-only").toBe(desk.includes(action));
			for (const role of roles.filter((role) => role !== "technician"))
				expect(may(action, given, { ...maija, role })).toBe(
					may(action, given, maija),
				);
		}
});

test("a call that nobody took since is acknowledged by whoever says so, until the ticket is closed", () => {
	const missed = { assignee: has("kalle"), missedCallAt: "2026-03-03" };
	for (const status of [
		"assigned",
		"acknowledged",
		"under-way",
		"done",
	] as const)
		for (const one of [kalle, liisa, maija])
			expect(may("acknowledge", ticket(status, missed), one)).toBe(true);
	expect(whyNot("acknowledge", ticket("closed", missed), kalle)).toEqual({
		kind: "status",
		status: "closed",
	});
});

test.each<[string, TicketAction, Partial<LivingTicket>, object]>([
	[
		"acknowledging again",
		"acknowledge",
		{ status: "acknowledged", assignee: has("kalle") },
		{ kind: "yours-already" },
	],
	[
		"arriving again",
		"arrive",
		{ status: "under-way", assignee: has("kalle"), onSiteAt: "2026-03-03" },
		{ kind: "on-site-already" },
	],
	[
		"giving back what nobody has",
		"give-back",
		{ status: "acknowledged" },
		{ kind: "nobody-has-it" },
	],
	[
		"working on a merged one",
		"acknowledge",
		{ status: "closed", mergedInto: "2026-000001" },
		{ kind: "merged", into: "2026-000001" },
	],
	[
		"finishing twice",
		"finish",
		{ status: "done", assignee: has("kalle") },
		{ kind: "status", status: "done" },
	],
])("%s is refused with the reason", (_, action, more, refusal) => {
	expect(whyNot(action, ticket("new", more), kalle)).toEqual(refusal);
});

test("a merged ticket can be reopened and noted on, and nothing else", () => {
	const merged = ticket("closed", { mergedInto: "2026-000001" });
	expect(actionsFor(merged, maija)).toEqual(["note", "reopen"]);
});

test.each<[string, Assignee, boolean]>([
	["their person of the line", has("kalle"), true],
	["another person", has("liisa"), false],
	[
		"their account",
		{ person: null, account: "account of kalle", name: "Kalle" },
		true,
	],
	[
		"another account of the same name",
		{ person: null, account: "another", name: "kalle" },
		false,
	],
	[
		"a token of the same name",
		{ person: null, account: null, name: "kalle" },
		false,
	],
])("a ticket is theirs by %s", (_, assignee, expected) => {
	expect(isTheirs({ line: "fault-line", assignee }, kalle)).toBe(expected);
	expect(isTheirs({ line: "other-line", assignee }, kalle)).toBe(
		expected && assignee.person === null,
	);
});

test("whoever takes a ticket has it as the line's person where they are one, else as their account, else by name", () => {
	expect(asAssignee(kalle, "fault-line")).toEqual(has("kalle"));
	expect(asAssignee(kalle, "other-line")).toEqual({
		person: null,
		account: "account of kalle",
		name: "kalle",
	});
	const token: Actor = {
		name: "robot",
		role: "office",
		account: null,
		people: [],
	};
	const assignee = asAssignee(token, "fault-line");
	expect(isTheirs({ line: "fault-line", assignee }, token)).toBe(true);
});
