import { Logger, runMigrations } from "graphile-worker";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import { Umzug, type UmzugStorage } from "umzug";
import { addressOf, connectPatiently } from "./connect.ts";
import { migrations } from "./migrate.ts";

interface Run {
	readonly database: Sequelize;
	readonly transaction: Transaction;
}

/** Runs what is missing: the job queue's own migrations, then ours. See `migrate`. */
export async function runMissing(database: Sequelize): Promise<string[]> {
	const connectionString = addressOf(database);
	await runMigrations({ connectionString, logger: silent });
	const patient = connectPatiently(connectionString);
	try {
		return await runOurs(patient);
	} finally {
		await patient.close();
	}
}

function runOurs(database: Sequelize): Promise<string[]> {
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
