import { readFile } from "node:fs/promises";
import express, { type Response, Router } from "express";
import { nonceOf } from "./content-security.ts";
import { inProject } from "./project-folder.ts";

const folder = inProject("dist", "console");
const page = inProject("dist", "console", "index.html");

/** The console's paths; any other shows its "no such page" with status 404. */
const pages = [
	/^\/(index\.html)?$/,
	/^\/(my-)?tickets(\/[^/]+)?$/,
	/^\/t\/[^/]+$/,
	/^\/(places|settings)(\/[a-z-]+)?$/,
	/^\/(numbers|proof)$/,
	/^\/rota(\/[^/]+(\/[a-z-]+)?)?$/,
	/^\/(accounts|account|my-duty)$/,
	/^\/sign-in$/,
	/^\/(reset|invitation)\/[^/]+$/,
];

/** The console's built files, and its one page wherever a person may land. */
export function consoleRouter(): Router {
	const router = Router();
	router.use(
		"/assets",
		express.static(inProject("dist", "console", "assets"), {
			immutable: true,
			maxAge: "365d",
		}),
	);
	// The page itself is never sent as it lies there: it lacks its nonce.
	router.get(
		/^(?!\/index\.html$)/,
		express.static(folder, { index: false, maxAge: "1h" }),
	);
	router.get(/^\/(t|reset|invitation)\//, (_request, response, next) => {
		// The address is the key: it is told to nobody, and kept by nobody who comes by.
		response.set("Referrer-Policy", "no-referrer");
		response.set("X-Robots-Tag", "noindex, nofollow, noarchive");
		next();
	});
	router.get("/{*path}", async (request, response) => {
		const isKnown = pages.some((pattern) => pattern.test(request.path));
		await sendPage(response, isKnown ? 200 : 404);
	});
	return router;
}

async function sendPage(response: Response, status: number): Promise<void> {
	const html = await builtPage();
	response.set("Cache-Control", "no-store");
	response
		.status(html === null ? 503 : status)
		.type("html")
		.send((html ?? notBuilt).replaceAll("CSP_NONCE", nonceOf(response)));
}

async function builtPage(): Promise<string | null> {
	try {
		return await readFile(page, "utf8");
	} catch {
		return null;
	}
}

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Faultline</title><p>The console has not been built. Run <code>npm start</code>, which builds what is missing.</p></html>`;
