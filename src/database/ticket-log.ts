import { QueryTypes, type Sequelize } from "sequelize";
import { openStatuses } from "../domain/ticket/log-filter.ts";
import { placeInWords } from "../domain/ticket/place.ts";
import type {
	CallOutcome,
	Channel,
	TicketStatus,
	Urgency,
} from "../domain/ticket/ticket.ts";
import { countTickets } from "./found-tickets.ts";
import { everyTicket, type TicketsMeant } from "./ticket-conditions.ts";

/** A ticket as a row of the log: what is needed to know it among others. */
export interface LogRow {
	readonly number: string;
	readonly id: string;
	readonly revision: number;
	readonly line: string;
	readonly channel: Channel;
	readonly status: TicketStatus;
	readonly outcome: CallOutcome | null;
	readonly urgency: Urgency;
	readonly subject: string | null;
	readonly summary: string | null;
	/** As it is said; null when it is not known. */
	readonly place: string | null;
	readonly caller: string | null;
	readonly tenantName: string | null;
	readonly openedAt: Date;
	/** Who took its first answered call, as others know them. */
	readonly answeredBy: string | null;
	readonly answerSeconds: number | null;
	readonly assignee: string | null;
	readonly dueAt: Date | null;
	readonly missedCallAt: Date | null;
	readonly labels: readonly string[];
	readonly costs: boolean | null;
	readonly calls: number;
}

/** Rows of these tickets, in the order of their ids in the list. */
export async function logRows(
	database: Sequelize,
	ids: readonly string[],
): Promise<LogRow[]> {
	const rows = await database.query<
		Omit<LogRow, "place"> & {
			readonly address: string | null;
			readonly stairwell: string;
			readonly flat: string;
		}
	>(
		`select t.number, t.id, t.revision, t.line, t.channel, t.status, t.outcome, t.urgency, t.subject, t.summary,
			p.address, t.stairwell, t.flat, t.caller, n.name as "tenantName", t.opened_at as "openedAt",
			t.answered_by_name as "answeredBy", t.answer_seconds as "answerSeconds", t.assignee_name as assignee,
			t.due_at as "dueAt", t.missed_call_at as "missedCallAt", t.labels, t.costs,
			(select count(*)::int from calls where ticket_id = t.id) as calls
		from unnest($1::uuid[]) with ordinality as wanted(id, place)
		join tickets t on t.id = wanted.id
		left join properties p on p.id = t.property_id
		left join tenants n on n.id = t.tenant_id
		order by wanted.place`,
		{ bind: [ids], type: QueryTypes.SELECT },
	);
	return rows.map(({ address, stairwell, flat, ...row }) => ({
		...row,
		place: placeInWords({ address, stairwell, flat }),
	}));
}

export interface LogSummary {
	readonly unacknowledged: number;
	readonly open: number;
	readonly overdue: number;
}

/** Nobody needs it more exactly than that. */
export const mostCounted = 10_000;

/** What waits, of one line or of all, counted up to `mostCounted` each. */
export async function logSummary(
	database: Sequelize,
	{ line, now }: Pick<TicketsMeant, "line" | "now">,
): Promise<LogSummary> {
	const count = (filter: Partial<TicketsMeant>) =>
		countTickets(
			database,
			{ ...everyTicket, now, line, ...filter },
			mostCounted,
		);
	return {
		unacknowledged: await count({ unacknowledged: true }),
		open: await count({ status: openStatuses }),
		overdue: await count({ overdue: true }),
	};
}
