import pg from "pg";
import type { Sequelize } from "sequelize";
import type { Logger } from "winston";
import type { Config } from "../config.ts";
import { SetupError } from "../errors.ts";
import { connect } from "./connect.ts";
import { prepareFolder } from "./embedded/data-folder.ts";
import { openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";

export interface OpenDatabase {
	readonly database: Sequelize;
	/** Ends the connections; the embedded server too, unless somebody else uses it. */
	stop(): Promise<void>;
	/** The same at once, without waiting for anything. */
	abandon(): void;
}

/**
 * Opens the database of the installation and brings its schema up to date.
 *
 * @throws SetupError with one plain sentence, within 10 s, when it cannot be used.
 */
export async function openDatabase(
	config: Pick<Config, "databaseUrl" | "dataDir">,
	options: { readonly as: "service" | "command"; readonly log?: Logger },
): Promise<OpenDatabase> {
	// The spool and the recordings are kept there, wherever the database is.
	if (options.as === "service") prepareFolder(config.dataDir);
	if (config.databaseUrl) await checkAnswer(config.databaseUrl);
	const embedded = config.databaseUrl
		? null
		: await openEmbedded({ dataDir: config.dataDir, ...options });
	const database = connect(config.databaseUrl ?? embedded?.url ?? "");
	const stop = async () => {
		await database.close();
		await embedded?.stop();
	};
	try {
		await migrate(database);
	} catch (error) {
		await stop();
		throw new SetupError(
			`The database's tables could not be brought up to date (${(error as Error).message}): see that its user may create tables there, and that no newer Faultline has used it.`,
			{ cause: error },
		);
	}
	return { database, stop, abandon: () => embedded?.abandon() };
}

async function checkAnswer(url: string): Promise<void> {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: 5_000,
		query_timeout: 5_000,
	});
	client.on("error", () => {});
	try {
		await client.connect();
		const { rows } = await client.query(
			"select current_setting('server_version_num')::int as version, pg_is_in_recovery() as standby",
		);
		if (rows[0].version < 140_000)
			throw new SetupError(
				"DATABASE_URL leads to a PostgreSQL older than 14: upgrade it, or leave DATABASE_URL out to use the embedded database.",
			);
		if (rows[0].standby)
			throw new SetupError(
				"DATABASE_URL leads to a PostgreSQL that can only be read: set it to the primary.",
			);
	} catch (error) {
		if (error instanceof SetupError) throw error;
		throw new SetupError(sentenceFor(url, error as pg.DatabaseError), {
			cause: error,
		});
	} finally {
		await client.end().catch(() => {});
	}
}

function sentenceFor(address: string, error: pg.DatabaseError): string {
	const { host, pathname } = new URL(address);
	const name = decodeURIComponent(pathname.slice(1));
	if (error.code === "28P01" || error.code === "28000")
		return `The database at ${host} refuses the name or the password in DATABASE_URL: correct them.`;
	if (error.code === "3D000")
		return `The database "${name}" does not exist at ${host}: create it (createdb ${name}), or correct DATABASE_URL.`;
	return `The database at ${host} does not answer (${error.code ?? error.message}): see that PostgreSQL runs there and that DATABASE_URL is right, or leave DATABASE_URL out to use the embedded database.`;
}
