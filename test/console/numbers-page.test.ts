import { DateTime } from "luxon";
import type { Browser } from "playwright-core";
import { languages } from "../../src/domain/language.ts";
import { openBrowser } from "../support/browser.ts";
import {
	type CallOnRecord,
	putCallsOnRecord,
} from "../support/calls-on-record.ts";
import { faultsInBothLooks, localeOf, signedIn } from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 90_000;

let browser: Browser;
let line: OpenLine;

/** February and January of the year: fewer calls at night, some that nobody answered. */
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine();
	const first = DateTime.fromISO("2026-01-01T00:20", {
		zone: "Europe/Helsinki",
	});
	const calls = Array.from({ length: 200 }, (_, i): CallOnRecord => {
		const at = first.plus({ hours: i * 7 }).toISO() ?? "";
		if (i % 9 === 0) return { at, outcome: "abandoned" };
		if (i % 31 === 0) return { at, outcome: "voicemail" };
		const by = i % 3 === 0 ? kalle : liisa;
		return { at, outcome: "answered", by, answerSeconds: 5 + (i % 40) };
	});
	await putCallsOnRecord(line.service.ctx.database, calls);
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

const kalle = ["kalle", "Kalle Korhonen"] as const;
const liisa = ["liisa", "Liisa Lind"] as const;

test(
	"says how the month was, beside the one before; a number leads to its tickets",
	async () => {
		const { page, complaints } = await signedIn(browser, line.service, {
			role: "manager",
			acceptDownloads: true,
			at: "/numbers",
		});
		await page.getByLabel("Time", { exact: true }).selectOption("lastMonth");
		await page
			.getByRole("heading", {
				name: /^\d\d% of 93 calls were answered within 30 seconds; January was \d\d%\.$/,
			})
			.waitFor();
		expect(new URL(page.url()).search).toBe("?span=lastMonth");
		const calls = page.getByRole("table", { name: "Calls", exact: true });
		const abandoned = calls.getByRole("row", { name: /hung up first/ });
		const count = await abandoned.getByRole("link").textContent();
		expect(Number(count)).toBeGreaterThan(5);
		const download = page.waitForEvent("download");
		await page.getByRole("link", { name: "Export Excel" }).click();
		expect((await download).suggestedFilename()).toBe(
			"numbers-2026-02-01-2026-03-01.xlsx",
		);
		const week = page.getByRole("table", { name: "Hours and weekdays" });
		expect(await week.getByRole("row").count()).toBe(8);
		await page.getByLabel("Show").selectOption("missed");
		const missed = await week.getByRole("link").allTextContents();
		const voicemail = calls.getByRole("row", { name: /Left a message/ });
		expect(missed.reduce((sum, text) => sum + Number(text), 0)).toBe(
			Number(count) + Number(await voicemail.getByRole("link").textContent()),
		);
		await abandoned.getByRole("link").click();
		await page.waitForURL(/\/tickets\?.*callOutcome=abandoned/);
		await page
			.getByRole("link", { name: /^2020-/ })
			.nth(Number(count) - 1)
			.waitFor();
		expect(await page.getByRole("link", { name: /^2020-/ }).count()).toBe(
			Number(count),
		);
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"a time without calls says so, and days the wrong way round are refused",
	async () => {
		const { page } = await signedIn(browser, line.service, {
			role: "manager",
			at: "/numbers?span=custom&from=2025-01-01&to=2025-01-31",
		});
		await page
			.getByRole("heading", { name: "No calls came in this time." })
			.waitFor();
		await page.getByLabel("To (included)").fill("2024-12-01");
		await page.getByText("The last day must not be before the first").waitFor();
	},
	patience,
);

test.each(languages)(
	"in %s the page is accessible and fits",
	async (language) => {
		const { page, complaints } = await signedIn(browser, line.service, {
			...{ role: "manager", locale: localeOf(language) },
			at: "/numbers?span=lastMonth",
		});
		await page.getByRole("table").nth(2).waitFor();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		expect(complaints).toEqual([]);
	},
	patience,
);
