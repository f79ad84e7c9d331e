import { Logger, runMigrations } from "graphile-worker";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import { Umzug, type UmzugStorage } from "umzug";
import { addressOf } from "./connect.ts";
import * as foundation from "./migrations/0001-foundation.ts";
import * as records from "./migrations/0002-records.ts";

// In the order they run; a name is never changed once a version with it is out.
const migrations = [
	{ name: "0001-foundation", ...foundation },
	{ name: "0002-records", ...records },
];

interface Run {
	readonly database: Sequelize;
	readonly transaction: Transaction;
}

/**
 * Brings the schema up to date: ours and the job queue's. All of ours in one transaction, and one instance at a time, so
 * that a failed or doubled start leaves nothing half done.
 *
 * @returns the names of the migrations that ran now.
 */
export async function migrate(database: Sequelize): Promise<string[]> {
	const connectionString = addressOf(database);
	await runMigrations({ connectionString, logger: silent });
	return database.transaction(async (transaction) => {
		const run = { database, transaction };
		await sql(run, "select pg_advisory_xact_lock(7146003)");
		await sql(
			run,
			"create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())",
		);
		const done = await migrator(run).up();
		return done.map(({ name }) => name);
	});
}

const silent = new Logger(() => () => {});

function migrator(context: Run): Umzug<Run> {
	return new Umzug<Run>({
		context,
		logger: undefined,
		storage,
		migrations: migrations.map(({ name, up }) => ({
			name,
			up: () => sql(context, up),
		})),
	});
}

const storage: UmzugStorage<Run> = {
	logMigration: ({ name, context }) =>
		sql(context, "insert into migrations (name) values ($1)", [name]),
	unlogMigration: ({ name, context }) =>
		sql(context, "delete from migrations where name = $1", [name]),
	executed: async ({ context: { database, transaction } }) => {
		const rows = await database.query<{ name: string }>(
			"select name from migrations order by name",
			{ transaction, type: QueryTypes.SELECT },
		);
		return rows.map(({ name }) => name);
	},
};

async function sql(run: Run, text: string, bind?: string[]): Promise<void> {
	const { database, transaction } = run;
	await database.query(text, { transaction, ...(bind ? { bind } : {}) });
}
