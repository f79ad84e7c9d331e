import { QueryTypes, type Sequelize } from "sequelize";
import { placeInWords } from "../domain/ticket/place.ts";
import type { TicketStatus } from "../domain/ticket/ticket.ts";

/** An entry of the audit log about a ticket. */
export interface TicketEntry {
	readonly at: Date;
	readonly actor: string;
	readonly action: string;
	readonly reason: string | null;
	readonly before: unknown;
	readonly after: unknown;
}

/** Everything that is entered about the ticket, oldest first. */
export async function entriesOfTicket(
	database: Sequelize,
	number: string,
): Promise<TicketEntry[]> {
	return database.query<TicketEntry>(
		`select at, actor, action, reason, before, after from audit_entries
		where subject_kind = 'ticket' and subject_id = $1 order by id`,
		{ bind: [number], type: QueryTypes.SELECT },
	);
}

/** What these ids of properties and tenants stand for; what is gone is left out. */
export async function namesOfPlaces(
	database: Sequelize,
	{ properties, tenants }: Record<"properties" | "tenants", readonly string[]>,
): Promise<ReadonlyMap<string, string>> {
	if (properties.length + tenants.length === 0) return new Map();
	const rows = await database.query<{ id: string; name: string }>(
		`select id::text, address as name from properties where id::text = any($1)
		union all select id::text, name from tenants where id::text = any($2)`,
		{ bind: [properties, tenants], type: QueryTypes.SELECT },
	);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Another ticket, and what it has to do with this one. */
export interface RelatedTicket {
	readonly number: string;
	readonly status: TicketStatus;
	readonly openedAt: Date;
	readonly summary: string | null;
	/** In words. */
	readonly place: string | null;
	readonly why:
		| "merged"
		| "split"
		| "same-flat"
		| "same-stairwell"
		| "same-caller";
}

/**
 * Those merged with it and split from it, then those that may be the same fault: open, of the same flat, stairwell, house without stairwells
 * or caller, and opened within 14 days of it; the newest first.
 */
export async function relatedTickets(
	database: Sequelize,
	id: string,
): Promise<RelatedTicket[]> {
	const rows = await database.query<
		Omit<RelatedTicket, "place"> & {
			readonly address: string | null;
			readonly stairwell: string;
			readonly flat: string;
		}
	>(
		`with this as (select tickets.*, coalesce(properties.stairwells = '{}', false) as is_one_stairwell
			from tickets left join properties on properties.id = tickets.property_id where tickets.id = $1),
		found as (
			select other.id, 'merged' as why, 1 as rank from this join tickets other on other.merged_into = this.id
			union all select this.merged_into, 'merged', 1 from this where this.merged_into is not null
			union all select other.id, 'split', 2 from this join tickets other on other.split_from = this.id
			union all select this.split_from, 'split', 2 from this where this.split_from is not null
			union all
			select other.id, case when other.flat = this.flat and this.flat <> '' then 'same-flat' else 'same-stairwell' end,
				case when other.flat = this.flat and this.flat <> '' then 3 else 4 end
			from this join tickets other on other.property_id = this.property_id and other.stairwell = this.stairwell
				and (this.stairwell <> '' or this.is_one_stairwell or other.flat = this.flat and this.flat <> '')
				and other.opened_at between this.opened_at - interval '14 days' and this.opened_at + interval '14 days'
			where other.status not in ('done', 'closed') and other.merged_into is null
			union all
			select other.id, 'same-caller', 5
			from this join tickets other on other.caller = this.caller and this.caller like '+%'
				and other.opened_at between this.opened_at - interval '14 days' and this.opened_at + interval '14 days'
			where other.status not in ('done', 'closed') and other.merged_into is null
		),
		best as (select distinct on (id) id, why, rank from found where id <> $1 order by id, rank)
		select t.number, t.status, t.opened_at as "openedAt", t.summary, p.address, t.stairwell, t.flat, best.why
		from best join tickets t on t.id = best.id left join properties p on p.id = t.property_id
		order by best.rank, t.opened_at desc, t.number limit 50`,
		{ bind: [id], type: QueryTypes.SELECT },
	);
	return rows.map(({ address, stairwell, flat, ...row }) => ({
		...row,
		place: placeInWords({ address, stairwell, flat }),
	}));
}
