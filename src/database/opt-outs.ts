import { QueryTypes, type Sequelize } from "sequelize";

/** Why a number is not to be texted from a line: its holder wants none, or it takes none; null when nothing speaks against it. */
export async function whyNotTexted(
	database: Sequelize,
	{ number, line }: { readonly number: string; readonly line: string },
): Promise<"opted-out" | "no-texts" | null> {
	// What a carrier could not reach for a while may be reached again.
	const [row] = await database.query<{ why: "opted-out" | "no-texts" | null }>(
		`select case
			when exists (select from opt_outs where number = $1 and line = $2) then 'opted-out'
			when exists (select from numbers_without_texts where number = $1 and since > now() - interval '90 days') then 'no-texts'
		end as why`,
		{ bind: [number, line], type: QueryTypes.SELECT },
	);
	return row?.why ?? null;
}

/** The carrier says that the holder of the number wants no messages from the line's number. */
export async function addOptOut(
	database: Sequelize,
	{ number, line }: { readonly number: string; readonly line: string },
): Promise<void> {
	await database.query(
		"insert into opt_outs (number, line, since) values ($1, $2, now()) on conflict do nothing",
		{ bind: [number, line] },
	);
}

/** The carrier says that the number takes no text messages; it is tried again after a season. */
export async function addNumberWithoutTexts(
	database: Sequelize,
	number: string,
	error: string,
): Promise<void> {
	await database.query(
		`insert into numbers_without_texts (number, error, since) values ($1, $2, now())
		on conflict (number) do update set error = excluded.error, since = excluded.since`,
		{ bind: [number, error] },
	);
}
