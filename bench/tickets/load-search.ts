import { QueryTypes, type Sequelize } from "sequelize";
import { quickly } from "./load.ts";

interface Index {
	readonly name: string;
	readonly definition: string;
}

const tables = [
	"tickets",

	"ticket_search",
	"ticket_labels",
	"search_words",
];

/** Does the work with the indexes of what is loaded away, where there are many rows; makes them anew afterwards. */
export async function withoutIndexes(
	database: Sequelize,
	isWorthIt: boolean,
	work: () => Promise<void>,
): Promise<void> {
	const indexes = isWorthIt ? await indexesOf(database) : [];
	await quickly(database, async (transaction) => {
		for (const { name } of indexes)
			await database.query(`drop index ${name}`, { transaction });
	});
	try {
		await work();
	} finally {
		await make(database, indexes);
	}
}

/** Two at a time. */
async function make(
	database: Sequelize,
	indexes: readonly Index[],
): Promise<void> {
	await Promise.all(
		[0, 1].map(async (turn) => {
			for (const [i, { definition }] of indexes.entries())
				if (i % 2 === turn)
					await quickly(database, (transaction) =>
						database.query(definition, { transaction }),
					);
		}),
	);
}

async function indexesOf(database: Sequelize): Promise<Index[]> {
	return database.query<Index>(
		`select indexname as name, indexdef as definition from pg_indexes
		where tablename = any($1) and schemaname = 'public' and not exists (
			select from pg_constraint where conname = indexname)
		-- The largest first, so that both of two are done at about the same time.
		order by indexdef like '%gin%' desc, indexname`,
		{ bind: [tables], type: QueryTypes.SELECT },
	);
}

const spans = 64;

/** Writes what tickets say into the search, as the triggers would have done. */
export async function searchEverything(database: Sequelize): Promise<void> {
	await Promise.all([searchSpans(database, 0), searchSpans(database, 1)]);
	await quickly(database, async (transaction) => {
		await database.query(
			`insert into search_words (word)
			select word from (
				select distinct unnest(tsvector_to_array(words)) as word from ticket_search
			) said where is_word(word)
			on conflict do nothing`,
			{ transaction },
		);
		await database.query(
			`insert into ticket_labels select distinct label, opened_at, id from tickets, unnest(labels) as label
			on conflict do nothing`,
			{ transaction },
		);
	});
}

/** Every other span of the tickets that say something and are not yet in the search. */
async function searchSpans(database: Sequelize, turn: number): Promise<void> {
	for (let span = turn; span < spans; span += 2)
		await quickly(database, (transaction) =>
			database.query(
				`insert into ticket_search select * from words_of_tickets(array(
					select id from tickets
					where get_byte(uuid_send(id), 1) % ${spans} = ${span}
						and (summary is not null or property_id is not null or tenant_id is not null
							or assignee_name is not null or labels <> '{}')
						and not exists (select from ticket_search where ticket_id = tickets.id)))`,
				{ transaction },
			),
		);
}
