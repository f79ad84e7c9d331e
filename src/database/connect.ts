import type pg from "pg";
import { Sequelize } from "sequelize";

/**
 * A pool of connections to a PostgreSQL; nothing is connected before the first query. A statement ends after 10 s and a
 * lock is waited for 5 s, so that nothing that got stuck can hold up the rest; a server that says nothing at all is given up.
 */
export function connect(
	url: string,
	connections = 10,
	{ silentForMs = longestSilenceMs } = {},
): Sequelize {
	return opened(url, connections, silentForMs, {
		statement_timeout: longestStatementMs,
		lock_timeout: 5_000,
		idle_in_transaction_session_timeout: 30_000,
		// Until the connection is watched itself.
		query_timeout: silentForMs,
	});
}

/** A connection for what may take as long as it takes: changes of the schema. */
export function connectPatiently(url: string): Sequelize {
	return opened(url, 1, null, {});
}

function opened(
	url: string,
	connections: number,
	silentForMs: number | null,
	limits: Readonly<Record<string, number>>,
): Sequelize {
	const database = new Sequelize(url, {
		dialect: "postgres",
		logging: false,
		pool: { max: connections, min: 0, idle: 60_000, acquire: 5_000 },
		dialectOptions: {
			application_name: "faultline",
			connectionTimeoutMillis: 3_000,
			keepAlive: true,
			...limits,
		},
	});
	if (silentForMs !== null)
		database.addHook("afterConnect", (connection) =>
			breakWhenSilent(connection as pg.Client, silentForMs),
		);
	addresses.set(database, url);
	return database;
}

/**
 * Breaks the connection when a query gets no answer at all: the server is frozen, or the network between lost it without a word, and
 * no limit in the server helps. Only a broken connection is surely used by nobody again: an open transaction might be in it.
 */
export function breakWhenSilent(
	client: pg.Client,
	silentForMs = longestSilenceMs,
): void {
	const ask = client.query.bind(client) as (...asked: unknown[]) => unknown;
	const query = (...asked: unknown[]): unknown => {
		const timer = setTimeout(
			() => client.connection.stream.destroy(new SilentDatabase(silentForMs)),
			silentForMs,
		);
		const then = asked.at(-1);
		if (typeof then === "function") {
			const answered = (...answer: unknown[]) => {
				clearTimeout(timer);
				then(...answer);
			};
			return ask(...asked.slice(0, -1), answered);
		}
		const answer = ask(...asked);
		void Promise.resolve(answer).then(
			() => clearTimeout(timer),
			() => clearTimeout(timer),
		);
		return answer;
	};
	client.query = query as typeof client.query;
}

class SilentDatabase extends Error {
	override readonly name = "SilentDatabase";
	/** PostgreSQL's own for a connection that failed. */
	readonly code = "08006";

	constructor(silentForMs: number) {
		super(`The database said nothing for ${silentForMs} ms`);
	}
}

const longestStatementMs = 10_000;

/** Whatever the server is still working on is ended before that by the server itself. */
const longestSilenceMs = longestStatementMs + 2_000;

/** Where the database is, password included, for connections that cannot be the pool's. */
export function addressOf(database: Sequelize): string {
	const url = addresses.get(database);
	if (!url) throw new Error("the database was not opened by connect()");
	return url;
}

const addresses = new WeakMap<Sequelize, string>();
