import { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Language } from "../domain/language.ts";
import type { LivingTicket } from "../domain/ticket/life.ts";
import type { Channel, Urgency } from "../domain/ticket/ticket.ts";

/** A ticket as it stands, without its calls. */
export interface StandingTicket extends LivingTicket {
	readonly id: string;
	readonly number: string;
	readonly revision: number;
	readonly channel: Channel;
	readonly caller: string | null;
	readonly language: Language;
	readonly openedAt: DateTime;
	readonly acknowledgedAt: DateTime | null;
	readonly acknowledgedBy: string | null;
	readonly underWayAt: DateTime | null;
	readonly onSiteAt: DateTime | null;
	readonly doneAt: DateTime | null;
	readonly closedAt: DateTime | null;
	readonly missedCallAt: DateTime | null;
	readonly dueAt: DateTime | null;
	readonly summary: string | null;
	readonly subject: string | null;
	readonly urgency: Urgency;
	/** Id. */
	readonly property: string | null;
	readonly stairwell: string;
	readonly flat: string;
	/** Id. */
	readonly tenant: string | null;
	readonly labels: readonly string[];
	readonly costs: boolean | null;
	/** The numbers of other tickets. */
	readonly mergedInto: string | null;
	readonly splitFrom: string | null;
}

/** What can change of it; what is left out stays. */
export type TicketPatch = Partial<
	Omit<
		StandingTicket,
		| "id"
		| "number"
		| "revision"
		| "line"
		| "channel"
		| "caller"
		| "language"
		| "openedAt"
		| "splitFrom"
	>
>;

const instants = {
	openedAt: "opened_at",
	acknowledgedAt: "acknowledged_at",
	underWayAt: "under_way_at",
	onSiteAt: "on_site_at",
	doneAt: "done_at",
	closedAt: "closed_at",
	missedCallAt: "missed_call_at",
	dueAt: "due_at",
} as const;

const plain = {
	status: "status",
	acknowledgedBy: "acknowledged_by",
	summary: "summary",
	subject: "subject",
	urgency: "urgency",
	property: "property_id",
	stairwell: "stairwell",
	flat: "flat",
	tenant: "tenant_id",
	labels: "labels",
	costs: "costs",
} as const;

const columns = [
	...Object.entries({ ...instants, ...plain }).map(
		([field, column]) => `t.${column} as "${field}"`,
	),
	"t.id, t.number, t.revision, t.line, t.channel, t.caller, t.language",
	`(select number from tickets where id = t.merged_into) as "mergedInto"`,
	`(select number from tickets where id = t.split_from) as "splitFrom"`,
	`case when t.assignee_name is not null then json_build_object(
		'person', t.assignee_person, 'account', t.assignee_account, 'name', t.assignee_name) end as assignee`,
].join(", ");

/**
 * Makes others who change the ticket wait until this transaction ends; null when there is none of that number. Whoever locks several
 * does so in the order of their numbers.
 */
export async function lockTicket(
	database: Sequelize,
	transaction: Transaction,
	number: string,
): Promise<StandingTicket | null> {
	const [row] = await database.query<Record<string, unknown>>(
		`select ${columns} from tickets t where t.number = $1 for update of t`,
		{ bind: [number], type: QueryTypes.SELECT, transaction },
	);
	if (!row) return null;
	const read = Object.keys(instants).map((field) => {
		const at = row[field];
		return [
			field,
			at instanceof Date ? DateTime.fromJSDate(at, { zone: "utc" }) : null,
		];
	});
	return { ...row, ...Object.fromEntries(read) } as unknown as StandingTicket;
}

/** Saves what the patch names, and counts the ticket's revision up. */
export async function saveTicket(
	database: Sequelize,
	transaction: Transaction,
	id: string,
	patch: TicketPatch,
): Promise<void> {
	const bind: unknown[] = [id];
	const put = (value: unknown) => `$${bind.push(value)}`;
	const sets = [...columnsOf(patch)].map(
		([column, value, cast]) => `${column} = ${put(value)}${cast ?? ""}`,
	);
	if (patch.mergedInto !== undefined)
		sets.push(
			`merged_into = (select id from tickets where number = ${put(patch.mergedInto)})`,
		);
	await database.query(
		`update tickets set ${[...sets, "revision = revision + 1", "updated_at = now()"].join(", ")} where id = $1`,
		{ bind, transaction },
	);
}

function* columnsOf(
	patch: TicketPatch,
): Iterable<[column: string, value: unknown, cast?: string]> {
	for (const [field, value] of Object.entries(patch)) {
		if (value === undefined) continue;
		if (field in instants)
			yield [
				instants[field as keyof typeof instants],
				(value as DateTime | null)?.toJSDate() ?? null,
			];
		else if (field in plain) yield [plain[field as keyof typeof plain], value];
	}
	const { assignee } = patch;
	if (assignee === undefined) return;
	yield ["assignee_person", assignee?.person ?? null];
	yield ["assignee_account", assignee?.account ?? null, "::uuid"];
	yield ["assignee_name", assignee?.name ?? null];
}

export interface LastDeed {
	readonly actor: string;
	readonly action: string;
	readonly before: unknown;
	readonly after: unknown;
}

/** The newest audit entry about the ticket; with `setting`, the newest that gave it that status. */
export async function lastDeedOn(
	database: Sequelize,
	transaction: Transaction,
	number: string,
	setting?: string,
): Promise<LastDeed | null> {
	const [deed] = await database.query<LastDeed>(
		`select actor, action, before, after from audit_entries
		where subject_kind = 'ticket' and subject_id = $1 and ($2::text is null or after->>'status' = $2)
		order by id desc limit 1`,
		{ bind: [number, setting ?? null], type: QueryTypes.SELECT, transaction },
	);
	return deed ?? null;
}
