import {
	type MessageTexts,
	messageTexts,
} from "../../src/web/api/message-shapes.ts";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let admin: Awaited<ReturnType<typeof askerOf>>["agent"];
let name: string;
beforeAll(async () => {
	line = await openLine({ line: { sms: { price: 0.07 } } });
	({ agent: admin, name } = await askerOf(line.service, "admin"));
});
afterAll(() => line.close());

const path = "/api/ticket-settings/messages";

async function texts(): Promise<MessageTexts> {
	return messageTexts.parse((await admin.get(path)).body);
}

async function receipt() {
	const found = (await texts()).purposes.find(
		({ purpose }) => purpose === "receipt",
	);
	if (!found) throw new Error("no receipt");
	return found;
}

const put = (body: object, at = "receipt/fi") =>
	admin.put(`${path}/${at}`).send(body);

test("every message has its words in three languages, what they may tell, and what one costs", async () => {
	const { purposes, price } = await texts();
	expect(price).toEqual({ amount: 0.07, currency: "EUR" });
	expect(purposes.map(({ purpose }) => purpose)).toContain("assigned");
	expect(await receipt()).toMatchObject({
		...{ audience: "tenant", required: ["number"] },
		known: ["line", "number", "at"],
		texts: { sv: { isOwn: false, revision: 0 } },
	});
});

test("an admin writes other words, sees them, and goes back; both are on record", async () => {
	const text = "Hei! Numerosi on {number}.\nTerveisin {line}";
	const saved = await put({ text, revision: 0 });
	expect(saved.status).toBe(200);
	const { texts: now } = await receipt();
	expect(now.fi).toMatchObject({ text, isOwn: true, revision: 1 });
	expect(now.en.isOwn).toBe(false);
	const stale = await admin.delete(`${path}/receipt/fi?revision=0`);
	expect(stale.status).toBe(409);
	expect(stale.body.error).toContain("Somebody changed the text meanwhile");
	const reset = await admin.delete(`${path}/receipt/fi?revision=1`);
	expect(reset.status).toBe(200);
	expect((await receipt()).texts.fi).toMatchObject({
		isOwn: false,
		revision: 0,
	});
	const [rows] = await line.service.ctx.database.query(
		"select actor, action, before, after from audit_entries where subject_id = 'receipt/fi' order by id",
	);
	expect(rows).toEqual([
		{
			...{ actor: name, action: "message-text-changed" },
			...{ before: { text: null }, after: { text } },
		},
		{
			...{ actor: name, action: "message-text-reset" },
			...{ before: { text }, after: { text: null } },
		},
	]);
});

test.each([
	["Kiitos!", "lacks {number}"],
	["{number} {nmuber}", "There is no {nmuber}"],
	["{number} {summary}", "cannot tell {summary}"],
	["{number} [", "A bracket does not match"],
	["", "Write a text"],
	[`{number} ${"a".repeat(300)}`, "more than two text messages"],
])("the text %j is refused with a sentence", async (text, sentence) => {
	const refused = await put({ text, revision: 0 });
	expect(refused.status).toBe(409);
	expect(refused.body.error).toContain(sentence);
});

test("what is no text, no message or no language is refused as bad input", async () => {
	for (const body of [
		{ text: "{number} \u0007", revision: 0 },
		{ text: "{number}".repeat(200), revision: 0 },
		{ text: 1, revision: 0 },
		{ text: "{number}" },
	])
		expect((await put(body)).status).toBe(400);
	const good = { text: "{number}", revision: 0 };
	for (const at of ["nothing/fi", "receipt/de", "constructor/fi"])
		expect((await put(good, at)).status).toBe(400);
});

test("everybody may see the words, and only an admin may change them", async () => {
	const { agent } = await askerOf(line.service, "planner");
	expect((await agent.get(path)).status).toBe(200);
	const refused = await agent
		.put(`${path}/receipt/fi`)
		.send({ text: "{number}", revision: 0 });
	expect(refused.status).toBe(403);
});
