import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { arrival } from "./calls.ts";
import type { Server } from "./servers.ts";

/**
 * Milliseconds from sending a webhook to the last byte of its TwiML, sorted, for calls that come independently of each other and of the
 * answers, as callers do: with exponential gaps, `callsASecond` on average.
 */
export async function delaysOf(
	server: Server,
	{ callsASecond, seconds }: { callsASecond: number; seconds: number },
): Promise<number[]> {
	const agent = new Agent({ keepAlive: true });
	const delays: Promise<number>[] = [];
	const end = performance.now() + seconds * 1000;
	let due = performance.now();
	while (due < end) {
		await pause(Math.max(0, due - performance.now()));
		delays.push(delayOf(server, agent));
		due += (-Math.log(1 - Math.random()) * 1000) / callsASecond;
	}
	const measured = await Promise.all(delays);
	agent.destroy();
	return measured.sort((a, b) => a - b);
}

function delayOf(server: Server, agent: Agent): Promise<number> {
	const { body, headers } = arrival(server.url);
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const sending = request(
			`${server.url}/twilio/voice`,
			{ method: "POST", agent, headers },
			(response) => {
				response.resume();
				response.on("end", () =>
					response.statusCode === 200
						? resolve(performance.now() - start)
						: reject(new Error(`the answer was ${response.statusCode}`)),
				);
			},
		);
		sending.on("error", reject);
		sending.end(body);
	});
}
