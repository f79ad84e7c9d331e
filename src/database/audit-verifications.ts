import { DateTime } from "luxon";
import { QueryTypes, type Sequelize } from "sequelize";
import type { Verification } from "../domain/audit/verification.ts";

export interface KeptVerification extends Verification {
	readonly verifiedAt: DateTime;
}

/** Keeps what looking at everything has shown. */
export async function keepVerification(
	database: Sequelize,
	{ verifiedAt, ...result }: KeptVerification,
): Promise<void> {
	await database.query(
		"insert into audit_verifications (verified_at, result) values ($1, $2)",
		{ bind: [verifiedAt.toJSDate(), JSON.stringify(result)] },
	);
}

/** What the newest look has shown; null before the first. */
export async function lastVerification(
	database: Sequelize,
): Promise<KeptVerification | null> {
	const [row] = await database.query<{ at: Date; result: Verification }>(
		"select verified_at as at, result from audit_verifications order by id desc limit 1",
		{ type: QueryTypes.SELECT },
	);
	return row
		? {
				...row.result,
				verifiedAt: DateTime.fromJSDate(row.at, { zone: "utc" }),
			}
		: null;
}
