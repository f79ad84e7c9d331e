import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import { type AuditEntry, auditEntry } from "./audit.ts";

/** A filter of the log under a name. */
export interface LogView {
	readonly id: string;
	readonly name: string;
	/** As it stands in the log's address. */
	readonly filter: string;
	/** Whose it is; null: everybody's. */
	readonly account: string | null;
	readonly keptBy: string;
	readonly revision: number;
}

const columns = `id, name, filter, account_id as account, kept_by as "keptBy", revision`;

/** The account's own views and everybody's, by their names. */
export async function viewsFor(
	database: Sequelize,
	account: string | null,
): Promise<LogView[]> {
	return database.query<LogView>(
		`select ${columns} from ticket_views where account_id is null or account_id = $1
		order by account_id is null, lower(name), id`,
		{ bind: [account], type: QueryTypes.SELECT },
	);
}

/** What the log shows the account at first; null: everything. */
export async function firstViewOf(
	database: Sequelize,
	account: string | null,
): Promise<string | null> {
	const [row] = await database.query<{ view: string }>(
		"select view_id as view from first_ticket_views where account_id = $1",
		{ bind: [account], type: QueryTypes.SELECT },
	);
	return row?.view ?? null;
}

/** Makes others who change the view wait until this transaction ends; null when there is none. */
export async function lockView(
	database: Sequelize,
	transaction: Transaction,
	id: string,
): Promise<LogView | null> {
	const [row] = await database.query<LogView>(
		`select ${columns} from ticket_views where id = $1 for update`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return row ?? null;
}

/** Every view there is; others who change one wait until this transaction ends. */
export async function lockViews(
	database: Sequelize,
	transaction: Transaction,
): Promise<LogView[]> {
	return database.query<LogView>(
		`select ${columns} from ticket_views order by id for update`,
		{ type: QueryTypes.SELECT, transaction },
	);
}

/** Says of a view what may still be said, or, with null, drops it; that it was is in the entry of the erasure. */
export async function clearView(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	left: Pick<LogView, "name" | "filter"> | null,
): Promise<void> {
	await database.query(
		left === null
			? "delete from ticket_views where id = $1"
			: "update ticket_views set name = $2, filter = $3, revision = revision + 1 where id = $1",
		{ bind: left === null ? [id] : [id, left.name, left.filter], transaction },
	);
}

/** How many views the account keeps, or, with null, everybody has; nobody else can add one until the transaction ends. */
export async function countViews(
	database: Sequelize,
	transaction: Transaction,
	account: string | null,
): Promise<number> {
	await database.query(
		"select pg_advisory_xact_lock(hashtextextended('ticket-views ' || coalesce($1, ''), 0))",
		{ bind: [account], transaction },
	);
	const [row] = await database.query<{ count: number }>(
		"select count(*)::int as count from ticket_views where account_id is not distinct from $1::uuid",
		{ bind: [account], type: QueryTypes.SELECT, transaction },
	);
	return row?.count ?? 0;
}

/** Whether another view of the same owner has the name already. */
export async function isNameTaken(
	database: Sequelize,
	transaction: Transaction,
	{ id, name, account }: Pick<LogView, "id" | "name" | "account">,
): Promise<boolean> {
	const rows = await database.query(
		`select from ticket_views where account_id is not distinct from $1::uuid and lower(name) = lower($2) and id <> $3`,
		{ bind: [account, name, id], type: QueryTypes.SELECT, transaction },
	);
	return rows.length > 0;
}

/** Keeps a new view, or the same one anew, with its audit entry. */
export async function saveView(
	database: Sequelize,
	transaction: Transaction,
	{ id, name, filter, account, keptBy, revision }: LogView,
	audit: AuditEntry,
): Promise<void> {
	await database.query(
		`insert into ticket_views (id, name, filter, account_id, kept_by, revision, updated_at)
		values ($1, $2, $3, $4, $5, $6, $7)
		on conflict (id) do update set name = excluded.name, filter = excluded.filter, account_id = excluded.account_id,
			kept_by = excluded.kept_by, revision = excluded.revision, updated_at = excluded.updated_at`,
		{
			bind: [id, name, filter, account, keptBy, revision, audit.at.toJSDate()],
			transaction,
		},
	);
	await auditEntry(database, transaction, audit);
}

/** Drops a view with its audit entry; whoever saw it at first sees everything. */
export async function dropView(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	audit: AuditEntry,
): Promise<void> {
	await database.query("delete from ticket_views where id = $1", {
		bind: [id],
		transaction,
	});
	await auditEntry(database, transaction, audit);
}

/** Shows the account this view at first, or, with null, everything. */
export async function saveFirstView(
	database: Sequelize,
	transaction: Transaction,
	account: string,
	view: string | null,
): Promise<void> {
	await database.query(
		view === null
			? "delete from first_ticket_views where account_id = $1"
			: `insert into first_ticket_views (account_id, view_id) values ($1, $2)
				on conflict (account_id) do update set view_id = excluded.view_id`,
		{ bind: view === null ? [account] : [account, view], transaction },
	);
}
