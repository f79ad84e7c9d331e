import express, {
	type Request,
	type RequestHandler,
	type Response,
	Router,
} from "express";
import type { Context } from "../../context.ts";
import { may } from "../access.ts";
import { askerOf } from "../asker.ts";
import { languageOf } from "../language-of.ts";
import { refuseBeyondLink } from "../link-asker.ts";
import { recogniseAsker } from "../recognise.ts";
import { Refusal } from "../refusal.ts";
import { answerWithoutNumbers } from "../without-numbers.ts";
import { refusals } from "../words.ts";
import type { Endpoint } from "./endpoint.ts";
import { endpointsOf } from "./endpoints.ts";

/** Everything under `/api`: nobody gets past the door unrecognised, and nothing is there but the listed endpoints. */
export function apiRouter(ctx: Context): Router {
	const router = Router();
	router.use((_request, response, next) => {
		response.set("Cache-Control", "no-store");
		response.vary("Accept-Language");
		next();
	});
	router.use(recogniseAsker(ctx));
	const endpoints = endpointsOf(ctx);
	for (const endpoint of endpoints) mount(router, ctx, endpoint);
	refuseOtherMethods(router, endpoints);
	router.use((request) => {
		throw new Refusal(404, refusals.noSuchPath, languageOf(request));
	});
	return router;
}

function mount(router: Router, ctx: Context, endpoint: Endpoint): void {
	router[endpoint.method](
		expressPath(endpoint.path),
		onlyAllowed(endpoint),
		bodyParser(endpoint),
		async (request: Request, response: Response) => {
			await endpoint.handle(ctx, request, response);
		},
	);
}

/** Who may not do it does not get to send a body either. */
function onlyAllowed({ permission, forLink }: Endpoint): RequestHandler {
	return (request, response, next) => {
		const asker = askerOf(response);
		if (!may(asker.role, permission))
			throw new Refusal(403, refusals.notAllowed, languageOf(request));
		refuseBeyondLink(request, asker, forLink);
		if (asker.link) answerWithoutNumbers(response);
		next();
	};
}

/** Requests without a body of their own may carry JSON all the same; what is in it does not matter. */
function bodyParser({ body }: Endpoint): RequestHandler {
	const limit = body?.limit ?? "64kb";
	if (body?.kind === "text") return express.text({ limit, type: () => true });
	if (body?.kind === "file") return express.raw({ limit, type: () => true });
	return express.json({ limit });
}

function refuseOtherMethods(
	router: Router,
	endpoints: readonly Endpoint[],
): void {
	for (const path of new Set(endpoints.map((endpoint) => endpoint.path)))
		router.all(expressPath(path), (request, response) => {
			const allowed = endpoints
				.filter((endpoint) => endpoint.path === path)
				.map((endpoint) => endpoint.method.toUpperCase());
			response.set("Allow", allowed.join(", "));
			throw new Refusal(405, refusals.wrongMethod, languageOf(request));
		});
}

function expressPath(path: string): string {
	return path.replaceAll(/\{(\w+)\}/g, ":$1");
}
