import { DateTime } from "luxon";
import { QueryTypes, type Sequelize } from "sequelize";
import type { TakenCall } from "../domain/fairness/standby-pay.ts";
import type { Rota } from "../domain/rota/rota.ts";
import type { TimeSpan } from "../domain/rota/shifts.ts";

/** The versions of a line's rota that were in force at some time of the span, in the order of their publishing. */
export async function versionsInForce(
	database: Sequelize,
	line: string,
	{ from, to }: TimeSpan,
): Promise<{ rota: Rota; publishedAt: DateTime }[]> {
	const rows = await database.query<{ rota: Rota; publishedAt: Date }>(
		`select document as rota, published_at as "publishedAt" from rota_versions
		where line = $1 and published_at < $3 and version >= coalesce(
			(select max(version) from rota_versions where line = $1 and published_at <= $2), 0)
		order by version`,
		{ bind: [line, from.toJSDate(), to.toJSDate()], type: QueryTypes.SELECT },
	);
	return rows.map(({ rota, publishedAt }) => ({
		rota,
		publishedAt: DateTime.fromJSDate(publishedAt, { zone: "utc" }),
	}));
}

/** The calls of a line that people took in the span, oldest first: each person's key, or their desk phone picked up. */
export async function callsTaken(
	database: Sequelize,
	line: string,
	{ from, to }: TimeSpan,
): Promise<TakenCall[]> {
	const rows = await database.query<Omit<TakenCall, "at"> & { at: Date }>(
		`select * from (
			select distinct on (c.sid, taken.data->>'person') taken.data->>'person' as person, taken.at, t.number as ticket,
				(ended.data->>'talkSeconds')::float8 as "talkSeconds"
			from calls c
			join tickets t on t.id = c.ticket_id
			join call_facts taken on taken.call_sid = c.sid
			left join call_facts ended on ended.call_sid = c.sid and ended.kind = 'ring-ended'
				and ended.data->>'result' = 'human' and ended.data->>'person' = taken.data->>'person'
			where c.line = $1 and c.arrived_at >= $2::timestamptz - interval '1 day' and c.arrived_at < $3
				and taken.at >= $2 and taken.at < $3
				and (taken.kind = 'leg-pressed' and taken.data->>'key' = '1'
					or taken.kind = 'leg-progressed' and taken.data->>'status' = 'in-progress' and taken.data->>'screened' = 'false')
			order by c.sid, taken.data->>'person', taken.at
		) calls_taken order by at, ticket`,
		{ bind: [line, from.toJSDate(), to.toJSDate()], type: QueryTypes.SELECT },
	);
	return rows.map((row) => ({
		...row,
		at: DateTime.fromJSDate(row.at, { zone: "utc" }),
	}));
}
