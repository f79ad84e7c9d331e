import { connect } from "../../src/database/connect.ts";
import { startWorker } from "../../src/jobs/worker.ts";
import { atWork } from "../support/at-work.ts";
import { breakableLink } from "../support/breakable-link.ts";
import { eventually } from "../support/eventually.ts";

test("a worker whose database is away at its first start works as soon as it is there, and stops", async () => {
	const work = await atWork();
	const link = await breakableLink(work.test.url);
	const database = connect(link.url);
	await work.rows(
		"select graphile_worker.add_job('follow-up-call', json_build_object('call', 'unknown'))",
	);
	link.cut();
	const worker = await startWorker({ ...work.ctx, database });
	expect(work.logged.join()).toContain("the worker did not start");
	link.restore();
	await eventually(async () =>
		(await work.jobs()).some(({ task }) => task === "follow-up-call")
			? null
			: true,
	);
	await worker.stop();
	await database.close();
	await link.close();
	await work.close();
});
