import { DateTime } from "luxon";
import { QueryTypes, type Sequelize } from "sequelize";
import { callerOf } from "../domain/call/caller.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import type { Language } from "../domain/language.ts";
import type { PersonId } from "../domain/rota/rota.ts";

/** What every caller chose last. */
export async function rememberedLanguages(
	database: Sequelize,
): Promise<{ number: string; language: Language }[]> {
	return database.query("select number, language from callers", {
		type: QueryTypes.SELECT,
	});
}

/** Who took a call that arrived since the instant and has not ended, as far as the facts tell. */
export async function peopleOnCalls(
	database: Sequelize,
	since: DateTime,
): Promise<
	{ call: string; line: string; person: PersonId; since: DateTime }[]
> {
	const rows = await database.query<{
		call: string;
		line: string;
		person: PersonId;
		since: Date;
	}>(
		`select c.sid as call, c.line, f.data->>'person' as person, f.at as since
		from calls c join call_facts f on f.call_sid = c.sid
		where c.ended_at is null and c.arrived_at >= $1
			and (f.kind = 'leg-pressed' and f.data->>'key' = '1'
				or f.kind = 'leg-progressed' and f.data->>'status' = 'in-progress' and f.data->>'screened' = 'false')
			and not exists (
				select from call_facts later
				where later.call_sid = c.sid and later.kind = 'ring-ended'
					and later.data->'step' = f.data->'step' and later.data->'attempt' = f.data->'attempt'
			)`,
		{ bind: [since.toJSDate()], type: QueryTypes.SELECT },
	);
	return rows.map((row) => ({
		...row,
		since: DateTime.fromJSDate(row.since, { zone: "utc" }),
	}));
}

/** Whose phone a leg of the call is; null if no fact tells. */
export async function personOfLeg(
	database: Sequelize,
	call: string,
	leg: string,
): Promise<PersonId | null> {
	const [row] = await database.query<{ person: PersonId }>(
		`select data->>'person' as person from call_facts
		where call_sid = $1 and data->>'leg' = $2 and data->>'person' is not null limit 1`,
		{ bind: [call, leg], type: QueryTypes.SELECT },
	);
	return row?.person ?? null;
}

/** The origin of a call as it was recorded, or null for a call nobody has heard of. */
export async function callOrigin(
	database: Sequelize,
	call: string,
): Promise<CallOrigin | null> {
	const [row] = await database.query<{
		line: string;
		caller: string | null;
		called: string;
		language: Language;
		rotaVersion: number | null;
		arrivedAt: Date;
		busy: PersonId[];
	}>(
		`select line, caller, called, language, rota_version as "rotaVersion", arrived_at as "arrivedAt", busy
		from calls where sid = $1`,
		{ bind: [call], type: QueryTypes.SELECT },
	);
	if (!row) return null;
	return {
		...row,
		call,
		caller: callerOf(row.caller ?? ""),
		arrivedAt: DateTime.fromJSDate(row.arrivedAt, { zone: "utc" }),
		languageKnown: false,
	};
}

/** Calls that arrived before the instant and of which the carrier never told the end. */
export async function callsWithoutEnd(
	database: Sequelize,
	before: DateTime,
): Promise<string[]> {
	const rows = await database.query<{ sid: string }>(
		"select sid from calls where ended_at is null and arrived_at < $1 order by arrived_at limit 100",
		{ bind: [before.toJSDate()], type: QueryTypes.SELECT },
	);
	return rows.map(({ sid }) => sid);
}
