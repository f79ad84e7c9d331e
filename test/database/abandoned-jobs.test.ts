import { QueryTypes } from "sequelize";
import { createLogger } from "winston";
import { AbandonedJobs } from "../../src/database/abandoned-jobs.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let place: TestDatabase;
const opened: AbandonedJobs[] = [];
beforeAll(async () => {
	place = await testDatabase(10);
});
afterAll(async () => {
	for (const each of opened) await each.stop();
	await place.close();
});

function instance(): AbandonedJobs {
	const jobs = new AbandonedJobs({
		url: place.url,
		log: createLogger({ silent: true }),
	});
	opened.push(jobs);
	return jobs;
}

async function jobLockedBy(pool: string): Promise<void> {
	await place.database.query(
		"select graphile_worker.add_job('send-message', job_key => $1)",
		{ bind: [pool] },
	);
	await place.database.query(
		"update graphile_worker._private_jobs set locked_by = $1, locked_at = now() where key = $1",
		{ bind: [pool] },
	);
}

const locked = () =>
	place.database.query(
		"select locked_by as pool from graphile_worker.jobs where locked_by is not null order by 1",
		{ type: QueryTypes.SELECT },
	);

test("jobs of a worker that was killed go back to the queue; those of a living one stay with it", async () => {
	const other = instance();
	other.claim("living");
	const mine = instance();
	mine.claim("mine");
	// A sweep comes after the claim of the same instance.
	await Promise.all([other.sweep(), mine.sweep()]);
	await jobLockedBy("dead");
	await jobLockedBy("living");
	await jobLockedBy("mine");
	await mine.sweep();
	await other.sweep();
	expect(await locked()).toEqual([{ pool: "living" }, { pool: "mine" }]);

	await other.stop();
	await mine.sweep();
	expect(await locked()).toEqual([{ pool: "mine" }]);
});
