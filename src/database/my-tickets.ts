import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize } from "sequelize";
import type { Language } from "../domain/language.ts";
import type { PersonId } from "../domain/rota/rota.ts";
import type { LivingTicket } from "../domain/ticket/life.ts";
import { placeInWords } from "../domain/ticket/place.ts";
import type { TicketStatus, Urgency } from "../domain/ticket/ticket.ts";

/** A ticket as it stands in the list of whoever works on it. */
export interface MyTicketRow {
	readonly number: string;
	readonly line: string;
	readonly status: TicketStatus;
	readonly urgency: Urgency;
	readonly summary: string | null;
	readonly subject: string | null;
	/** As it is said. */
	readonly place: string | null;
	readonly tenantName: string | null;
	readonly openedAt: Date;
	readonly missedCallAt: Date | null;
	readonly onSiteAt: Date | null;
	readonly dueAt: Date | null;
	readonly doneAt: Date | null;
	readonly assigneeName: string | null;
	/** Whether it is theirs who asks; else nobody has acknowledged it. */
	readonly isMine: boolean;
}

/**
 * What waits for somebody: their open tickets, those nobody has acknowledged on lines where they are on duty, and what they did lately. What
 * waits longest for an answer comes first: missed calls, then by urgency, the newest first; what is done comes last.
 */
export async function myTickets(
	database: Sequelize,
	wanted: {
		/** Who they are on the rotas. */
		readonly people: readonly {
			readonly line: string;
			readonly person: PersonId;
		}[];
		readonly account: string | null;
		readonly onDutyOn: readonly string[];
		readonly doneSince: DateTime;
	},
): Promise<MyTicketRow[]> {
	const rows = await database.query<
		Omit<MyTicketRow, "place"> & {
			readonly address: string | null;
			readonly stairwell: string;
			readonly flat: string;
		}
	>(
		`with mine as (
			select id, true as "isMine" from tickets
				where (line, assignee_person) in (select line, person from jsonb_to_recordset($1) as me(line text, person text))
					and (status in ('assigned', 'acknowledged', 'under-way') or status = 'done' and done_at >= $4)
			union
			select id, true from tickets
				where assignee_account = $2::uuid
					and (status in ('assigned', 'acknowledged', 'under-way') or status = 'done' and done_at >= $4)
		), waiting as (
			select id, false as "isMine" from tickets
				where line = any($3) and (status = 'new' or missed_call_at is not null and status <> 'closed')
					and id not in (select id from mine)
		)
		select t.number, t.line, t.status, t.urgency, t.summary, t.subject, p.address, t.stairwell, t.flat, n.name as "tenantName",
			t.opened_at as "openedAt", t.missed_call_at as "missedCallAt", t.on_site_at as "onSiteAt", t.due_at as "dueAt", t.done_at as "doneAt",
			t.assignee_name as "assigneeName", which."isMine"
		from (select * from mine union all select * from waiting) which
		join tickets t on t.id = which.id
		left join properties p on p.id = t.property_id
		left join tenants n on n.id = t.tenant_id
		where t.merged_into is null
		order by t.status = 'done', t.missed_call_at is null,
			array_position(array['emergency', 'urgent', 'normal', 'low'], t.urgency), t.opened_at desc, t.id limit 100`,
		{
			bind: [
				JSON.stringify(wanted.people),
				wanted.account,
				wanted.onDutyOn,
				wanted.doneSince.toJSDate(),
			],
			type: QueryTypes.SELECT,
		},
	);
	return rows.map(({ address, stairwell, flat, ...row }) => ({
		...row,
		place: placeInWords({ address, stairwell, flat }),
	}));
}

/** A ticket as the rules of its life look at it. */
export interface OwnTicket extends LivingTicket {
	readonly number: string;
}

const living = `t.number, t.line, t.status, t.missed_call_at as "missedCallAt", t.on_site_at as "onSiteAt",
	(select number from tickets where id = t.merged_into) as "mergedInto",
	case when t.assignee_name is not null then json_build_object(
		'person', t.assignee_person, 'account', t.assignee_account, 'name', t.assignee_name) end as assignee`;

