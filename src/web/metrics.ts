import { type RequestHandler, Router } from "express";
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
	}

	/** Stands before the webhooks. */
	get measureWebhooks(): RequestHandler {
		return (request, response, next) => {
			const stop = this.#webhooks.startTimer();
			response.once("finish", () => {
				const route = routeOf(request.route);
				stop({ route, status: String(response.statusCode) });
				if (route === "/voice" && response.statusCode === 200)
					this.#calls.inc();
			});
			next();
		};
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

/** The route's own pattern, so that ids in addresses do not become labels. */
function routeOf(route: unknown): string {
	const path =
		typeof route === "object" && route !== null && "path" in route
			? route.path
			: null;
	return typeof path === "string" ? path : "unknown";
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
