import { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Logger as QueueLogger, type Runner, run } from "graphile-worker";
import type { Logger } from "winston";
import type { Context } from "../context.ts";
import { AbandonedJobs } from "../database/abandoned-jobs.ts";
import { addressOf } from "../database/connect.ts";
import { crontab, taskList } from "./tasks.ts";

/**
 * Works on the queued jobs until it is stopped; jobs are enqueued by `graphile_worker.add_job` in the transaction that
 * causes them. Jobs under way are finished first, for five seconds; what is left is tried again after the next start.
 */
export async function startWorker(
	ctx: Context,
): Promise<{ stop(): Promise<void> }> {
	const abandoned = new AbandonedJobs({
		url: addressOf(ctx.database),
		log: ctx.log,
	});
	await abandoned.sweep();
	let stopping = false;
	let runner = await startRunner(ctx, abandoned);
	const kept = keepRunning();

	async function keepRunning(): Promise<void> {
		while (!stopping) {
			await runner.promise.catch((error) =>
				ctx.log.error("the worker ended; starting it again", { error }),
			);
			for (let wait = 500; !stopping; wait = Math.min(wait * 2, 10_000)) {
				await pause(wait, undefined, { ref: false });
				try {
					runner = await startRunner(ctx, abandoned);
					break;
				} catch (error) {
					ctx.log.error("the worker did not start", { error });
				}
			}
		}
	}

	return {
		stop: async () => {
			stopping = true;
			await runner.stop().catch(() => {});
			await kept;
			await abandoned.stop();
		},
	};
}

function startRunner(ctx: Context, abandoned: AbandonedJobs): Promise<Runner> {
	const events = new EventEmitter();
	events.on("pool:create", ({ workerPool }) => abandoned.claim(workerPool.id));
	return run({
		connectionString: addressOf(ctx.database),
		taskList: taskList(ctx),
		concurrency: 4,
		maxPoolSize: 6,
		pollInterval: 1_000,
		noHandleSignals: true,
		crontab,
		events,
		logger: queueLogger(ctx.log),
	});
}

/** The queue's own messages; what a job carries (numbers, words) stays out of the log. */
function queueLogger(log: Logger): QueueLogger {
	const levels = {
		error: "error",
		warning: "warn",
		info: "debug",
		debug: "debug",
	} as const;
	return new QueueLogger(
		({ taskIdentifier }) =>
			(level, message) =>
				log.log(levels[level], message, {
					...(taskIdentifier ? { task: taskIdentifier } : {}),
				}),
	);
}
