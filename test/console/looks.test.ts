import type { Browser } from "playwright-core";
import { languages } from "../../src/domain/language.ts";
import { signInPath } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import {
	faultsInBothLooks,
	localeOf,
	opened,
	signedIn,
} from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let line: OpenLine;

/** One call of each sort, one of them going on, and a gap in the rota. */
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine({ closed: ["kalle"], fallback: ["kalle"] });
	const { tenant, neighbour, kalle, clock } = line;
	await tenant.dials();
	await clock.passes({ seconds: 120 });
	await tenant.hangsUp();
	await clock.passes({ minutes: 30 });
	await tenant.dials();
	await kalle.rings();
	await tenant.hangsUp();
	await clock.passes({ minutes: 30 });
	await neighbour.dials();
	await kalle.answers();
	await kalle.hears(/press 1/);
	await kalle.presses("1");
	await clock.passes({ seconds: 30 });
	await neighbour.hangsUp();
	await clock.passes({ minutes: 1 });
	await neighbour.dials();
	await kalle.rings();
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

test.each(languages)(
	"in %s the pages are accessible and fit",
	async (language) => {
		const { page, complaints } = await signedIn(browser, line.service, {
			locale: localeOf(language),
		});
		for (const path of ["/", "/tickets/2026-000001", "/tickets/2026-000002"]) {
			if (path !== "/") await page.goto(`${line.service.url}${path}`);
			await page.locator("time").first().waitFor();
			const rows = page.locator("button:has(time)");
			for (const row of await rows.all()) await row.click();
			expect(await faultsInBothLooks(page, language)).toEqual([]);
		}
		expect(complaints).toEqual([]);
	},
	patience,
);

test.each(languages)(
	"in %s so are those for whoever is not signed in",
	async (language) => {
		const { page } = await opened(browser, { locale: localeOf(language) });
		await page.goto(line.service.url);
		await page.locator("h1").waitFor();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		await page.goto(`${line.service.url}/sign-in/used-up`);
		await page.locator("main:not(:has(form))").waitFor();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
	},
	patience,
);

test(
	"for whoever wants nothing to move, nothing fades either",
	async () => {
		const { page } = await signedIn(browser, line.service, {
			at: "/tickets/2026-000001",
		});
		await page.locator("time").first().waitFor();
		expect(
			await page.evaluate(
				`[...document.querySelectorAll("*")].flatMap((each) =>
					getComputedStyle(each).transitionDuration.split(", ").some((time) => parseFloat(time) > 0) ? each.outerHTML : [])`,
			),
		).toEqual([]);
	},
	patience,
);

test(
	"a sign-in link waits for the button where scripts do not run",
	async () => {
		const { page } = await opened(browser, { javaScriptEnabled: false });
		const path = await signInPath(line.service, "office");
		await page.goto(`${line.service.url}${path}`);
		await page.getByRole("button", { name: "Open the console" }).click();
		await page.waitForURL(`${line.service.url}/`);
	},
	patience,
);

test(
	"a ticket that is not there, and a page that is not there, say so and lead home",
	async () => {
		const { page } = await signedIn(browser, line.service, {
			at: "/tickets/2026-999999",
		});
		await page.getByText("There is no ticket 2026-999999.").waitFor();
		await page.goto(`${line.service.url}/nowhere`);
		await page
			.getByRole("link", { name: "To the first page", exact: true })
			.click();
		await page.getByRole("heading", { name: "Latest tickets" }).waitFor();
	},
	patience,
);

test(
	"the API's page works under our own content security",
	async () => {
		const { page, complaints } = await signedIn(browser, line.service, {
			at: "/api/docs",
		});
		await page.getByText("/api/on-duty", { exact: true }).first().waitFor();
		await page.getByText("/api/on-duty", { exact: true }).first().click();
		await page.getByRole("button", { name: "Try it out" }).click();
		await page.getByRole("button", { name: "Execute" }).click();
		await page.getByText("Scenario line").first().waitFor();
		expect(complaints).toEqual([]);
	},
	patience,
);
