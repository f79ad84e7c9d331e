import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { ServiceClass, Subject } from "../domain/ticket/subjects.ts";

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
		"select id, names, minutes, revision from service_classes order by place, id",
		{ type: QueryTypes.SELECT, ...(transaction && { transaction }) },
	);
}
