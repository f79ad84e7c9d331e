import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Request, type Response, Router } from "express";
import {
	Counter,
	collectDefaultMetrics,
	Gauge,
	Histogram,
	Registry,
} from "prom-client";
import type { Context } from "../context.ts";
import {
	type OutcomeCount,
	ticketsByOutcome,
} from "../database/ticket-counts.ts";

/** What Prometheus reads at `/metrics`, and the middleware that measures the webhooks. */
export class Metrics {
	readonly #registry = new Registry();
	readonly #webhooks: Histogram;
	readonly #calls: Counter;

	constructor(ctx: Context) {
		const registers = [this.#registry];
		collectDefaultMetrics({ register: this.#registry });
		this.#webhooks = new Histogram({
			name: "faultline_webhook_duration_seconds",
			help: "Time from a carrier's request to our answer",
			labelNames: ["route", "status"],
			buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
			registers,
		});
		this.#calls = new Counter({
			name: "faultline_calls_total",
			help: "Calls that arrived and were answered with instructions, since the start",
			registers,
		});
		const tickets = new Gauge({
			name: "faultline_tickets_opened_24h",
			help: "Tickets opened in the last 24 hours by outcome; in-progress has none yet",
			labelNames: ["outcome"],
			registers,
			collect: async () => {
				const counts = await countsOrNone(ctx);
				tickets.reset();
				for (const { outcome, count } of counts)
					tickets.set({ outcome }, count);
			},
		});
		const spool = new Gauge({
			name: "faultline_spool_bytes",
			help: "What webhooks have left on the disk and the database has not taken yet",
			registers,
			collect: async () => {
				spool.set(await bytesIn(join(ctx.config.dataDir, "spool")));
			},
		});
	}

	/** Measures from now on how long the webhook takes, below its mount. */
	measureWebhook(request: Request, response: Response): void {
		const stop = this.#webhooks.startTimer();
		const { path } = request;
		response.once("finish", () => {
			const { statusCode } = response;
			// What is refused may have any path, and must not become a label.
			const route = statusCode < 300 ? path : "refused";
			stop({ route, status: String(statusCode) });
			if (route === "/voice") this.#calls.inc();
		});
	}

	get router(): Router {
		const router = Router();
		router.get("/metrics", async (_request, response) => {
			response.type(this.#registry.contentType);
			response.send(await this.#registry.metrics());
		});
		return router;
	}
}

/** Empty while the database is away: the other figures are wanted then more than ever. */
async function countsOrNone(ctx: Context): Promise<OutcomeCount[]> {
	const dayAgo = ctx.clock.now().minus({ hours: 24 });
	try {
		return await ticketsByOutcome(ctx.database, dayAgo);
	} catch (error) {
		ctx.log.warn("Tickets could not be counted for /metrics", {
			error: String(error),
		});
		return [];
	}
}

async function bytesIn(folder: string): Promise<number> {
	const names = await readdir(folder).catch(() => []);
	const sizes = await Promise.all(
		names.map((name) =>
			stat(join(folder, name)).then(
				({ size }) => size,
				// Drained in between.
				() => 0,
			),
		),
	);
	return sizes.reduce((sum, size) => sum + size, 0);
}
