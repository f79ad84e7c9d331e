import { QueryTypes } from "sequelize";
import { migrate } from "../../src/database/migrate.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let test_: TestDatabase;
beforeAll(async () => {
	test_ = await testDatabase();
});
afterAll(() => test_.close());

test("a database that is up to date stays as it is", async () => {
	expect(await migrate(test_.database)).toEqual([]);
});

test("facts can only be added to", async () => {
	const { database } = test_;
	await database.query(
		"insert into audit_entries (at, actor, action, subject_kind, subject_id) values (now(), 'a', 'b', 'c', 'd')",
		{ type: QueryTypes.INSERT },
	);
	await expect(database.query("delete from audit_entries")).rejects.toThrow(
		"audit_entries can only be added to",
	);
});
