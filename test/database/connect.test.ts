import { QueryTypes, type Sequelize } from "sequelize";
import { connect } from "../../src/database/connect.ts";
import {
	type BreakableLink,
	breakableLink,
} from "../support/breakable-link.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";

let fresh: TestDatabase;
let link: BreakableLink;
let database: Sequelize;

beforeEach(async () => {
	fresh = await testDatabase();
	await fresh.database.query("create table things (name text)");
	link = await breakableLink(fresh.url);
	database = connect(link.url, 1, { silentForMs: 2_000 });
});
afterEach(async () => {
	await database.close();
	await link.close();
	await fresh.close();
});

const names = () =>
	database.query<{ name: string }>("select name from things", {
		type: QueryTypes.SELECT,
	});

test("a frozen server fails what waits for it in time; when it goes on, nothing broken is in anybody's way", async () => {
	const broken = database.transaction(async (transaction) => {
		await database.query("insert into things values ('lost')", { transaction });
		link.freeze();
		await database.query("select", { transaction });
	});
	await expect(broken).rejects.toMatchObject({ original: { code: "08006" } });
	link.thaw();
	await eventually(() =>
		database.query("insert into things values ('kept')").catch(() => null),
	);
	expect(await names()).toEqual([{ name: "kept" }]);
});

test("a connection that was lost without a word is given up, and a new one serves", async () => {
	expect(await names()).toEqual([]);
	link.lose();
	await expect(names()).rejects.toMatchObject({ original: { code: "08006" } });
	expect(await eventually(() => names().catch(() => null))).toEqual([]);
});
