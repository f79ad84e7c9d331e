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
 * causes them. A database that is away at the start or later is waited for. Jobs under way are finished first, for five seconds;
 * what is left is tried again after the next start.
 */
export async function startWorker(
	ctx: Context,
): Promise<{ stop(): Promise<void> }> {
	const abandoned = new AbandonedJobs({
		url: addressOf(ctx.database),
		log: ctx.log,
	});
	await abandoned.sweep();
	const stopping = new AbortController();
	const { signal } = stopping;
	let runner = await started();
	const kept = keepRunning();

	async function keepRunning(): Promise<void> {
		for (let wait = 500; !signal.aborted; wait = Math.min(wait * 2, 10_000)) {
			if (runner) {
				await runner.promise.catch((error) =>
					ctx.log.error("the worker ended; starting it again", { error }),
				);
				wait = 500;
			}
			await pause(wait, undefined, { ref: false, signal }).catch(() => {});
			if (!signal.aborted) runner = await started();
		}
		// It may just have been started.
		await runner?.stop().catch(() => {});
	}

	async function started(): Promise<Runner | null> {
		try {
			return await startRunner(ctx, abandoned);
		} catch (error) {
			ctx.log.error("the worker did not start; trying again", { error });
			return null;
		}
	}

	return {
		stop: async () => {
			stopping.abort();
			await runner?.stop().catch(() => {});
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
