import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Language } from "../../src/domain/language.ts";
import type { Role } from "../../src/domain/role.ts";
import type { Service } from "../../src/service.ts";
import { signInPath } from "./api.ts";

const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);

/** A browser of somebody who has signed in by a link, at a page, and what its console complained about. */
export async function signedIn(
	browser: Browser,
	service: Service,
	options: BrowserContextOptions & {
		readonly role?: Role;
		/** An account's id; default: the account named after the role. */
		readonly account?: string;
		/** The page's path; default: the first page. */
		readonly at?: string;
	} = {},
): Promise<{ page: Page; complaints: string[] }> {
	const { role = "admin", account, at = "/", ...look } = options;
	const { page, complaints } = await opened(browser, look);
	// As the link's button does, without drawing a page that is not looked at.
	const link = await signInPath(service, role, account);
	await page.request.post(`${service.url}${link}`, { maxRedirects: 0 });
	await page.goto(`${service.url}${at}`);
	return { page, complaints };
}

/** A page in a browser of its own, in English unless told, and of somebody who wants nothing to move: waiting for it proves nothing. */
export async function opened(
	browser: Browser,
	look: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
	const context = await browser.newContext({
		locale: "en-GB",
		reducedMotion: "reduce",
		...look,
	});
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(String(error)));
	page.on("console", (message) => {
		if (message.type() === "error") complaints.push(message.text());
	});
	return { page, complaints };
}

/** The pages of this browser are in the language from the next one on. */
export async function speaks(page: Page, language: Language): Promise<void> {
	await page.evaluate(
		`localStorage.setItem("faultline-language", "${language}")`,
	);
}

/** Of a browser that speaks the language. */
export function localeOf(language: Language): string {
	return { fi: "fi-FI", sv: "sv-SE", en: "en-GB" }[language];
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

/**
 * What is wrong with the page as it is shown now, on a wide screen in the light and on the smallest one in the dark. The page is
 * drawn anew in between, not loaded. Whether it fits is measured in each; what axe finds lies in the words or in the look, not in
 * both together, so that it is shown each language once and each look at least once.
 */
export async function faultsInBothLooks(
	page: Page,
	language: Language,
): Promise<string[]> {
	const faults: string[] = [];
	for (const { width, colorScheme, axeReads } of bothLooks) {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme });
		// The console's pages follow by script, the plain ones by themselves.
		await page
			.locator(
				`html:not([data-mantine-color-scheme]), [data-mantine-color-scheme="${colorScheme}"]`,
			)
			.waitFor();
		const wider = await overflow(page);
		if (wider > 0) faults.push(`${width} px: wider by ${wider}`);
		if (axeReads.includes(language))
			faults.push(
				...(await axeFindings(page)).map((each) => `${width} px: ${each}`),
			);
	}
	return faults;
}

const bothLooks: readonly {
	readonly width: number;
	readonly colorScheme: "light" | "dark";
	readonly axeReads: readonly Language[];
}[] = [
	{ width: 1280, colorScheme: "light", axeReads: ["sv", "en"] },
	{ width: 320, colorScheme: "dark", axeReads: ["fi"] },
];
