import { QueryTypes, type Sequelize } from "sequelize";
import { arrivals } from "./arrivals.ts";
import { factsOf } from "./call-facts.ts";
import { chanceOf } from "./chance.ts";
import {
	loadFacts,
	loadTickets,
	loadTown,
	type NumberedTicket,
	quickly,
} from "./load.ts";
import { searchEverything, withoutIndexes } from "./load-search.ts";
import {
	type BelievablePerson,
	type BelievableSubject,
	type Making,
	ticketRow,
} from "./ticket-rows.ts";
import { townFor } from "./town.ts";

export interface Wanted {
	readonly count: number;
	/** The newest one came a little earlier. */
	readonly until: Date;
	readonly seed: number;
	/** Who takes the calls; the demo's people when not given. */
	readonly people?: readonly BelievablePerson[];
	/** By weight. */
	readonly lines?: Readonly<Record<string, number>>;
	readonly rotaVersion?: number;
	/** Of so many of the newest calls it is on record whom they rang. */
	readonly withFacts?: number;
}

const rowsAtOnce = 10_000;
/** Below that, making the indexes anew takes longer than keeping them. */
const manyTickets = 20_000;

/**
 * Fills a database with tickets as a landlord's would be after three years: many calls by day, some all night, heat and snow
 * in winter, in Finnish and Swedish. The same seed makes the same tickets.
 */
export async function believableTickets(
	database: Sequelize,
	{
		count,
		until,
		seed,
		people = demoPeople,
		lines = { "fault-line": 1 },
		rotaVersion = 1,
		withFacts = 20_000,
	}: Wanted,
): Promise<void> {
	const chance = chanceOf(seed);
	const town = townFor(count, chance);
	const subjects = await database.query<BelievableSubject>(
		"select id, parent, urgency from subjects order by id",
		{ type: QueryTypes.SELECT },
	);
	const making: Making = {
		...{ chance, town, subjects, people, lines },
		until: until.getTime(),
	};
	const times = arrivals(count, until.getTime(), chance);
	const numbers = await numbersFrom(database);
	await loadTown(database, town);
	await withoutIndexes(database, count >= manyTickets, async () => {
		let loading = Promise.resolve();
		for (let first = 0; first < count; first += rowsAtOnce) {
			const tickets = [...times.subarray(first, first + rowsAtOnce)].map(
				(at): NumberedTicket => ({
					...ticketRow(making, at),
					number: numbers.next(at),
				}),
			);
			const facts = tickets
				.filter(
					({ channel }, i) =>
						channel === "phone" && first + i >= count - withFacts,
				)
				.flatMap((ticket) => factsOf(ticket, chance.one(people), rotaVersion));
			await loading;
			loading = loadTickets(database, tickets, rotaVersion).then(() =>
				loadFacts(database, facts),
			);
		}
		await loading;
		await searchEverything(database);
	});
	await numbers.keep();
	await quickly(database, (transaction) =>
		database.query("analyze", { transaction }),
	);
}

/** Running numbers by year, on from where they are. */
async function numbersFrom(database: Sequelize) {
	const used = await database.query<{ year: string; last: string }>(
		"select split_part(number, '-', 1) as year, max(split_part(number, '-', 2)::bigint)::text as last from tickets group by 1",
		{ type: QueryTypes.SELECT },
	);
	const last = new Map(used.map((each) => [each.year, Number(each.last)]));
	return {
		next: (at: number): string => {
			const year = String(new Date(at).getUTCFullYear());
			const running = (last.get(year) ?? 0) + 1;
			last.set(year, running);
			return `${year}-${String(running).padStart(6, "0")}`;
		},
		keep: async () => {
			for (const [year, running] of last) {
				await database.query(
					`create sequence if not exists ticket_numbers_${year}`,
				);
				await database.query(
					`select setval('ticket_numbers_${year}', ${running})`,
				);
			}
		},
	};
}

const demoPeople: readonly BelievablePerson[] = [
	{ id: "aino", name: "Aino Virtanen", phone: "+46846500400", isOffice: true },
	{ id: "maija", name: "Maija Laine", phone: "+46846500401", isOffice: true },
	{
		id: "kalle",
		name: "Kalle Korhonen",
		phone: "+46701740605",
		isOffice: false,
	},
	{ id: "liisa", name: "Liisa Lind", phone: "+46701740606", isOffice: false },
	{
		id: "pekka",
		name: "Pekka Nieminen",
		phone: "+46701740607",
		isOffice: false,
	},
	{
		id: "sanna",
		name: "Sanna Heikkinen",
		phone: "+46701740608",
		isOffice: false,
	},
	{ id: "jussi", name: "Jussi Salo", phone: "+46701740609", isOffice: false },
];
