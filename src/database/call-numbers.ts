import { QueryTypes, type Sequelize } from "sequelize";
import {
	type CallNumbers,
	countedOutcomes,
	type HourNumbers,
	type PersonNumbers,
	promptness,
} from "../domain/numbers/call-numbers.ts";
import type { TimeSpan } from "../domain/rota/shifts.ts";
import type { CallOutcome } from "../domain/ticket/ticket.ts";

export interface CallsOfSpan {
	/** null: of all lines. */
	readonly line: string | null;
	/** Calls that arrived within. */
	readonly span: TimeSpan;
	/** IANA zone of the hours and weekdays. */
	readonly zone: string;
}

const ofSpan = `arrived_at >= $1 and arrived_at < $2 and ($3::text is null or line = $3)`;

const answerTimes = `percentile_cont(0.5) within group (order by answer_seconds) filter (where outcome = 'answered') as median,
	percentile_cont(0.9) within group (order by answer_seconds) filter (where outcome = 'answered') as ninetieth`;

/** How many calls, with what outcomes, and how soon they were answered; calls in progress are left out. */
export async function callNumbers(
	database: Sequelize,
	asked: CallsOfSpan,
): Promise<CallNumbers> {
	const [row] = await database.query<CountRow>(
		`select ${[...countedOutcomes, "blocked"].map((outcome) => `count(*) filter (where outcome = '${outcome}')::int as ${outcome}`).join(", ")},
			array[${promptness.map((seconds) => `count(*) filter (where outcome = 'answered' and answer_seconds <= ${seconds})`).join(", ")}]::int[] as within,
			${answerTimes}
		from calls where ${ofSpan}`,
		{ bind: boundTo(asked), type: QueryTypes.SELECT },
	);
	if (!row) throw new Error("A count without a row");
	const outcomes = {
		answered: row.answered,
		abandoned: row.abandoned,
		voicemail: row.voicemail,
		unanswered: row.unanswered,
		failed: row.failed,
	};
	return {
		calls: Object.values(outcomes).reduce((sum, count) => sum + count, 0),
		outcomes,
		blocked: row.blocked,
		answerSeconds: { median: row.median, ninetieth: row.ninetieth },
		within: promptness.map((seconds, i) => ({
			seconds,
			calls: row.within[i] ?? 0,
		})),
	};
}

type CountRow = Readonly<Record<CallOutcome, number>> &
	CallNumbers["answerSeconds"] & { readonly within: readonly number[] };

/** The hours of the week that had calls. The hour that a clock change shows twice is one hour. */
export async function callsByHour(
	database: Sequelize,
	asked: CallsOfSpan,
): Promise<HourNumbers[]> {
	return database.query<HourNumbers>(
		`select extract(isodow from arrived_at at time zone $4)::int as weekday,
			extract(hour from arrived_at at time zone $4)::int as hour, count(*)::int as calls,
			count(*) filter (where outcome = 'answered')::int as answered
		from calls where ${ofSpan} and outcome <> 'blocked' group by 1, 2 order by 1, 2`,
		{ bind: [...boundTo(asked), asked.zone], type: QueryTypes.SELECT },
	);
}

/** Everybody who took a call, the one with most first; under the newest of their names. */
export async function callsByPerson(
	database: Sequelize,
	asked: CallsOfSpan,
): Promise<PersonNumbers[]> {
	return database.query<PersonNumbers>(
		`select line, answered_by as person, count(*)::int as calls, coalesce(sum(talk_seconds), 0)::int as "talkSeconds",
			coalesce((array_agg(answered_by_name order by arrived_at desc))[1], answered_by, '') as name, ${answerTimes}
		from calls where ${ofSpan} and outcome = 'answered'
		group by line, answered_by order by calls desc, name, line`,
		{ bind: boundTo(asked), type: QueryTypes.SELECT },
	);
}

function boundTo({ line, span }: CallsOfSpan): unknown[] {
	return [span.from.toJSDate(), span.to.toJSDate(), line];
}
