import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import type { Language } from "../domain/language.ts";
import { isPurpose, type Purpose } from "../domain/ticket/purposes.ts";
import type { OwnTexts } from "../domain/ticket/texts.ts";

export interface MessageTemplate {
	readonly purpose: Purpose;
	readonly language: Language;
	readonly text: string;
	readonly revision: number;
}

/** All texts that an admin wrote. */
export async function messageTemplates(
	database: Sequelize,
	transaction?: Transaction,
): Promise<MessageTemplate[]> {
	const rows = await database.query<MessageTemplate>(
		"select purpose, language, text, revision from message_templates",
		{ type: QueryTypes.SELECT, ...(transaction && { transaction }) },
	);
	return rows.filter(({ purpose }) => isPurpose(purpose));
}

/** The same, as messages are written with. */
export async function ownTexts(
	database: Sequelize,
	transaction: Transaction,
): Promise<OwnTexts> {
	const own: { [purpose in Purpose]?: { [language in Language]?: string } } =
		{};
	for (const { purpose, language, text } of await messageTemplates(
		database,
		transaction,
	))
		own[purpose] = { ...own[purpose], [language]: text };
	return own;
}

/** The admin's text as it is kept, and nobody else changes it until the transaction ends; null where the built-in one holds. */
export async function lockTemplate(
	database: Sequelize,
	transaction: Transaction,
	{ purpose, language }: Pick<MessageTemplate, "purpose" | "language">,
): Promise<MessageTemplate | null> {
	// There may be no row yet that could be locked.
	await database.query("select pg_advisory_xact_lock(hashtext($1))", {
		bind: [`message-template:${purpose}:${language}`],
		transaction,
	});
	const [row] = await database.query<MessageTemplate>(
		"select purpose, language, text, revision from message_templates where purpose = $1 and language = $2",
		{ bind: [purpose, language], type: QueryTypes.SELECT, transaction },
	);
	return row ?? null;
}

export async function saveTemplate(
	database: Sequelize,
	transaction: Transaction,
	{ purpose, language, text, revision }: MessageTemplate,
): Promise<void> {
	await database.query(
		`insert into message_templates (purpose, language, text, revision, updated_at) values ($1, $2, $3, $4, now())
		on conflict (purpose, language) do update set text = $3, revision = $4, updated_at = now()`,
		{ bind: [purpose, language, text, revision], transaction },
	);
}

export async function deleteTemplate(
	database: Sequelize,
	transaction: Transaction,
	{ purpose, language }: Pick<MessageTemplate, "purpose" | "language">,
): Promise<void> {
	await database.query(
		"delete from message_templates where purpose = $1 and language = $2",
		{ bind: [purpose, language], transaction },
	);
}
