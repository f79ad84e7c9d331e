import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { loadConfig } from "../../src/config.ts";
import { type Service, startService } from "../../src/service.ts";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, opened, overflow } from "../support/console.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { freePort } from "../support/free-port.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let database: TestDatabase;
let service: Service;
const folder = mkdtempSync(join(tmpdir(), "faultline-each-role-"));

/** The demo, as `npm start` shows it to newcomers. */
beforeAll(async () => {
	browser = await openBrowser();
	database = await testDatabase();
	service = await startService(
		loadConfig({
			PORT: String(await freePort()),
			PHONE_NETWORK_PORT: String(await freePort()),
			DATABASE_URL: database.url,
			DATA_DIR: folder,
			LOG_LEVEL: "error",
		}),
	);
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await service.stop();
	await database.close();
	rmSync(folder, { recursive: true, force: true });
}, patience);

async function entered(
	button: string,
	look: Parameters<typeof opened>[1] = {},
) {
	const { page, complaints } = await opened(browser, look);
	await page.goto(service.url);
	await page.getByRole("button", { name: button }).click();
	await page.waitForURL(`${service.url}/`);
	// That nobody is signed in yet is told by a 401, which the browser remarks on.
	complaints.length = 0;
	return { page, complaints };
}

async function pagesOf(page: Page): Promise<string[]> {
	const pages = page.getByRole("navigation", { name: "Pages", exact: true });
	await pages.waitFor();
	return pages.getByRole("link").allTextContents();
}

/** Those behind "More", which is only there when there are any. */
async function morePagesOf(page: Page): Promise<string[]> {
	const button = page.getByRole("button", { name: "More", exact: true });
	if ((await button.count()) === 0) return [];
	await button.click();
	const items = page.getByRole("menuitem");
	await items.first().waitFor();
	const names = await items.allTextContents();
	await page.keyboard.press("Escape");
	return names;
}

const rare = {
	places: "People and places",
	proof: "Proof",
	settings: "Settings",
	accounts: "Accounts",
};

const everybody = [
	{
		button: "as the technician Kalle Korhonen",
		pages: ["Now", "Tickets", "My tickets", "Rota", "My duty"],
		more: [],
		sees: ["/my-duty", "/my-tickets", "/tickets"],
		mayNot: [
			...["/accounts", "/rota/fault-line/publish", "/numbers", "/proof"],
			...["/places/data-request", "/settings"],
		],
	},
	{
		button: "as Aino Virtanen of the office",
		pages: ["Now", "Tickets", "My tickets", "Rota", "My duty"],
		more: [rare.places],
		sees: ["/my-duty", "/places", "/places/tenants", "/tickets"],
		mayNot: [
			...["/accounts", "/rota/fault-line/publish", "/numbers", "/proof"],
			...["/places/data-request", "/settings"],
		],
	},
	{
		button: "as the planner Maija Laine",
		pages: ["Now", "Tickets", "My tickets", "Rota", "My duty"],
		more: [rare.places],
		sees: ["/my-duty", "/rota/fault-line/publish"],
		mayNot: ["/accounts", "/numbers", "/proof", "/settings"],
	},
	{
		button: "as the manager Ritva Mäkelä",
		pages: ["Now", "Tickets", "Rota", "Numbers"],
		more: [rare.places, rare.proof],
		sees: ["/rota/fault-line/publish", "/numbers", "/proof", "/places"],
		mayNot: ["/accounts", "/settings"],
	},
	{
		button: "as the admin Timo Saarinen",
		pages: ["Now", "Tickets", "Rota", "Numbers"],
		more: [rare.places, rare.proof, rare.settings, rare.accounts],
		sees: ["/accounts", "/settings", "/settings/messages"],
		mayNot: [],
	},
];

test.each(everybody)(
	"one click, and one is in $button: sees what is theirs and nothing else",
	async ({ button, pages, more, sees, mayNot }) => {
		const { page, complaints } = await entered(button);
		await page.getByRole("heading", { name: "Latest tickets" }).waitFor();
		expect(await pagesOf(page)).toEqual(pages);
		expect(await morePagesOf(page)).toEqual(more);
		for (const path of ["/", "/rota/fault-line", "/account", ...sees]) {
			await page.goto(`${service.url}${path}`);
			await page.locator("h1, main h2").first().waitFor();
			expect(await page.getByText("There is no such page").count()).toBe(0);
		}
		for (const path of mayNot) {
			await page.goto(`${service.url}${path}`);
			await page
				.getByRole("heading", { name: "There is no such page" })
				.waitFor();
		}
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"on a phone the pages are behind a button, the current one marked; the menu of one's name leads out",
	async () => {
		const { page } = await entered("as the technician Kalle Korhonen", {
			viewport: { width: 320, height: 700 },
			colorScheme: "dark",
		});
		await page.getByRole("button", { name: "Pages" }).click();
		await page.getByRole("menuitem", { name: "My duty" }).click();
		await page.waitForURL(/my-duty$/);
		await page.getByRole("heading", { name: "Your shifts" }).waitFor();
		await page.getByRole("button", { name: "Pages" }).click();
		const current = page.getByRole("menuitem", { name: "My duty" });
		await current.waitFor();
		expect(await current.getAttribute("aria-current")).toBe("page");
		expect(await axeFindings(page)).toEqual([]);
		await page.keyboard.press("Escape");
		expect(await overflow(page)).toBe(0);
		await page
			.getByRole("button", { name: "Your menu: Kalle Korhonen" })
			.click();
		await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.getByRole("menuitem", { name: "Sign out" }).click();
		await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
	},
	patience,
);

test.each(["fi-FI", "sv-SE", "en-GB"])(
	"the door of the demo is accessible and fits in %s",
	async (locale) => {
		const { page } = await opened(browser, {
			locale,
			viewport: { width: 320, height: 700 },
		});
		await page.goto(service.url);
		await page.getByRole("button", { name: /Kalle Korhonen/ }).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
	},
	patience,
);
