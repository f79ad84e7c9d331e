import type { Sequelize } from "sequelize";
import type { Context } from "../context.ts";

type Needed = Pick<Context, "database">;

/** Has everything that is sealed looked at, by a job; asked twice before it begins, it is done once. */
export async function askForVerification({ database }: Needed): Promise<void> {
	await addJob(database, "verify-audit", {});
}

/** Has the calls compared with the carrier's records, by a job: of one day, or of all that are due. */
export async function askForReconciliation(
	{ database }: Needed,
	day: string | null,
): Promise<void> {
	await addJob(database, "reconcile-calls", day === null ? {} : { day });
}

async function addJob(
	database: Sequelize,
	task: string,
	payload: object,
): Promise<void> {
	await database.query(
		"select graphile_worker.add_job($1, $2::json, job_key := $1 || coalesce(':' || ($2::json->>'day'), ''))::text",
		{ bind: [task, JSON.stringify(payload)] },
	);
}
