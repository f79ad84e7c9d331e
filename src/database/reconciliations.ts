import { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";

/** One day of a line beside the carrier's records. */
export interface Reconciliation {
	readonly line: string;
	/** On the line's own wall clock. */
	readonly day: string;
	readonly triedAt: DateTime;
	/** null while the carrier has not been heard. */
	readonly comparedAt: DateTime | null;
	readonly carrierCalls: number;
	readonly ourCalls: number;
	/** Why it could not be compared the last time. */
	readonly error: string | null;
}

export interface CallFinding {
	readonly call: string;
	readonly line: string;
	readonly day: string;
	readonly kind: "missing-here" | "missing-at-carrier";
	/** Number of the ticket that the call belongs to. */
	readonly ticket: string | null;
	readonly arrivedAt: DateTime | null;
	readonly foundAt: DateTime;
}

/** When each line was first published. */
export async function firstPublished(
	database: Sequelize,
): Promise<ReadonlyMap<string, DateTime>> {
	const rows = await database.query<{ line: string; at: Date }>(
		"select line, published_at as at from rota_versions where version = 1",
		{ type: QueryTypes.SELECT },
	);
	return new Map(
		rows.map(({ line, at }) => [
			line,
			DateTime.fromJSDate(at, { zone: "utc" }),
		]),
	);
}

/** The days of a line that have been compared. */
export async function comparedDays(
	database: Sequelize,
	line: string,
): Promise<ReadonlySet<string>> {
	const rows = await database.query<{ day: string }>(
		"select day::text from reconciliations where line = $1 and compared_at is not null",
		{ bind: [line], type: QueryTypes.SELECT },
	);
	return new Set(rows.map(({ day }) => day));
}

/** Compared days of a line that calls were sealed into only afterwards, within forty days: somebody may have put them in. */
export async function daysWithLateCalls(
	database: Sequelize,
	{ line, zone, now }: { line: string; zone: string; now: DateTime },
): Promise<string[]> {
	const rows = await database.query<{ day: string }>(
		`select distinct r.day::text from audit_seals s
		join audit_leaves l on l.seal_id = s.id and l.kind = 'call'
		join calls c on c.sid = l.key and c.line = $1
		join reconciliations r on r.line = $1 and r.day = (c.arrived_at at time zone $2)::date and r.compared_at < s.sealed_at
		where s.sealed_at > $3::timestamptz - interval '40 days'`,
		{ bind: [line, zone, now.toJSDate()], type: QueryTypes.SELECT },
	);
	return rows.map(({ day }) => day);
}

/** Which of these ids are of calls on record. */
export async function knownCalls(
	database: Sequelize,
	sids: readonly string[],
	transaction: Transaction | null = null,
): Promise<ReadonlySet<string>> {
	const rows = await database.query<{ sid: string }>(
		"select sid from calls where sid = any($1::text[])",
		{ bind: [sids], transaction, type: QueryTypes.SELECT },
	);
	return new Set(rows.map(({ sid }) => sid));
}

/** Ids of the calls to a number that arrived within the span. */
export async function callsArrived(
	database: Sequelize,
	number: string,
	{ from, to }: { readonly from: DateTime; readonly to: DateTime },
): Promise<string[]> {
	const rows = await database.query<{ sid: string }>(
		"select sid from calls where arrived_at >= $1 and arrived_at < $2 and called = $3 order by arrived_at",
		{
			bind: [from.toJSDate(), to.toJSDate(), number],
			type: QueryTypes.SELECT,
		},
	);
	return rows.map(({ sid }) => sid);
}

/** One at a time compares, on whichever instance, until its transaction ends. */
export async function takeReconciling(
	database: Sequelize,
	transaction: Transaction,
): Promise<void> {
	await database.query("select pg_advisory_xact_lock(7146016)", {
		transaction,
	});
}

/** Marks a call as learnt from the carrier's records only; its ticket is one that nobody has seen, unless it is turned away. */
export async function markRecovered(
	database: Sequelize,
	transaction: Transaction,
	call: string,
	now: DateTime,
): Promise<string> {
	const [row] = await database.query<{ number: string }>(
		`with recovered as (
			update calls set recovered_at = $2 where sid = $1 returning ticket_id, arrived_at, outcome
		)
		update tickets set missed_call_at = case
				when status = 'closed' or recovered.outcome = 'blocked' then missed_call_at
				else coalesce(missed_call_at, recovered.arrived_at) end,
			updated_at = now()
		from recovered where tickets.id = recovered.ticket_id returning number`,
		{ bind: [call, now.toJSDate()], transaction, type: QueryTypes.SELECT },
	);
	return row?.number ?? "";
}

/** Keeps how a day compares; what was found on a day before stays found, unless the carrier has a record of it after all. */
export async function keepComparison(
	database: Sequelize,
	transaction: Transaction,
	compared: {
		readonly line: string;
		readonly day: string;
		readonly at: DateTime;
		readonly carrierCalls: number;
		readonly ourCalls: number;
		readonly missingHere: readonly string[];
		readonly missingAtCarrier: readonly string[];
	},
): Promise<void> {
	const { line, day, at, missingHere, missingAtCarrier } = compared;
	await database.query(
		`insert into reconciliations (line, day, tried_at, compared_at, carrier_calls, our_calls)
		values ($1, $2::date, $3, $3, $4, $5)
		on conflict (line, day) do update set tried_at = $3, compared_at = $3, carrier_calls = $4, our_calls = $5, error = null`,
		{
			bind: [
				...[line, day, at.toJSDate()],
				...[compared.carrierCalls, compared.ourCalls],
			],
			transaction,
		},
	);
	await database.query(
		`delete from reconciliation_findings
		where line = $1 and day = $2::date and kind = 'missing-at-carrier' and call_sid <> all($3::text[])`,
		{ bind: [line, day, missingAtCarrier], transaction },
	);
	await database.query(
		`insert into reconciliation_findings (call_sid, line, day, kind, ticket_id, found_at)
		select found.sid, $1, $2::date, found.kind, calls.ticket_id, $3
		from (
			select sid, 'missing-here' as kind from unnest($4::text[]) as sid
			union all select sid, 'missing-at-carrier' from unnest($5::text[]) as sid
		) found left join calls on calls.sid = found.sid
		on conflict (call_sid) do nothing`,
		{
			bind: [line, day, at.toJSDate(), missingHere, missingAtCarrier],
			transaction,
		},
	);
}

/** Keeps that a day could not be compared this time. */
export async function keepFailedComparison(
	database: Sequelize,
	transaction: Transaction,
	tried: {
		readonly line: string;
		readonly day: string;
		readonly at: DateTime;
		readonly error: string;
	},
): Promise<void> {
	const { line, day, at, error } = tried;
	await database.query(
		`insert into reconciliations (line, day, tried_at, error) values ($1, $2::date, $3, $4)
		on conflict (line, day) do update set tried_at = $3, error = $4`,
		{ bind: [line, day, at.toJSDate(), error], transaction },
	);
}

/** How the days from the first to the last compare, newest first. */
export async function reconciliationsOf(
	database: Sequelize,
	{ first, last }: { readonly first: string; readonly last: string },
): Promise<Reconciliation[]> {
	const rows = await database.query<
		Omit<Reconciliation, "triedAt" | "comparedAt"> & {
			triedAt: Date;
			comparedAt: Date | null;
		}
	>(
		`select line, day::text, tried_at as "triedAt", compared_at as "comparedAt", carrier_calls as "carrierCalls",
			our_calls as "ourCalls", error
		from reconciliations where day between $1::date and $2::date order by reconciliations.day desc, line`,
		{ bind: [first, last], type: QueryTypes.SELECT },
	);
	return rows.map((row) => ({
		...row,
		triedAt: instant(row.triedAt),
		comparedAt: row.comparedAt && instant(row.comparedAt),
	}));
}

/** What was found of the days from the first to the last or on one of them, newest first; at most 200. */
export async function findingsOf(
	database: Sequelize,
	{ first, last }: { readonly first: string; readonly last: string },
): Promise<CallFinding[]> {
	const rows = await database.query<
		Omit<CallFinding, "arrivedAt" | "foundAt"> & {
			arrivedAt: Date | null;
			foundAt: Date;
		}
	>(
		`select f.call_sid as call, f.line, f.day::text, f.kind, tickets.number as ticket, calls.arrived_at as "arrivedAt",
			f.found_at as "foundAt"
		from reconciliation_findings f
		left join calls on calls.sid = f.call_sid left join tickets on tickets.id = coalesce(calls.ticket_id, f.ticket_id)
		where f.day between $1::date and $2::date or f.found_at::date between $1::date and $2::date
		order by f.day desc, calls.arrived_at desc, f.call_sid limit 200`,
		{ bind: [first, last], type: QueryTypes.SELECT },
	);
	return rows.map((row) => ({
		...row,
		arrivedAt: row.arrivedAt && instant(row.arrivedAt),
		foundAt: instant(row.foundAt),
	}));
}

function instant(at: Date): DateTime {
	return DateTime.fromJSDate(at, { zone: "utc" });
}

/** Whether a job of the task waits or is under way, and has not failed yet. */
export async function jobWaits(
	database: Sequelize,
	task: string,
): Promise<boolean> {
	const rows = await database.query(
		`select from graphile_worker._private_jobs jobs
		join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
		where tasks.identifier = $1 and (jobs.attempts = 0 or jobs.locked_at is not null)`,
		{ bind: [task], type: QueryTypes.SELECT },
	);
	return rows.length > 0;
}
