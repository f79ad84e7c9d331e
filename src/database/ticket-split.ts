import { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";

/** The ticket's calls in the order of their arrival. */
export async function lockCalls(
	database: Sequelize,
	transaction: Transaction,
	ticketId: string,
): Promise<{ sid: string; arrivedAt: DateTime; endedAt: Date | null }[]> {
	const calls = await database.query<{
		sid: string;
		arrivedAt: Date;
		endedAt: Date | null;
	}>(
		`select sid, arrived_at as "arrivedAt", ended_at as "endedAt" from calls where ticket_id = $1
		order by arrived_at, sid for update`,
		{ bind: [ticketId], type: QueryTypes.SELECT, transaction },
	);
	return calls.map((call) => ({
		...call,
		arrivedAt: DateTime.fromJSDate(call.arrivedAt, { zone: "utc" }),
	}));
}

export interface SplitTicket {
	readonly id: string;
	/** Id of the ticket that it is split from. */
	readonly from: string;
	/** The carrier's ids of those that go. */
	readonly calls: readonly string[];
	readonly summary: string;
	readonly openedAt: DateTime;
	/** Of its number. */
	readonly year: number;
}

/**
 * Opens the new ticket, takes the calls over to it, and works out anew what both of them owe to their calls. A missed call that waits goes
 * on waiting where it now is.
 */
export async function openSplitTicket(
	database: Sequelize,
	transaction: Transaction,
	split: SplitTicket,
): Promise<{ number: string; isMissed: boolean }> {
	const run = <T extends object>(sql: string, bind: unknown[]) =>
		database.query<T>(sql, { bind, type: QueryTypes.SELECT, transaction });
	await run(
		`insert into tickets (id, number, line, channel, status, caller, language, opened_at, summary, split_from,
			property_id, stairwell, flat, tenant_id)
		select $1::uuid, next_ticket_number($2), line, channel, 'new',
			coalesce((select caller from calls where sid = any($3) order by arrived_at, sid limit 1), caller),
			language, $4, $5, id, property_id, stairwell, flat, tenant_id
		from tickets where id = $6`,
		[
			split.id,
			split.year,
			split.calls,
			split.openedAt.toJSDate(),
			split.summary,
			split.from,
		],
	);
	const [waiting] = await run<{ here: Date | null; there: Date | null }>(
		`select min(arrived_at) filter (where not sid = any($2)) as here, min(arrived_at) filter (where sid = any($2)) as there
		from calls join tickets on tickets.id = calls.ticket_id
		where tickets.id = $1 and calls.arrived_at >= tickets.missed_call_at and calls.outcome in ('unanswered', 'voicemail')
			and exists (select from calls first where first.ticket_id = tickets.id and first.arrived_at = tickets.missed_call_at)`,
		[split.from, split.calls],
	);
	await run("update calls set ticket_id = $1 where sid = any($2)", [
		split.id,
		split.calls,
	]);
	if (waiting?.there)
		for (const [id, since] of [
			[split.from, waiting.here],
			[split.id, waiting.there],
		])
			await run("update tickets set missed_call_at = $2 where id = $1", [
				id,
				since,
			]);
	await run(ofCalls, [[split.from, split.id]]);
	const [opened] = await run<{ number: string }>(
		"select number from tickets where id = $1",
		[split.id],
	);
	if (!opened) throw new Error("The ticket that was split off is not there");
	return { number: opened.number, isMissed: Boolean(waiting?.there) };
}

/** What a ticket owes to its calls: the best outcome, the newest arrival, who took the first one that was taken. */
const ofCalls = `update tickets set
		outcome = best.outcome, outcome_rank = coalesce(best.outcome_rank, 0), last_call_at = newest.arrived_at,
		answered_by = taken.answered_by, answered_by_name = taken.answered_by_name, answer_seconds = taken.answer_seconds
	from unnest($1::uuid[]) as one(id)
	left join lateral (select outcome, outcome_rank from calls where ticket_id = one.id
		order by outcome_rank desc, arrived_at limit 1) best on true
	left join lateral (select max(arrived_at) as arrived_at from calls where ticket_id = one.id) newest on true
	left join lateral (select answered_by, answered_by_name, answer_seconds from calls
		where ticket_id = one.id and answered_by_name is not null order by arrived_at limit 1) taken on true
	where tickets.id = one.id`;
