import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Sentence } from "../domain/language.ts";
import type { DueMinutes } from "../domain/ticket/due.ts";
import type { ServiceClass } from "../domain/ticket/service-classes.ts";
import type { Subject } from "../domain/ticket/subjects.ts";
import type { Urgency } from "../domain/ticket/ticket.ts";

/** The whole tree: each parent before its children, siblings in their order. */
export async function allSubjects(
	database: Sequelize,
	transaction?: Transaction,
): Promise<Subject[]> {
	return database.query<Subject>(
		`with recursive tree as (
			select subjects.*, array[(place, id)] as path from subjects where parent is null
			union all
			select subjects.*, path || (subjects.place, subjects.id)
			from subjects join tree on tree.id = subjects.parent
		)
		select id, parent, names, urgency, retired_at is not null as retired, revision from tree order by path`,
		{ type: QueryTypes.SELECT, ...(transaction && { transaction }) },
	);
}

/** In their order; the first one holds for properties that name none. */
export async function allServiceClasses(
	database: Sequelize,
	transaction?: Transaction,
): Promise<ServiceClass[]> {
	return database.query<ServiceClass>(
		`select id, names, minutes, revision,
			(select count(*)::int from properties where service_class = service_classes.id and removed_at is null) as properties
		from service_classes order by place, id`,
		{ type: QueryTypes.SELECT, ...(transaction && { transaction }) },
	);
}

/** The whole tree, which nobody else changes until the transaction ends. */
export async function lockSubjects(
	database: Sequelize,
	transaction: Transaction,
): Promise<Subject[]> {
	await database.query("lock table subjects in share row exclusive mode", {
		transaction,
	});
	return allSubjects(database, transaction);
}

export async function addSubject(
	database: Sequelize,
	transaction: Transaction,
	subject: {
		readonly id: string;
		readonly parent: string | null;
		readonly names: Sentence;
		readonly urgency: Urgency;
		readonly place: number;
	},
): Promise<void> {
	const { id, parent, names, urgency, place } = subject;
	await database.query(
		"insert into subjects (id, parent, names, urgency, place) values ($1, $2, $3::json, $4, $5)",
		{
			bind: [id, parent, JSON.stringify(names), urgency, place],
			transaction,
		},
	);
}

export async function saveSubject(
	database: Sequelize,
	transaction: Transaction,
	{ id, parent, names, urgency, retired }: Subject,
	at: DateTime,
): Promise<void> {
	await database.query(
		`update subjects set parent = $2, names = $3::json, urgency = $4,
			retired_at = case when $5 then coalesce(retired_at, $6::timestamptz) end, revision = revision + 1
		where id = $1`,
		{
			bind: [
				...[id, parent, JSON.stringify(names), urgency],
				...[retired, at.toJSDate()],
			],
			transaction,
		},
	);
}

/** In which order they stand: service classes, or subjects below their parent. */
export async function saveOrder(
	database: Sequelize,
	transaction: Transaction,
	table: "subjects" | "service_classes",
	ids: readonly string[],
): Promise<void> {
	await database.query(
		`update ${table} as kept set place = listed.place - 1
		from unnest($1::text[]) with ordinality as listed(id, place) where kept.id = listed.id`,
		{ bind: [ids], transaction },
	);
}

/** All of them; until the transaction ends nobody else changes them, or gives one to a property. */
export async function lockServiceClasses(
	database: Sequelize,
	transaction: Transaction,
): Promise<ServiceClass[]> {
	await database.query("lock table service_classes in exclusive mode", {
		transaction,
	});
	return allServiceClasses(database, transaction);
}

interface ServiceClassFields {
	readonly id: string;
	readonly names: Sentence;
	readonly minutes: DueMinutes;
}

/** As the last one. */
export async function addServiceClass(
	database: Sequelize,
	transaction: Transaction,
	{ id, names, minutes }: ServiceClassFields,
): Promise<void> {
	await database.query(
		`insert into service_classes (id, names, minutes, place)
		values ($1, $2::json, $3::jsonb, (select coalesce(max(place), -1) + 1 from service_classes))`,
		{
			bind: [id, JSON.stringify(names), JSON.stringify(minutes)],
			transaction,
		},
	);
}

export async function saveServiceClass(
	database: Sequelize,
	transaction: Transaction,
	{ id, names, minutes }: ServiceClassFields,
): Promise<void> {
	await database.query(
		"update service_classes set names = $2::json, minutes = $3::jsonb, revision = revision + 1 where id = $1",
		{
			bind: [id, JSON.stringify(names), JSON.stringify(minutes)],
			transaction,
		},
	);
}

/** Properties that are removed may still name it. */
export async function dropServiceClass(
	database: Sequelize,
	transaction: Transaction,
	id: string,
): Promise<void> {
	await database.query(
		"update properties set service_class = null where service_class = $1 and removed_at is not null",
		{ bind: [id], transaction },
	);
	await database.query("delete from service_classes where id = $1", {
		bind: [id],
		transaction,
	});
}
