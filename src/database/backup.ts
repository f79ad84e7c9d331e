import pg from "pg";
import type { Sequelize } from "sequelize";
import { addressOf } from "./connect.ts";

/** One table's place in a backup. */
export interface SavedTable {
	readonly name: string;
	readonly columns: readonly string[];
	readonly rows: number;
}

/** How far the database has counted. */
export interface SavedCounter {
	readonly name: string;
	readonly last: string;
}

export interface SavedDatabase {
	readonly tables: readonly SavedTable[];
	readonly counters: readonly SavedCounter[];
}

export interface TableSink {
	/** Each row is one line of JSON. */
	table(name: string, rows: AsyncIterable<string>): Promise<number>;
}

const rowsAtATime = 1_000;

/**
 * Hands over every row of every table, and the jobs that wait, as they were at one instant; the service may go on
 * meanwhile. Tables come in an order in which they can be filled again.
 */
export async function readAllRows(
	database: Sequelize,
	sink: TableSink,
): Promise<SavedDatabase> {
	return withClient(database, async (client) => {
		await client.query(
			"begin isolation level repeatable read, read only; set local timezone to 'UTC'",
		);
		const saved: SavedTable[] = [];
		for (const { name, columns } of await tablesOf(client)) {
			const rows = await sink.table(
				name,
				rowsOf(
					client,
					// Not by way of jsonb: what is kept as it was written, such as a rota, stays as it was written.
					`select translate(row_to_json(t)::text, E'\\r\\n', '  ') as row from ${quoted(name)} t`,
				),
			);
			saved.push({ name, columns, rows });
		}
		const rows = await sink.table("jobs", rowsOf(client, waitingJobs));
		const { rows: counters } = await client.query<SavedCounter>(
			"select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null",
		);
		await client.query("commit");
		return {
			tables: [...saved, { name: "jobs", columns: [], rows }],
			counters,
		};
	});
}

/** True when nothing has ever happened in this database: it may take in a backup. */
export async function isUnused(database: Sequelize): Promise<boolean> {
	return withClient(database, async (client) => {
		const { rows } = await client.query(
			"select not exists (select from rota_versions) and not exists (select from tickets) and not exists (select from audit_entries) as unused",
		);
		return rows[0].unused;
	});
}

/**
 * Fills an unused database, all or nothing.
 *
 * @param rowsIn the lines of JSON of one table.
 */
export async function writeAllRows(
	database: Sequelize,
	{ tables, counters }: SavedDatabase,
	rowsIn: (table: string) => AsyncIterable<string>,
): Promise<void> {
	await withClient(database, async (client) => {
		// Rows of one table that refer to each other come in any order.
		await client.query("begin; set constraints all deferred");
		const names = tables.map(({ name }) => name).filter(isTable);
		await emptyTables(client, names);
		for (const { name, columns } of tables) {
			const fill =
				name === "jobs"
					? addJobs
					: `insert into ${quoted(name)} (${columns.map(quoted).join(", ")}) overriding system value
						select ${columns.map(quoted).join(", ")} from json_populate_recordset(null::${quoted(name)}, $1::json)`;
			for await (const rows of batches(rowsIn(name)))
				await client.query(fill, [`[${rows.join(",")}]`]);
		}
		for (const { name, last } of counters) {
			await client.query(`create sequence if not exists ${quoted(name)}`);
			await client.query("select setval($1::regclass, $2)", [
				quoted(name),
				last,
			]);
		}
		await client.query("set constraints all immediate");
		for (const name of names)
			await client.query(`alter table ${quoted(name)} enable trigger user`);
		await client.query("commit");
	});
}

/** What a new database begins with is in the backup too, as it has become; so is what triggers would work out from the rows. */
async function emptyTables(
	client: pg.Client,
	names: readonly string[],
): Promise<void> {
	for (const name of names)
		await client.query(`alter table ${quoted(name)} disable trigger user`);
	for (const name of names.toReversed())
		await client.query(`delete from ${quoted(name)}`);
}

function isTable(name: string): boolean {
	return name !== "jobs";
}

const waitingJobs = `
	select jsonb_build_object('task', t.identifier, 'payload', j.payload, 'run_at', j.run_at, 'max_attempts', j.max_attempts,
		'key', j.key, 'priority', j.priority, 'queue', q.queue_name)::text as row
	from graphile_worker._private_jobs j
	join graphile_worker._private_tasks t on t.id = j.task_id
	left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
	where j.attempts < j.max_attempts order by j.id`;

const addJobs = `
	select graphile_worker.add_job(j.task, j.payload, j.queue, j.run_at, j.max_attempts, j.key, j.priority)
	from jsonb_to_recordset($1::jsonb) as j
		(task text, payload json, queue text, run_at timestamptz, max_attempts integer, key text, priority integer)`;

async function* rowsOf(client: pg.Client, query: string) {
	await client.query(`declare saved no scroll cursor for ${query}`);
	for (;;) {
		const { rows } = await client.query<{ row: string }>(
			`fetch ${rowsAtATime} from saved`,
		);
		for (const { row } of rows) yield row;
		if (rows.length < rowsAtATime) break;
	}
	await client.query("close saved");
}

/** A table comes after those that it refers to. */
async function tablesOf(
	client: pg.Client,
): Promise<{ name: string; columns: string[] }[]> {
	const { rows } = await client.query<{
		name: string;
		columns: string[];
		needs: string[];
	}>(
		`select c.relname as name,
			array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
			array(select distinct f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
		from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`,
	);
	const ordered: typeof rows = [];
	while (ordered.length < rows.length) {
		const ready = rows.filter(
			(table) =>
				!ordered.includes(table) &&
				table.needs.every((need) => ordered.some(({ name }) => name === need)),
		);
		if (ready.length === 0) throw new Error("tables refer to each other");
		ordered.push(...ready);
	}
	return ordered;
}

async function* batches(
	rows: AsyncIterable<string>,
): AsyncGenerator<string[], void> {
	let batch: string[] = [];
	for await (const row of rows) {
		batch.push(row);
		if (batch.length === rowsAtATime) {
			yield batch;
			batch = [];
		}
	}
	if (batch.length > 0) yield batch;
}

async function withClient<T>(
	database: Sequelize,
	act: (client: pg.Client) => Promise<T>,
): Promise<T> {
	const client = new pg.Client({
		connectionString: addressOf(database),
		application_name: "faultline backup",
	});
	client.on("error", () => {});
	await client.connect();
	try {
		return await act(client);
	} finally {
		await client.end();
	}
}

function quoted(name: string): string {
	return pg.escapeIdentifier(name);
}