/** The tickets that somebody has yet to work on, the newest first. */
export async function openTicketsOf(
	database: Sequelize,
	{ line, person }: { readonly line: string; readonly person: PersonId },
): Promise<OwnTicket[]> {
	return database.query<OwnTicket>(
		`select ${living} from tickets t
		where t.line = $1 and t.assignee_person = $2 and t.status in ('assigned', 'acknowledged', 'under-way') and t.merged_into is null
		order by t.opened_at desc limit 20`,
		{ bind: [line, person], type: QueryTypes.SELECT },
	);
}

/** The tickets that were told of to this very phone since then, the last told first. */
export async function ticketsTextedTo(
	database: Sequelize,
	phone: string,
	since: DateTime,
): Promise<OwnTicket[]> {
	return database.query<OwnTicket>(
		`select ${living} from tickets t
		join (
			select ticket_id, max(created_at) as at from messages
			where recipient = $1 and direction = 'out' and ticket_id is not null and created_at >= $2
			group by ticket_id
		) told on told.ticket_id = t.id
		order by told.at desc, t.number desc limit 20`,
		{ bind: [phone, since.toJSDate()], type: QueryTypes.SELECT },
	);
}

/** These tickets with their places, in the same order; what is none is left out. */
export async function namedTickets(
	database: Sequelize,
	numbers: readonly string[],
): Promise<{ number: string; place: string | null }[]> {
	const rows = await database.query<{
		readonly number: string;
		readonly address: string | null;
		readonly stairwell: string;
		readonly flat: string;
	}>(
		`select t.number, p.address, t.stairwell, t.flat
		from unnest($1::text[]) with ordinality as asked(number, place)
		join tickets t on t.number = asked.number
		left join properties p on p.id = t.property_id
		order by asked.place`,
		{ bind: [numbers], type: QueryTypes.SELECT },
	);
	return rows.map(({ number, ...where }) => ({
		number,
		place: placeInWords(where),
	}));
}

/** Where a ticket's property is, and what its tenant speaks. */
export interface Whereabouts {
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly postalCode: string | null;
	readonly city: string | null;
	readonly tenantLanguage: Language | null;
	/** Whether there is a number at which the tenant can be called. */
	readonly canBeCalled: boolean;
}

export async function whereaboutsOf(
	database: Sequelize,
	ticketId: string,
): Promise<Whereabouts> {
	const [row] = await database.query<Whereabouts>(
		`select p.latitude, p.longitude, p.postal_code as "postalCode", p.city, n.language as "tenantLanguage",
			t.caller like '+%' is true or exists (select from tenant_numbers where tenant_id = t.tenant_id) as "canBeCalled"
		from tickets t
		left join properties p on p.id = t.property_id
		left join tenants n on n.id = t.tenant_id
		where t.id = $1`,
		{ bind: [ticketId], type: QueryTypes.SELECT },
	);
	if (!row) throw new Error(`There is no ticket ${ticketId}`);
	return row;
}

export interface EarlierTicket {
	readonly number: string;
	readonly openedAt: Date;
	readonly status: TicketStatus;
	readonly summary: string | null;
	readonly subject: string | null;
}

/** The last five other tickets of the same flat, or of the same caller where the flat is not known; the newest first. */
export async function earlierTicketsOf(
	database: Sequelize,
	ticketId: string,
): Promise<EarlierTicket[]> {
	return database.query<EarlierTicket>(
		`with near as (
			select other.id from tickets this join tickets other
				on other.property_id = this.property_id and other.stairwell = this.stairwell and other.flat = this.flat
				where this.id = $1 and this.flat <> ''
			union
			select other.id from tickets this join tickets other on other.caller = this.caller
				where this.id = $1 and this.caller like '+%'
		)
		select number, opened_at as "openedAt", status, summary, subject from tickets join near using (id)
		where id <> $1 and merged_into is null order by opened_at desc limit 5`,
		{ bind: [ticketId], type: QueryTypes.SELECT },
	);
}
