// From webhook to TwiML: how many arriving calls a second, beside a bare server that does one INSERT a request, measured
// in turns in the same run; then the delays at 50 calls a second. Run it with `npm run bench:webhook`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { openEmbedded } from "../src/database/embedded.ts";
import { arrival } from "./webhook/calls.ts";
import { delaysOf } from "./webhook/delays.ts";
import {
	type Server,
	startBareServer,
	startService,
} from "./webhook/servers.ts";

const rounds = 5;
const secondsARound = 5;
const callsASecond = 50;
const goals = { ratio: 0.5, milliseconds: 25 };

const folder = await mkdtemp(join(tmpdir(), "faultline-bench-"));
const database = await openEmbedded({ dataDir: folder, as: "command" });
try {
	const service = await startService(database.url, folder);
	const bare = await startBareServer(database.url);
	try {
		await measure(service, bare);
	} finally {
		await Promise.all([service.stop(), bare.stop()]);
	}
} finally {
	await database.stop();
	await rm(folder, { recursive: true, force: true });
}

async function measure(service: Server, bare: Server): Promise<void> {
	await load(service, { connections: 10, duration: 3 });
	await load(bare, { connections: 10, duration: 3 });

	const delays = await delaysOf(service, { callsASecond, seconds: 20 });
	const within = (share: number) =>
		delays[Math.ceil(delays.length * share) - 1] ?? Number.POSITIVE_INFINITY;
	console.log(
		`at ${callsASecond} calls a second: half within ${within(0.5).toFixed(1)} ms, 99 % within ${within(0.99).toFixed(1)} ms` +
			`, slowest ${within(1).toFixed(1)} ms, of ${delays.length} calls (goal: 99 % under ${goals.milliseconds} ms)`,
	);

	const throughputs = { service: [] as number[], bare: [] as number[] };
	for (let round = 0; round < rounds; round += 1) {
		const options = { connections: 32, duration: secondsARound };
		throughputs.bare.push(await throughput(bare, options));
		throughputs.service.push(await throughput(service, options));
	}
	const ratio = median(
		throughputs.service.map((calls, round) => {
			const reference = throughputs.bare[round];
			if (!reference) throw new Error("the bare server answered nothing");
			return calls / reference;
		}),
	);
	console.log(
		`bare server, one INSERT: ${median(throughputs.bare)} requests a second`,
	);
	console.log(`the line: ${median(throughputs.service)} calls a second`);
	console.log(
		`ratio ${ratio.toFixed(2)}, the median of ${rounds} rounds (goal: at least ${goals.ratio})`,
	);
	if (ratio < goals.ratio || within(0.99) >= goals.milliseconds)
		process.exitCode = 1;
}

async function throughput(
	server: Server,
	options: { connections: number; duration: number },
): Promise<number> {
	const result = await load(server, options);
	return Math.round(result["2xx"] / result.duration);
}

async function load(
	server: Server,
	options: { connections: number; duration: number },
): Promise<autocannon.Result> {
	const result = await autocannon({
		...options,
		url: server.url,
		requests: [
			{
				method: "POST",
				path: "/twilio/voice",
				setupRequest: (request) => ({ ...request, ...arrival(server.url) }),
			},
		],
	});
	if (result.non2xx + result.errors > 0)
		throw new Error(
			`${result.non2xx} refusals and ${result.errors} errors from ${server.url}`,
		);
	return result;
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)];
	if (middle === undefined) throw new Error("nothing was measured");
	return middle;
}
