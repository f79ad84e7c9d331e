import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Language } from "../domain/language.ts";
import type { PersonId } from "../domain/rota/rota.ts";
import type { TenantCallOutcome } from "../domain/ticket/tenant-call.ts";

/** A call to a tenant through the number of the line. */
export interface TenantCall {
	readonly id: string;
	/** Of its ticket. */
	readonly number: string;
	readonly line: string;
	readonly byName: string;
	readonly person: PersonId;
	readonly language: Language;
	readonly tenantNumber: string | null;
	readonly startedAt: Date;
	readonly acceptedAt: Date | null;
	readonly answeredAt: Date | null;
	readonly endedAt: Date | null;
	readonly outcome: TenantCallOutcome | null;
	readonly talkSeconds: number | null;
}

const columns = `c.id, t.number, c.line, c.by_name as "byName", c.person, c.language, c.tenant_number as "tenantNumber",
	c.started_at as "startedAt", c.accepted_at as "acceptedAt", c.answered_at as "answeredAt", c.ended_at as "endedAt",
	c.outcome, c.talk_seconds as "talkSeconds"`;

/** The number that a ticket's tenant can be called at: who called, else the tenant it is about; null when neither is known. */
export async function tenantNumberOf(
	database: Sequelize,
	transaction: Transaction,
	ticketId: string,
): Promise<string | null> {
	const [row] = await database.query<{ number: string | null }>(
		`select coalesce(case when caller like '+%' then caller end,
			(select number from tenant_numbers where tenant_numbers.tenant_id = tickets.tenant_id order by number limit 1)) as number
		from tickets where id = $1`,
		{ bind: [ticketId], type: QueryTypes.SELECT, transaction },
	);
	return row?.number ?? null;
}

/** Calls of this ticket, or of this person's phone, that nobody has said to be over; others who ask wait for this transaction. */
export async function tenantCallsUnderWay(
	database: Sequelize,
	transaction: Transaction,
	of: { ticketId: string; line: string; person: PersonId },
): Promise<TenantCall[]> {
	return database.query<TenantCall>(
		`select ${columns} from tenant_calls c join tickets t on t.id = c.ticket_id
		where c.ended_at is null and (c.ticket_id = $1 or c.line = $2 and c.person = $3) for update of c`,
		{
			bind: [of.ticketId, of.line, of.person],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
}

/**
 * Begins a call; false when the ticket or the phone has one already that began at the same instant. A tenant who calls back within the
 * line's window joins the ticket.
 */
export async function addTenantCall(
	database: Sequelize,
	transaction: Transaction,
	call: Pick<
		TenantCall,
		"id" | "line" | "byName" | "person" | "language" | "tenantNumber"
	> & { readonly ticketId: string; readonly at: DateTime },
): Promise<boolean> {
	const added = await database.query(
		`with added as (
			insert into tenant_calls (id, ticket_id, line, by_name, person, language, tenant_number, started_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning ticket_id, started_at
		), called as (
			update tickets set last_call_at = greatest(last_call_at, started_at) from added where tickets.id = added.ticket_id
		)
		select ticket_id from added`,
		{
			bind: [
				call.id,
				call.ticketId,
				call.line,
				call.byName,
				call.person,
				call.language,
				call.tenantNumber,
				call.at.toJSDate(),
			],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	return added.length > 0;
}

/** The call as it stands; others who change it wait until this transaction ends. */
export async function lockTenantCall(
	database: Sequelize,
	transaction: Transaction,
	id: string,
): Promise<TenantCall | null> {
	const [call] = await database.query<TenantCall>(
		`select ${columns} from tenant_calls c join tickets t on t.id = c.ticket_id where c.id = $1 for update of c`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return call ?? null;
}

/** Adds what was learnt of a call; what is known already stays, save for how it ended. */
export async function saveTenantCall(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	learnt: {
		readonly acceptedAt?: DateTime;
		readonly answeredAt?: DateTime;
		readonly endedAt?: DateTime;
		readonly outcome?: TenantCallOutcome;
		readonly talkSeconds?: number | null;
		readonly callSid?: string;
		readonly tenantCallSid?: string | null;
	},
): Promise<void> {
	await database.query(
		`update tenant_calls set accepted_at = coalesce(accepted_at, $2), answered_at = coalesce(answered_at, $3),
			ended_at = coalesce(ended_at, $4), outcome = coalesce($5, outcome), talk_seconds = coalesce($6, talk_seconds),
			call_sid = coalesce(call_sid, $7), tenant_call_sid = coalesce(tenant_call_sid, $8)
		where id = $1`,
		{
			bind: [
				id,
				learnt.acceptedAt?.toJSDate() ?? null,
				learnt.answeredAt?.toJSDate() ?? null,
				learnt.endedAt?.toJSDate() ?? null,
				learnt.outcome ?? null,
				learnt.talkSeconds ?? null,
				learnt.callSid ?? null,
				learnt.tenantCallSid ?? null,
			],
			transaction,
		},
	);
}

/** The newest call to the ticket's tenant, or null. */
export async function latestTenantCall(
	database: Sequelize,
	ticketId: string,
): Promise<TenantCall | null> {
	const [call] = await database.query<TenantCall>(
		`select ${columns} from tenant_calls c join tickets t on t.id = c.ticket_id
		where c.ticket_id = $1 order by c.started_at desc limit 1`,
		{ bind: [ticketId], type: QueryTypes.SELECT },
	);
	return call ?? null;
}
