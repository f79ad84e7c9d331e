import type { Sequelize, Transaction } from "sequelize";
import type { FactRow } from "./call-facts.ts";
import type { TicketRow } from "./ticket-rows.ts";
import type { Town } from "./town.ts";

export interface NumberedTicket extends TicketRow {
	readonly number: string;
}

/** The houses and who lives in them. */
export async function loadTown(
	database: Sequelize,
	{ properties, tenants }: Town,
): Promise<void> {
	await quickly(database, async (transaction) => {
		const insert = insertInto(database, transaction);
		await insert(
			properties,
			`insert into properties (id, key, address, area, stairwells, service_class)
			select id, key, address, area, array(select json_array_elements_text(stairwells)), "serviceClass"
			from json_to_recordset($1) as row(id uuid, key text, address text, area text, stairwells json, "serviceClass" text)`,
		);
		const homes = tenants.map(({ property, ...tenant }) => ({
			...tenant,
			property: property.id,
		}));
		const homeRow =
			"json_to_recordset($1) as row(id uuid, name text, number text, language text, property uuid, stairwell text, flat text)";
		await insert(
			homes,
			`insert into flats (property_id, stairwell, number)
			select distinct property, stairwell, flat from ${homeRow}`,
		);
		await insert(
			homes,
			`insert into tenants (id, name, language, property_id, stairwell, flat)
			select id, name, language, property, stairwell, flat from ${homeRow}`,
		);
		await insert(
			homes,
			`insert into tenant_numbers (number, tenant_id) select number, id from ${homeRow}`,
		);
	});
}

/** Tickets with their calls and notes. */
export async function loadTickets(
	database: Sequelize,
	tickets: readonly NumberedTicket[],
	rotaVersion: number,
): Promise<void> {
	const rows = tickets.map(loaded);
	const from = `json_to_recordset($1) as row(${rowShape})`;
	await quickly(database, async (transaction) => {
		const insert = insertInto(database, transaction);
		await insert(
			rows,
			`insert into tickets (id, number, line, channel, status, outcome, outcome_rank, caller, language, opened_at,
				acknowledged_at, acknowledged_by, summary, subject, urgency, property_id, stairwell, flat, tenant_id,
				assignee_person, assignee_name, labels, costs, due_at, done_at, closed_at, last_call_at, missed_call_at,
				answered_by, answered_by_name, answer_seconds, revision, updated_at)
			select id, number, line, channel, status, outcome, rank, caller, language, "openedAt",
				"acknowledgedAt", case when "acknowledgedAt" is not null then assignee_name end, summary, subject, urgency,
				property, stairwell, flat, tenant, assignee, assignee_name, array(select json_array_elements_text(labels)), costs,
				"openedAt" + make_interval(mins => coalesce((
					select (minutes->>row.urgency)::int from service_classes where service_classes.id = row."serviceClass"), 4320)),
				"doneAt", "closedAt", case when channel = 'phone' then "openedAt" end,
				case when status in ('new', 'assigned') and outcome in ('unanswered', 'voicemail') then "openedAt" end,
				taker, taker_name, seconds, 3, coalesce("closedAt", "doneAt", "openedAt")
			from ${from}`,
		);
		await insert(
			rows.filter(({ channel }) => channel === "phone"),
			`insert into calls (sid, ticket_id, line, caller, called, language, rota_version, arrived_at, ended_at, outcome,
				outcome_rank, answered_by, answered_by_name, answer_seconds, talk_seconds)
			select sid, id, line, caller, null, language, ${rotaVersion}, "openedAt",
				"openedAt" + make_interval(secs => coalesce(seconds, 30) + talk), outcome, rank, taker, taker_name, seconds,
				case when seconds is not null then talk end
			from ${from}`,
		);
		await insert(
			rows.filter(({ note }) => note !== null),
			`insert into ticket_notes (id, ticket_id, at, by_name, body)
			select gen_random_uuid(), id, "doneAt", assignee_name, note from ${from}`,
		);
	});
}

const rowShape = `id uuid, number text, sid text, line text, channel text, status text, outcome text, rank smallint,
	caller text, language text, "openedAt" timestamptz, "acknowledgedAt" timestamptz, "doneAt" timestamptz,
	"closedAt" timestamptz, summary text, subject text, urgency text, property uuid, "serviceClass" text, stairwell text,
	flat text, tenant uuid, assignee text, assignee_name text, labels json, costs boolean, taker text, taker_name text,
	seconds int, talk int, note text`;

const ranks: Readonly<Record<string, number>> = {
	...{ failed: 1, abandoned: 2, unanswered: 3, voicemail: 4, answered: 5 },
	blocked: 6,
};

function loaded(ticket: NumberedTicket) {
	const { answer, assignee, known, property } = ticket;
	const instant = (at: number | null) => at && new Date(at).toISOString();
	return {
		...ticket,
		outcome: answer.outcome,
		rank: ranks[answer.outcome ?? ""] ?? 0,
		openedAt: instant(ticket.at),
		acknowledgedAt: instant(ticket.acknowledgedAt),
		doneAt: instant(ticket.doneAt),
		closedAt: instant(ticket.closedAt),
		property: property?.id ?? null,
		serviceClass: property?.serviceClass ?? "standard",
		tenant: known?.id ?? null,
		known: undefined,
		answer: undefined,
		assignee: assignee?.id ?? null,
		assignee_name: assignee?.name ?? null,
		taker: answer.by?.id ?? null,
		taker_name: answer.by?.name ?? null,
		...{ seconds: answer.seconds, talk: answer.talk },
	};
}

/** What happened in calls. */
export async function loadFacts(
	database: Sequelize,
	facts: readonly FactRow[],
): Promise<void> {
	await quickly(database, (transaction) =>
		insertInto(database, transaction)(
			facts,
			`insert into call_facts (call_sid, key, kind, at, data)
			select sid, key, kind, to_timestamp(at / 1000.0), data::jsonb
			from json_to_recordset($1) as row(sid text, key text, kind text, at bigint, data text)`,
		),
	);
}

function insertInto(database: Sequelize, transaction: Transaction) {
	return async (rows: readonly object[], statement: string): Promise<void> => {
		if (rows.length === 0) return;
		await database.query(statement, {
			bind: [JSON.stringify(rows)],
			transaction,
		});
	};
}

/** With nothing looked up or written down for each row, for what is loaded is known to fit. */
export async function quickly<T>(
	database: Sequelize,
	work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
	return database.transaction(async (transaction) => {
		for (const setting of [
			"session_replication_role = replica",
			"synchronous_commit = off",
			"statement_timeout = 0",
			"maintenance_work_mem = '256MB'",
		])
			await database.query(`set local ${setting}`, { transaction });
		return work(transaction);
	});
}
