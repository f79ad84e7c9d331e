import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Role } from "../../src/domain/role.ts";
import type { Service } from "../../src/service.ts";
import { signInPath } from "./api.ts";

const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);

/** A browser of somebody who has just opened a sign-in link, and what its console complained about. */
export async function signedIn(
	browser: Browser,
	service: Service,
	options: BrowserContextOptions & {
		readonly role?: Role;
		/** An account's id; default: the account named after the role. */
		readonly account?: string;
	} = {},
): Promise<{ page: Page; complaints: string[] }> {
	const { role = "admin", account, ...look } = options;
	const { page, complaints } = await opened(browser, look);
	await page.goto(`${service.url}${await signInPath(service, role, account)}`);
	await page.waitForURL(`${service.url}/`);
	return { page, complaints };
}

/** A page in a browser of its own, in English unless told. */
export async function opened(
	browser: Browser,
	look: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
	const context = await browser.newContext({ locale: "en-GB", ...look });
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(String(error)));
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	return { page, complaints };
}

/** What axe finds wrong with the page as it is shown now. */
export async function axeFindings(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	// Describing what is right as well takes it as long as finding what is wrong.
	const results = await page.evaluate<AxeResults>(
		"axe.run(document, { resultTypes: ['violations'] })",
	);
	return results.violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html }) => `${id}: ${html}`),
	);
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
	return page.evaluate(
		"document.documentElement.scrollWidth - document.documentElement.clientWidth",
	);
}
