import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
	actionInWords,
	actionsOf,
	kindOf,
} from "../../../src/domain/audit/actions.ts";
import { auditKinds, changesBetween } from "../../../src/domain/audit/entry.ts";

const src = join(import.meta.dirname, "../../../src");

/** The text of every file in which an entry can be made. */
const texts = ["actions", "database", "web", "telephony", "jobs", "cli"]
	.flatMap((room) =>
		readdirSync(join(src, room), { recursive: true, encoding: "utf8" })
			.filter((path) => path.endsWith(".ts"))
			.map((path) => readFileSync(join(src, room, path), "utf8")),
	)
	.join("\n");

/** Names of actions as the code writes them: after `action:`, as an argument named so, in what tells an action, and in the statements of migrations. */
function actionsInCode(): string[] {
	const found = new Set<string>();
	for (const [, value = ""] of texts.matchAll(
		/\baction(?:: |\()([^;{}]*?)(?:,\n|\}|\))/gs,
	))
		for (const [, name = ""] of value.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g))
			found.add(name);
	for (const [, body = ""] of texts.matchAll(
		/^function actionOf\b([\s\S]*?)^\}/gm,
	))
		for (const [, name = ""] of body.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g))
			found.add(name);
	for (const [, values = ""] of texts.matchAll(
		/insert into audit_entries([\s\S]*?);/g,
	))
		for (const [, name = ""] of values.matchAll(
			/'((?:ticket|call|tenant)-[a-z-]+)'/g,
		))
			found.add(name);
	return [...found].sort();
}

test("every action that an entry can name has a kind, and words in three languages", () => {
	const actions = actionsInCode();
	expect(actions).toEqual(
		expect.arrayContaining(["rota-published", "ticket-opened", "signed-in"]),
	);
	expect(actions.filter((action) => kindOf(action) === null)).toEqual([]);
	for (const action of auditKinds.flatMap(actionsOf)) {
		const { fi, sv, en } = actionInWords(action);
		expect(new Set([fi, sv, en, action]).size).toBe(4);
	}
});

/** Names that the code puts together from parts. */
const madeOfParts =
	/^(duty|swap|property|tenant|(properties|tenants)-(im|ex)ported|(invitation|reset)-link)(-|$)/;

test("no words wait for an action that nobody does", () => {
	const idle = auditKinds
		.flatMap(actionsOf)
		.filter(
			(action) =>
				!texts.includes(`"${action}"`) &&
				!texts.includes(`'${action}'`) &&
				!madeOfParts.test(action),
		);
	expect(idle).toEqual([]);
});

test.each([
	[null, null, []],
	[
		{ status: "new", labels: [] },
		{ status: "done", labels: ["a", "b"] },
		[
			{ field: "status", from: "new", to: "done" },
			{ field: "labels", from: "", to: "a, b" },
		],
	],
	[
		{ place: { flat: "1", stairwell: "A" } },
		{ place: { flat: "2", stairwell: "A" } },
		[{ field: "place.flat", from: "1", to: "2" }],
	],
	[undefined, { by: "link" }, [{ field: "by", from: null, to: "link" }]],
	[true, false, [{ field: "", from: "true", to: "false" }]],
	[
		{ costs: null },
		{ costs: true },
		[{ field: "costs", from: null, to: "true" }],
	],
	[{ people: [{ id: 1 }] }, {}, [{ field: "people", from: "id: 1", to: null }]],
])("from %j to %j", (before, after, changes) => {
	expect(changesBetween(before, after)).toEqual(changes);
});
