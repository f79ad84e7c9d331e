import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Sequelize } from "sequelize";
import { enteredFromNowhere } from "../../src/database/audit.ts";
import { connect } from "../../src/database/connect.ts";

export interface TestDatabase {
	readonly database: Sequelize;
	readonly url: string;
	close(): Promise<void>;
}

/**
 * A migrated, empty database of its own, cloned in a moment; `close()` drops it.
 *
 * @param connections of its pool. With the one that is usual, whoever asks for a second connection within a transaction waits
 * in vain, and the test fails: in the service, a pool's worth of them at once would wait for each other.
 */
export async function testDatabase(connections = 1): Promise<TestDatabase> {
	const server = process.env.FAULTLINE_TEST_SERVER;
	if (!server) throw new Error("run the tests through jest's global set-up");
	const name = `test_${randomBytes(8).toString("hex")}`;
	await administer(
		server,
		`create database ${name} template template strategy file_copy`,
	);
	const url = server.replace(/[^/]*$/, name);
	const database = connect(url, connections);
	return {
		database,
		url,
		close: async () => {
			await database.close();
			// A worker goes from file to file, and would follow its promises for each of those before.
			enteredFromNowhere();
			await administer(server, `drop database ${name} with (force)`);
		},
	};
}

/** Two files may want to clone at the same instant, and the template can be copied by one at a time. */
async function administer(server: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	try {
		await client.query("select pg_advisory_lock(1)");
		await client.query(statement);
	} finally {
		await client.end();
	}
}
