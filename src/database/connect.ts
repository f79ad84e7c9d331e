import { Sequelize } from "sequelize";

/**
 * A pool of connections to a PostgreSQL; nothing is connected before the first query. A statement ends after 10 s and a
 * lock is waited for 5 s, so that nothing that got stuck can hold up the rest.
 */
export function connect(url: string, connections = 10): Sequelize {
	const database = new Sequelize(url, {
		dialect: "postgres",
		logging: false,
		pool: { max: connections, min: 0, idle: 60_000, acquire: 5_000 },
		dialectOptions: {
			application_name: "faultline",
			connectionTimeoutMillis: 3_000,
			statement_timeout: 10_000,
			lock_timeout: 5_000,
			idle_in_transaction_session_timeout: 30_000,
			keepAlive: true,
		},
	});
	addresses.set(database, url);
	return database;
}

/** Where the database is, password included, for connections that cannot be the pool's. */
export function addressOf(database: Sequelize): string {
	const url = addresses.get(database);
	if (!url) throw new Error("the database was not opened by connect()");
	return url;
}

const addresses = new WeakMap<Sequelize, string>();
