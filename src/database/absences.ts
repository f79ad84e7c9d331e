import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Absence, AbsenceKind } from "../domain/rota/absence.ts";
import { type AuditEntry, auditEntry } from "./audit.ts";
import { notifyOfChange } from "./changes.ts";

/** An absence as it is on record, with its kind told. */
export interface RecordedAbsence extends Absence {
	readonly kind: AbsenceKind;
	readonly recordedBy: string;
	readonly recordedAt: Date;
}

const columns = `id, line, person, kind, to_char(from_date, 'YYYY-MM-DD') as "from", from_time as "fromTime",
	to_char(to_date, 'YYYY-MM-DD') as "to", to_time as "toTime", note, recorded_by as "recordedBy",
	recorded_at as "recordedAt"`;

type Row = Omit<RecordedAbsence, "fromTime" | "toTime" | "note"> & {
	readonly fromTime: string | null;
	readonly toTime: string | null;
	readonly note: string | null;
};

function absenceOf({ fromTime, toTime, note, ...rest }: Row): RecordedAbsence {
	return {
		...rest,
		...(fromTime !== null && { fromTime }),
		...(toTime !== null && { toTime }),
		...(note !== null && { note }),
	};
}

/** A line's absences that are not over for long: those that end from a week before `now` on, by their beginning. */
export async function absencesOfLine(
	database: Sequelize,
	line: string,
	now: DateTime,
	transaction: Transaction | null = null,
): Promise<RecordedAbsence[]> {
	const rows = await database.query<Row>(
		`select ${columns} from absences where line = $1 and removed_at is null and to_date >= $2::date
		order by from_date, from_time nulls first, id`,
		{
			bind: [line, now.minus({ weeks: 1 }).toISODate()],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	return rows.map(absenceOf);
}

/** One absence that stands, or null. The id must be a UUID. */
export async function absenceById(
	database: Sequelize,
	id: string,
	transaction: Transaction | null = null,
): Promise<RecordedAbsence | null> {
	const [row] = await database.query<Row>(
		`select ${columns} from absences where id = $1::uuid and removed_at is null ${transaction ? "for update" : ""}`,
		{ bind: [id], type: QueryTypes.SELECT, transaction },
	);
	return row ? absenceOf(row) : null;
}

/** Saves it with its audit entry, which leaves kind and note out: an audit entry is for ever. */
export async function addAbsence(
	database: Sequelize,
	transaction: Transaction,
	absence: Omit<RecordedAbsence, "id" | "recordedBy" | "recordedAt">,
	{ by, at }: { readonly by: string; readonly at: DateTime },
): Promise<RecordedAbsence> {
	const [row] = await database.query<Row>(
		`insert into absences (line, person, kind, from_date, from_time, to_date, to_time, note, recorded_by, recorded_at)
		values ($1, $2, $3, $4::date, $5, $6::date, $7, $8, $9, $10) returning ${columns}`,
		{
			bind: [
				...[absence.line, absence.person, absence.kind],
				...[absence.from, absence.fromTime ?? null],
				...[absence.to, absence.toTime ?? null],
				...[absence.note ?? null, by, at.toJSDate()],
			],
			type: QueryTypes.SELECT,
			transaction,
		},
	);
	if (!row) throw new Error("an absence was not saved");
	await tell(database, transaction, absenceOf(row), {
		at,
		actor: by,
		action: "absence-recorded",
		after: spanFor(absence),
	});
	return absenceOf(row);
}

/** Takes it off the list with an audit entry; kind and note are forgotten. */
export async function dropAbsence(
	database: Sequelize,
	transaction: Transaction,
	absence: RecordedAbsence,
	{ by, at }: { readonly by: string; readonly at: DateTime },
): Promise<void> {
	await database.query(
		`update absences set removed_at = $2, removed_by = $3, kind = 'other', note = null where id = $1::uuid`,
		{ bind: [absence.id, at.toJSDate(), by], transaction },
	);
	await tell(database, transaction, absence, {
		at,
		actor: by,
		action: "absence-removed",
		before: spanFor(absence),
	});
}

function spanFor({
	line,
	person,
	from,
	to,
}: Pick<Absence, "line" | "person" | "from" | "to">) {
	return { line, person, from, to };
}

async function tell(
	database: Sequelize,
	transaction: Transaction,
	{ id, line }: Absence,
	audit: Omit<AuditEntry, "subject">,
): Promise<void> {
	await auditEntry(database, transaction, {
		...audit,
		subject: { kind: "absence", id },
	});
	await notifyOfChange(database, transaction, {
		kind: "absence-changed",
		line,
	});
}
