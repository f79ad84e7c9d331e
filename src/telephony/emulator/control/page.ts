import { fileURLToPath } from "node:url";
import express, { Router } from "express";

/** The phones page, as Vite has built it into `dist/phones`; before that, a sentence that says how to build it. */
export function phonesPage(): Router {
	const page = Router();
	page.use((_request, response, next) => {
		response.set({
			"Content-Security-Policy":
				"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src http: https:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options": "nosniff",
			"Referrer-Policy": "no-referrer",
		});
		next();
	});
	page.use(express.static(built));
	page.get("/", (_request, response) => {
		response
			.status(503)
			.type("text/plain")
			.send("The phones page is not built yet: run npm start once.\n");
	});
	return page;
}

/** This file runs as TypeScript from `src` or as JavaScript from `dist/server`. */
const built = fileURLToPath(
	new URL(
		import.meta.url.endsWith(".ts")
			? "../../../../dist/phones"
			: "../../../../phones",
		import.meta.url,
	),
);
