import { QueryTypes, type Sequelize } from "sequelize";
import { actionsOf } from "../../src/domain/audit/actions.ts";
import { auditKinds } from "../../src/domain/audit/entry.ts";

/** How often each kind of entry comes, of a hundred. */
const frequencies = {
	tickets: 78,
	accounts: 12,
	rota: 5,
	places: 3,
	exports: 1,
	settings: 1,
} as const;

/** Entries of the last three years, as a company makes them: most are the line's own, few people do much, few words are frequent. */
export async function makeEntries(
	database: Sequelize,
	count: number,
): Promise<void> {
	const actions = auditKinds.flatMap((kind) => {
		const names = actionsOf(kind);
		// The first ones of a kind come the most often.
		return names.flatMap((name, i) =>
			Array<string>(
				Math.ceil((frequencies[kind] * 4) / names.length / (i + 1)) + 1,
			).fill(name),
		);
	});
	const atATime = 2_000;
	for (let first = 0; first < count; first += atATime)
		await database.query(
			`insert into audit_entries (at, actor, action, subject_kind, subject_id, reason, before, after, origin)
			select now() - interval '3 years' * (1 - n / $2::int::float8),
				case when r.who < 0.45 then 'line:fault-line' else 'Person ' || floor(80 * power(r.some, 2))::int end,
				($3::text[])[1 + floor(r.what * array_length($3::text[], 1))::int], 'ticket',
				(2024 + n / ($2::int / 3 + 1))::text || '-' || lpad((n / 4)::text, 6, '0'),
				case when r.why < 0.5 then 'a call arrived' when r.why < 0.7 then words.three end,
				case when r.has < 0.5 then jsonb_build_object('status', 'new', 'assignee', null) end,
				jsonb_build_object('status', 'acknowledged', 'assignee', 'Person ' || floor(80 * r.some)::int,
					'summary', words.three, 'property', md5((n / 900)::text)::uuid, 'call', 'CA' || md5(n::text)),
				case when r.who < 0.45 then 'phone' else '10.0.' || floor(r.some * 250)::int || '.7' end
			from generate_series($1::int, least($1::int + ${atATime}, $2::int) - 1) as n
			cross join lateral (select random() + 0 * n as who, random() + 0 * n as some, random() + 0 * n as what,
				random() + 0 * n as why, random() + 0 * n as has) r
			cross join lateral (select string_agg('sana' || floor(20000 * power(random() + 0 * n * word, 6))::int, ' ') as three
				from generate_series(1, 3) as word) words`,
			{ bind: [first, count, actions] },
		);
}

/** How many entries there are. */
export async function entriesIn(database: Sequelize): Promise<number> {
	const [row] = await database.query<{ count: number }>(
		"select count(*)::int as count from audit_entries",
		{ type: QueryTypes.SELECT },
	);
	return row?.count ?? 0;
}
