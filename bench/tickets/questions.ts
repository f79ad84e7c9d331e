import { QueryTypes, type Sequelize } from "sequelize";
import { chanceOf } from "./chance.ts";

/** What is asked of the log, by kind: query strings of many different ones. */
export type Questions = Readonly<Record<string, readonly string[]>>;

const ofEach = 25;

/** Questions that find something: each filter by itself with common and rare values, and each sort of search. */
export async function questionsFor(database: Sequelize): Promise<Questions> {
	const chance = chanceOf(11);
	const values = async (sql: string): Promise<string[]> => {
		const rows = await database.query<{ value: string }>(sql, {
			type: QueryTypes.SELECT,
		});
		return rows.map(({ value }) => value);
	};
	const some = `from tickets tablesample system (4) repeatable (7)`;
	const numbers = await values(
		`select number as value ${some} order by random() limit ${ofEach}`,
	);
	const callers = await values(
		`select caller as value ${some} where caller is not null order by random() limit ${ofEach}`,
	);
	const words = await wordsOf(values);
	const asked = (name: string, of: readonly string[]) =>
		of.map((value) => `${new URLSearchParams({ [name]: value })}`);
	const search = (of: readonly string[]) => asked("q", of);
	return {
		"first page": [""],
		line: asked("line", ["fault-line", "heating-line"]),
		"span of time": spans(),
		channel: asked("channel", ["phone", "form", "email", "sms", "form,sms"]),
		outcome: asked(
			"outcome",
			"answered abandoned voicemail unanswered blocked failed".split(" "),
		),
		status: asked("status", ["new", "under-way", "done", "closed", "open"]),
		urgency: asked("urgency", ["emergency", "urgent", "normal", "low"]),
		subject: asked(
			"subject",
			await values("select id as value from subjects order by id"),
		),
		property: asked(
			"property",
			await values(
				`select id::text as value from properties order by id limit ${ofEach}`,
			),
		),
		person: asked("person", ["kalle", "aino", "jussi"]),
		"answered within": asked("answeredWithin", [
			"10",
			"30",
			"120",
			"later-120",
			"not-30",
		]),
		overdue: ["overdue=yes"],
		unacknowledged: ["unacknowledged=yes"],
		label: asked("label", ["takuu", "vakuutus", "isännöitsijä"]),
		costs: ["costs=yes", "costs=no"],
		"ticket's number": search(numbers),
		"its running part": search(
			numbers.map((each) => String(Number(each.slice(5)))),
		),
		"phone number": search(callers.map((each) => spelt(each, chance.below(3)))),
		"its last digits": search(callers.map((each) => each.slice(-5))),
		"its first digits": search(callers.map((each) => `0${each.slice(4, 9)}`)),
		"frequent word": search(words.frequent),
		"middling word": search(words.middling),
		"rare word": search(words.rare),
		"two words": search(
			words.frequent.flatMap((one, i) => `${one} ${words.middling[i] ?? ""} `),
		),
		"misspelt word": search(words.middling.map((word) => `${misspelt(word)} `)),
		"word begun": search(words.middling.map((word) => word.slice(0, 4))),
		address: search(
			await values(
				`select address || ' B 12' as value from properties order by key limit ${ofEach}`,
			),
		),
	};
}

function spelt(caller: string, way: number): string {
	if (way === 0) return caller;
	const national = `0${caller.slice(4)}`;
	return way === 1
		? `${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`
		: `00${caller.slice(1)}`;
}

function misspelt(word: string): string {
	const middle = Math.floor(word.length / 2);
	return word.slice(0, middle) + word.slice(middle + 1);
}

function spans(): string[] {
	return Array.from({ length: 24 }, (_, month) => {
		const from = new Date(Date.UTC(2024, month, 1)).toISOString();
		const to = new Date(Date.UTC(2024, month + 1, 1)).toISOString();
		return `from=${from}&to=${to}`;
	});
}

/** Words of a share of all tickets: about one in ten, one in two hundred, one in all. */
async function wordsOf(values: (sql: string) => Promise<string[]>) {
	const among = (condition: string, order: string) =>
		values(
			`with sample as (select words from ticket_search tablesample system (3) repeatable (7)),
				counted as materialized (select count(*) as all from sample),
				said as (select word, count(*) as ndoc from sample, unnest(tsvector_to_array(words)) as word group by word)
			select word as value from said, counted
			where is_word(word) and length(word) > 4 and ${condition} order by ${order} limit ${ofEach}`,
		);
	return {
		frequent: await among(
			"ndoc > 0.04 * counted.all",
			"abs(ndoc - 0.1 * counted.all), word",
		),
		middling: await among(
			"ndoc between 0.003 * counted.all and 0.01 * counted.all",
			"abs(ndoc - 0.005 * counted.all), word",
		),
		rare: await among("ndoc = 1", "md5(word)"),
	};
}
