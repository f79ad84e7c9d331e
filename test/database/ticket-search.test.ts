import { randomUUID } from "node:crypto";
import { DateTime } from "luxon";
import { QueryTypes } from "sequelize";
import { refreshTicketSearch } from "../../src/actions/refresh-ticket-search.ts";
import type { Config } from "../../src/config.ts";
import { ticketsPage } from "../../src/database/ticket-list.ts";
import { soughtIn } from "../../src/web/api/sought.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let cloned: TestDatabase;
let house: string;
let tenant: string;

beforeAll(async () => {
	cloned = await testDatabase();
	house = randomUUID();
	tenant = randomUUID();
	await sql(
		"insert into properties (id, key, address, area) values ($1, 'K1', 'Kiviparintie 2', 'Myllypuro')",
		[house],
	);
	await sql(
		"insert into tenants (id, name, property_id) values ($1, 'Åsa Mäki-Virtanen', $2)",
		[tenant, house],
	);
	await faults();
});
afterAll(() => cloned.close());

const fault = {
	leak: "2026-000001",
	swedish: "2026-000002",
	lift: "2026-000003",
	silent: "2026-000004",
	quiet: "2026-000005",
};

async function faults(): Promise<void> {
	await ticket(fault.leak, 4, "Hana vuotaa keittiössä, vesivahinko", {
		...{ property_id: house, tenant_id: tenant, stairwell: "B", flat: "12" },
	});
	await ticket(fault.swedish, 3, "Vattenläckan i köket blir värre", {});
	await ticket(fault.lift, 2, "Hissi jumissa", {
		assignee_name: "Pekka Laine",
		caller: "+358441000003",
	});
	await ticket(fault.silent, 1, null, {});
	await ticket(fault.quiet, 5, null, {});
	await sql(
		"insert into ticket_notes (id, ticket_id, at, by_name, body) select gen_random_uuid(), id, now(), 'Pekka', 'Tilattu varaosa Koralux 204' from tickets where number = $1",
		[fault.lift],
	);
}

test.each<[string, string[]]>([
	["vuotaa", ["leak"]],
	["vuotavat", ["leak"]],
	["keittiö", ["leak"]],
	["KEITTIÖN vuotaa", ["leak"]],
	["läckan", ["swedish"]],
	["läcka", ["swedish"]],
	["köken", ["swedish"]],
	["vahinko", ["leak"]],
	["kiviparintie", ["leak"]],
	["Kiviparintie 2 B 12", ["leak"]],
	["kiviparintie 2 b12", ["leak"]],
	["kivipa", ["leak"]],
	["Kiviparinti", ["leak"]],
	["Kivparintie", ["leak"]],
	["asa maki", ["leak"]],
	["Virtanen", ["leak"]],
	["myllypuro", ["leak"]],
	["lackan", ["swedish"]],
	["koralux", ["lift"]],
	["laine hissi", ["lift"]],
	["044-100 0003", ["lift"]],
	["+358 44 1000003", ["lift"]],
	["358441000003", ["lift"]],
	["0441000", ["lift"]],
	["1000003", ["lift"]],
	["441000003", ["lift"]],
	["Puh. 044 100 0003", ["lift"]],
	["tel: 044–100–0003", ["lift"]],
	["#3", ["lift"]],
	["nro 2026–000003", ["lift"]],
	["2026 000003", ["lift"]],
	["tel", []],
	["hissi -jumissa", []],
	["vuotaa hissi", []],
	["zzzzzz", []],
	["'; drop table tickets; --", []],
	['vuotaa & !(hissi | :*) <-> \\ "', []],
	["%_%", ["silent", "lift", "swedish", "leak", "quiet"]],
	["((((", ["silent", "lift", "swedish", "leak", "quiet"]],
])("“%s” finds %j", async (q, expected) => {
	expect(await foundBy(q)).toEqual(
		expected.map((name) => fault[name as keyof typeof fault]),
	);
});

test("what is changed, renamed or forgotten is found by what it says now", async () => {
	await sql(
		"update tickets set summary = 'Palovaroitin piippaa' where number = $1",
		[fault.leak],
	);
	expect(await foundBy("vuotaa")).toEqual([]);
	expect(await foundBy("palovaroitin virtanen")).toEqual([fault.leak]);
	await sql("update tenants set name = '' where id = $1", [tenant]);
	expect(await foundBy("virtanen")).toEqual([]);
	const words = await sql(
		"select word from search_words where word = 'virtanen'",
	);
	expect(words).toEqual([]);
	await sql("update tickets set labels = array['takuu'] where number = $1", [
		fault.silent,
	]);
	expect(await foundBy("takuu")).toEqual([fault.silent]);
	await sql("delete from ticket_notes");
	expect(await foundBy("koralux")).toEqual([]);
});

test("a house's new address is left to a job, and only where there are tickets of it", async () => {
	await sql(
		"insert into properties (id, key, address) values (gen_random_uuid(), 'K2', 'Muualla 1')",
	);
	await sql("update properties set address = 'Uusikuja 5'");
	const jobs = await sql("select payload from graphile_worker._private_jobs");
	expect(jobs).toEqual([{ payload: { property: house } }]);
	await refreshTicketSearch(cloned, house);
	expect(await foundBy("uusikuja 5 B 12")).toEqual([fault.leak]);
	expect(await foundBy("kiviparintie")).toEqual([]);
});

test("a call of somebody unknown leaves nothing to search", async () => {
	const rows = await sql(
		"select from ticket_search join tickets on id = ticket_id where number = $1",
		[fault.quiet],
	);
	expect(rows).toEqual([]);
});

async function foundBy(q: string): Promise<string[]> {
	const { caller, looksFor } = soughtIn(q, config);
	const page = await ticketsPage(cloned.database, {
		...{ limit: 50, caller, looksFor, now: DateTime.utc() },
	});
	return page.tickets.map(({ number }) => number);
}

const config = {
	lines: { "fault-line": { number: "+358942721234" } },
} as unknown as Config;

/** The later the number, the newer. */
async function ticket(
	number: string,
	hours: number,
	summary: string | null,
	more: Readonly<Record<string, string>>,
): Promise<void> {
	const row = {
		...{ id: randomUUID(), number, line: "fault-line", channel: "phone" },
		...{ status: "new", language: "fi", summary, ...more },
		opened_at: DateTime.utc().minus({ hours }).toISO(),
	};
	const columns = Object.keys(row);
	await sql(
		`insert into tickets (${columns.join(", ")}) values (${columns.map((_, i) => `$${i + 1}`).join(", ")})`,
		Object.values(row),
	);
}

function sql(statement: string, bind: unknown[] = []): Promise<object[]> {
	return cloned.database.query(statement, { bind, type: QueryTypes.SELECT });
}
