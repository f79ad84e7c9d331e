import { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { CallFact, RecordedFact } from "../domain/call/facts.ts";
import type { Language } from "../domain/language.ts";
import { placeInWords } from "../domain/ticket/place.ts";
import type {
	Channel,
	RecordingState,
	TicketPlace,
	TicketStatus,
	TicketView,
	Urgency,
} from "../domain/ticket/ticket.ts";
import {
	type CallRecord,
	type TicketRecord,
	ticketView,
	type ViewOptions,
} from "../domain/ticket/view.ts";

/** Views of these tickets, in the order of their ids in the list; what is not there is left out. */
export async function ticketsOfIds(
	database: Sequelize,
	ids: readonly string[],
	options: ViewOptions = {},
): Promise<TicketView[]> {
	const rows = await rowsWhere(
		database,
		"t.id = any($1::uuid[]) order by array_position($1::uuid[], t.id)",
		[ids],
	);
	return rows.map((row) => ticketView(recordOf(row), options));
}

/** One ticket, or null when there is none of that number. */
export async function ticketByNumber(
	database: Sequelize,
	number: string,
	options: ViewOptions = {},
): Promise<TicketView | null> {
	const [row] = await rowsWhere(database, "t.number = $1", [number]);
	return row ? ticketView(recordOf(row), options) : null;
}

/** The record of the ticket that a call belongs to, or null for a call nobody has heard of. */
export async function ticketOfCall(
	database: Sequelize,
	call: string,
	transaction?: Transaction,
): Promise<TicketRecord | null> {
	const [row] = await rowsWhere(
		database,
		"t.id = (select ticket_id from calls where sid = $1)",
		[call],
		transaction,
	);
	return row ? recordOf(row) : null;
}

/** The record of a ticket, or null when there is none of that number. */
export async function ticketRecord(
	database: Sequelize,
	number: string,
	transaction?: Transaction,
): Promise<TicketRecord | null> {
	const [row] = await rowsWhere(
		database,
		"t.number = $1",
		[number],
		transaction,
	);
	return row ? recordOf(row) : null;
}

/** The record of a ticket by its id. */
export async function ticketRecordById(
	database: Sequelize,
	id: string,
	transaction?: Transaction,
): Promise<TicketRecord | null> {
	const [row] = await rowsWhere(database, "t.id = $1::uuid", [id], transaction);
	return row ? recordOf(row) : null;
}

interface TicketRow {
	readonly id: string;
	readonly number: string;
	readonly revision: number;
	readonly line: string;
	readonly channel: Channel;
	readonly status: TicketStatus;
	readonly caller: string | null;
	readonly language: Language;
	readonly openedAt: Date;
	readonly acknowledgedAt: Date | null;
	readonly acknowledgedBy: string | null;
	readonly underWayAt: Date | null;
	readonly onSiteAt: Date | null;
	readonly doneAt: Date | null;
	readonly closedAt: Date | null;
	readonly missedCallAt: Date | null;
	readonly dueAt: Date | null;
	readonly summary: string | null;
	readonly subject: string | null;
	readonly urgency: Urgency;
	readonly propertyId: string | null;
	readonly address: string | null;
	readonly area: string | null;
	readonly stairwell: string;
	readonly flat: string;
	readonly tenantId: string | null;
	readonly tenantName: string | null;
	readonly assigneePerson: string | null;
	readonly assigneeAccount: string | null;
	readonly assigneeName: string | null;
	readonly labels: readonly string[];
	readonly costs: boolean | null;
	readonly mergedInto: string | null;
	readonly splitFrom: string | null;
	readonly calls: readonly CallRow[];
}

interface CallRow {
	readonly sid: string;
	readonly caller: string | null;
	readonly arrivedAt: string;
	readonly endedAt: string | null;
	readonly rotaVersion: number | null;
	readonly recoveredAt: string | null;
	readonly facts: readonly { kind: string; at: string; data: object }[];
	readonly recordings: readonly {
		sid: string;
		seconds: number | null;
		state: RecordingState;
	}[];
}

async function rowsWhere(
	database: Sequelize,
	condition: string,
	bind: readonly unknown[],
	transaction?: Transaction,
): Promise<TicketRow[]> {
	return database.query<TicketRow>(
		`select t.id, t.number, t.revision, t.line, t.channel, t.status, t.caller, t.language, t.opened_at as "openedAt",
			t.acknowledged_at as "acknowledgedAt", t.acknowledged_by as "acknowledgedBy",
			t.under_way_at as "underWayAt", t.on_site_at as "onSiteAt", t.done_at as "doneAt", t.closed_at as "closedAt",
			t.missed_call_at as "missedCallAt", t.due_at as "dueAt", t.summary, t.subject, t.urgency,
			t.property_id as "propertyId", p.address, p.area, t.stairwell, t.flat, t.tenant_id as "tenantId", n.name as "tenantName",
			t.assignee_person as "assigneePerson", t.assignee_account as "assigneeAccount", t.assignee_name as "assigneeName",
			t.labels, t.costs, (select number from tickets where id = t.merged_into) as "mergedInto",
			(select number from tickets where id = t.split_from) as "splitFrom",
			coalesce((select json_agg(json_build_object('sid', c.sid, 'caller', c.caller, 'arrivedAt', c.arrived_at,
				'endedAt', c.ended_at, 'rotaVersion', c.rota_version, 'recoveredAt', c.recovered_at,
				'facts', coalesce((select json_agg(json_build_object('kind', f.kind, 'at', f.at, 'data', f.data) order by f.id)
					from call_facts f where f.call_sid = c.sid), '[]'),
				'recordings', coalesce((select json_agg(json_build_object('sid', r.sid, 'seconds', r.seconds, 'state', r.state)
					order by r.announced_at) from recordings r where r.call_sid = c.sid), '[]')) order by c.arrived_at, c.sid)
				from calls c where c.ticket_id = t.id), '[]') as calls
		from tickets t
		left join properties p on p.id = t.property_id
		left join tenants n on n.id = t.tenant_id
		where ${condition}`,
		{
			bind: [...bind],
			type: QueryTypes.SELECT,
			...(transaction ? { transaction } : {}),
		},
	);
}

function recordOf(row: TicketRow): TicketRecord {
	return {
		...row,
		openedAt: utc(row.openedAt),
		acknowledgedAt: row.acknowledgedAt && utc(row.acknowledgedAt),
		underWayAt: row.underWayAt && utc(row.underWayAt),
		onSiteAt: row.onSiteAt && utc(row.onSiteAt),
		doneAt: row.doneAt && utc(row.doneAt),
		closedAt: row.closedAt && utc(row.closedAt),
		missedCallAt: row.missedCallAt && utc(row.missedCallAt),
		dueAt: row.dueAt && utc(row.dueAt),
		place: placeOf(row),
		tenant:
			row.tenantId === null
				? null
				: { id: row.tenantId, name: row.tenantName ?? "" },
		assignee:
			row.assigneeName === null
				? null
				: {
						person: row.assigneePerson,
						account: row.assigneeAccount,
						name: row.assigneeName,
					},
		calls: row.calls.map(callOf),
	};
}

function placeOf({
	propertyId,
	address,
	area,
	stairwell,
	flat,
}: TicketRow): TicketPlace {
	const property =
		propertyId === null
			? null
			: { id: propertyId, address: address ?? "", area };
	return {
		words: placeInWords({ address, stairwell, flat }),
		property,
		stairwell,
		flat,
	};
}

function callOf(row: CallRow): CallRecord {
	return {
		...row,
		arrivedAt: fromText(row.arrivedAt),
		endedAt: row.endedAt === null ? null : fromText(row.endedAt),
		recoveredAt: row.recoveredAt === null ? null : fromText(row.recoveredAt),
		facts: row.facts.map(factOf),
	};
}

function factOf(row: CallRow["facts"][number]): RecordedFact {
	const fact = { ...row.data, kind: row.kind } as CallFact;
	return { ...fact, at: fromText(row.at) };
}

function fromText(at: string): DateTime {
	return DateTime.fromISO(at, { zone: "utc" });
}

function utc(date: Date): DateTime {
	return DateTime.fromJSDate(date, { zone: "utc" });
}
