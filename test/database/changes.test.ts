import { createLogger } from "winston";
import type { Change } from "../../src/context.ts";
import { ChangeListener, notifyOfChange } from "../../src/database/changes.ts";
import { connect } from "../../src/database/connect.ts";
import { breakableLink } from "../support/breakable-link.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";

const change: Change = { kind: "rota-published", line: "a", version: 2 };

let place: TestDatabase;
let missed = 0;
let heard: Change[] = [];
let listener: ChangeListener;
beforeAll(async () => {
	place = await testDatabase();
	listener = new ChangeListener({
		database: place.database,
		log: createLogger({ silent: true }),
		missed: async () => {
			missed += 1;
		},
	});
	listener.subscribe((each) => heard.push(each));
	await listener.start();
});
beforeEach(() => {
	heard = [];
});
afterAll(async () => {
	await listener.stop();
	await place.close();
});

const hears = (count: number) =>
	eventually(async () => (heard.length >= count ? heard : null));

test("a change is heard when its transaction commits, and never when it does not", async () => {
	const { database } = place;
	await expect(
		database.transaction(async (transaction) => {
			await notifyOfChange(database, transaction, change);
			throw new Error("undone");
		}),
	).rejects.toThrow("undone");
	const other: Change = { ...change, version: 3 };
	await database.transaction((transaction) =>
		notifyOfChange(database, transaction, other),
	);
	expect(await hears(1)).toEqual([other]);
});

test("a listener that throws does not keep the others from hearing", async () => {
	const unsubscribe = listener.subscribe(() => {
		throw new Error("broken");
	});
	const later: Change[] = [];
	const end = listener.subscribe((each) => later.push(each));
	listener.publish(change);
	await hears(1);
	expect(later).toEqual([change]);
	unsubscribe();
	end();
});

test("odd notifications are passed by", async () => {
	await place.database.query("select pg_notify('faultline', 'no JSON')");
	listener.publish(change);
	expect(await hears(1)).toEqual([change]);
});

test("a lost connection comes back, and what was missed is asked for", async () => {
	await place.database.query(
		"select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'faultline changes' and datname = current_database()",
	);
	await hears(1);
	expect(missed).toBe(1);
	listener.publish(change);
	expect(await hears(2)).toEqual([{ kind: "missed" }, change]);
});

test("a connection that was lost without a word is noticed, too", async () => {
	const link = await breakableLink(place.url);
	const database = connect(link.url);
	const told: Change[] = [];
	const far = new ChangeListener({
		database,
		log: createLogger({ silent: true }),
		missed: async () => {},
		...{ pulseMs: 100, silentForMs: 2_000 },
	});
	far.subscribe((each) => told.push(each));
	await far.start();
	link.lose();
	await eventually(async () => (told.length > 0 ? told : null));
	expect(told).toEqual([{ kind: "missed" }]);
	await far.stop();
	await database.close();
	await link.close();
});
