import { Router } from "express";
import type { Context } from "../context.ts";

/** `/healthz`: the process answers. `/readyz`: it can route a call on every line, for which it needs no database. */
export function healthRouter(ctx: Context): Router {
	const router = Router();
	router.get("/healthz", (_request, response) => {
		response.json({ alive: true });
	});
	router.get("/readyz", (_request, response) => {
		const missing = Object.keys(ctx.config.lines).filter(
			(line) => !ctx.rotas.current(line),
		);
		response
			.status(missing.length === 0 ? 200 : 503)
			.json({ ready: missing.length === 0, linesWithoutRota: missing });
	});
	return router;
}
