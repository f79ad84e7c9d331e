import { randomUUID } from "node:crypto";
import { DateTime } from "luxon";
import type { Sequelize } from "sequelize";
import type { CallOutcome } from "../../src/domain/ticket/ticket.ts";

export interface CallOnRecord {
	/** ISO 8601. */
	readonly at: string;
	readonly outcome: CallOutcome | null;
	readonly line?: string;
	/** Id and name of who took it. */
	readonly by?: readonly [string, string];
	readonly answerSeconds?: number;
	readonly talkSeconds?: number;
}

/** Puts calls on record as if they had come long ago, each with a ticket of its own; returns the tickets' numbers. */
export async function putCallsOnRecord(
	database: Sequelize,
	calls: readonly CallOnRecord[],
): Promise<string[]> {
	const numbers: string[] = [];
	for (const call of calls) {
		const ticket = randomUUID();
		const at = DateTime.fromISO(call.at).toJSDate();
		count += 1;
		const number = `2020-${String(count).padStart(6, "0")}`;
		const { outcome, line = "fault-line", by = [null, null] } = call;
		const seconds = call.answerSeconds ?? null;
		await database.query(
			`insert into tickets (id, number, line, channel, status, outcome, language, opened_at, last_call_at, answered_by,
				answered_by_name, answer_seconds)
			values ($1, $2, $3, 'phone', 'closed', $4, 'fi', $5, $5, $6, $7, $8)`,
			{ bind: [ticket, number, line, outcome, at, ...by, seconds] },
		);
		await database.query(
			`insert into calls (sid, ticket_id, line, language, arrived_at, ended_at, outcome, answered_by, answered_by_name,
				answer_seconds, talk_seconds)
			values ($1, $2, $3, 'fi', $4, $4, $5, $6, $7, $8, $9)`,
			{
				bind: [
					...[`CA${ticket.replaceAll("-", "")}`, ticket, line, at, outcome],
					...[...by, seconds, call.talkSeconds ?? null],
				],
			},
		);
		numbers.push(number);
	}
	return numbers;
}

let count = 0;
