import { QueryTypes, type Sequelize } from "sequelize";
import { up as foundation } from "./migrations/0001-foundation.ts";
import { up as records } from "./migrations/0002-records.ts";
import { up as accounts } from "./migrations/0003-accounts.ts";
import { up as rotaDesk } from "./migrations/0004-rota-desk.ts";
import { up as swaps } from "./migrations/0005-swaps.ts";
import { up as calendars } from "./migrations/0006-calendars.ts";
import { up as dutyNotices } from "./migrations/0007-duty-notices.ts";
import { up as whatIfs } from "./migrations/0008-what-ifs.ts";

/** In the order they run; a name is never changed once a version with it is out. */
export const migrations: readonly { name: string; up: string }[] = [
	{ name: "0001-foundation", up: foundation },
	{ name: "0002-records", up: records },
	{ name: "0003-accounts", up: accounts },
	{ name: "0004-rota-desk", up: rotaDesk },
	{ name: "0005-swaps", up: swaps },
	{ name: "0006-calendars", up: calendars },
	{ name: "0007-duty-notices", up: dutyNotices },
	{ name: "0008-what-ifs", up: whatIfs },
];

/**
 * Brings the schema up to date: ours and the job queue's. All of ours in one transaction, and one instance at a time, so
 * that a failed or doubled start leaves nothing half done. What runs them is loaded only when something is missing, for
 * most starts are hurried restarts.
 *
 * @returns the names of the migrations that ran now.
 */
export async function migrate(database: Sequelize): Promise<string[]> {
	if (await isUpToDate(database)) return [];
	const { runMissing } = await import("./migrator.ts");
	return runMissing(database);
}

async function isUpToDate(database: Sequelize): Promise<boolean> {
	const [there] = await database.query<{ there: boolean }>(
		"select to_regclass('migrations') is not null as there",
		{ type: QueryTypes.SELECT },
	);
	if (!there?.there) return false;
	const ran = await database.query<{ name: string }>(
		"select name from migrations",
		{ type: QueryTypes.SELECT },
	);
	return migrations.every(({ name }) => ran.some((each) => each.name === name));
}
