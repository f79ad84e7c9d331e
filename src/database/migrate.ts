import { QueryTypes, type Sequelize } from "sequelize";
import { up as foundation } from "./migrations/0001-foundation.ts";
import { up as records } from "./migrations/0002-records.ts";
import { up as accounts } from "./migrations/0003-accounts.ts";
import { up as rotaDesk } from "./migrations/0004-rota-desk.ts";
import { up as swaps } from "./migrations/0005-swaps.ts";
import { up as calendars } from "./migrations/0006-calendars.ts";
import { up as dutyNotices } from "./migrations/0007-duty-notices.ts";
import { up as whatIfs } from "./migrations/0008-what-ifs.ts";
import { up as ticketLife } from "./migrations/0009-ticket-life.ts";
import { up as ticketSettings } from "./migrations/0010-ticket-settings.ts";
import { up as places } from "./migrations/0011-places.ts";
import { up as ticketLog } from "./migrations/0012-ticket-log.ts";
import { up as ticketLinks } from "./migrations/0013-ticket-links.ts";
import { up as ticketMessages } from "./migrations/0014-ticket-messages.ts";
import { up as proof } from "./migrations/0015-proof.ts";
import { up as linkSecrets } from "./migrations/0016-link-secrets.ts";
import { up as namedNumbers } from "./migrations/0018-named-numbers.ts";

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
	{ name: "0009-ticket-life", up: ticketLife },
	{ name: "0010-ticket-settings", up: ticketSettings },
	{ name: "0011-places", up: places },
	{ name: "0012-ticket-log", up: ticketLog },
	{ name: "0013-ticket-links", up: ticketLinks },
	{ name: "0014-ticket-messages", up: ticketMessages },
	{ name: "0015-proof", up: proof },
	{ name: "0016-link-secrets", up: linkSecrets },
	{ name: "0018-named-numbers", up: namedNumbers },
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
