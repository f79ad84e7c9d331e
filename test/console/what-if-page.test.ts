import type { Browser, Page } from "playwright-core";
import { languages } from "../../src/domain/language.ts";
import { openBrowser } from "../support/browser.ts";
import { faultsInBothLooks, localeOf, signedIn } from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 90_000;

let browser: Browser;
let line: OpenLine;

beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine({
		closed: ["technician", "liisa"],
		line: { languages: ["en", "fi"], blocked: ["+358401009666"] },
	});
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

async function opened(role: "planner" | "office" = "planner"): Promise<{
	page: Page;
	complaints: string[];
}> {
	const signed = await signedIn(browser, line.service, { role });
	await signed.page.goto(`${line.service.url}/rota/fault-line/what-if`);
	await signed.page.getByRole("heading", { name: /Kalle Korhonen/ }).waitFor();
	return signed;
}

test(
	"says who would be rung, at a time that is picked or typed",
	async () => {
		const { page, complaints } = await opened();
		await page.getByRole("button", { name: "Christmas Eve" }).click();
		await page
			.getByRole("heading", {
				name: "24 December 2026 17:05: Kalle Korhonen, then Liisa Lind after 20 seconds, then Aino Virtanen after 20 seconds, then the message box.",
			})
			.waitFor();
		await page.getByLabel("When does it come?").fill("2026-03-10T10:00");
		await page
			.getByRole("heading", { name: "10 March 2026 10:00: Aino Virtanen" })
			.waitFor();
		await page
			.getByText("Aino Virtanen is named in the routing for an open office.")
			.waitFor();
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"a time that does not exist, or exists twice, waits for a choice",
	async () => {
		const { page } = await opened();
		const when = page.getByLabel("When does it come?");
		await when.fill("2026-03-29T03:30");
		await page.getByText("There is no 03:30 on that night").waitFor();
		await page.getByRole("button", { name: "04:30", exact: true }).click();
		await page.getByRole("heading", { name: /^29 March 2026 04:30/ }).waitFor();
		await when.fill("2026-10-25T03:30");
		await page.getByRole("button", { name: "The second 03:30" }).click();
		await page
			.getByRole("heading", { name: /^25 October 2026 03:30 \(the second/ })
			.waitFor();
		await when.fill("2031-10-25T03:30");
		await page.getByText(/^Choose a day between/).waitFor();
	},
	patience,
);

test(
	"a blocked caller is turned away",
	async () => {
		const { page } = await opened();
		await page.getByLabel("Who calls?").fill("+358 40 1009666");
		await page
			.getByRole("heading", { name: /the call is turned away/ })
			.waitFor();
		await page.getByText("Nobody is rung.").waitFor();
	},
	patience,
);

test(
	"plays the call line by line, as tenant and technician hear it",
	async () => {
		const { page } = await opened();
		await page.getByLabel("Who takes the call?").selectOption("liisa");
		const script = page.getByRole("list", { name: "What they hear" });
		await script.getByText(/Fault call: Scenario line/).waitFor();
		const all = await script.getByRole("listitem").count();
		await page.getByRole("button", { name: "Play" }).click();
		expect(await script.getByRole("listitem").count()).toBeLessThan(all);
		const skip = page.getByRole("button", { name: "Skip" });
		while ((await script.getByRole("listitem").count()) < all)
			await skip.click();
		await script.getByText("Liisa Lind is on the line.").waitFor();
		await page.getByRole("button", { name: "Show all" }).click();
		expect(await script.getByRole("listitem").count()).toBe(all);
	},
	patience,
);

test(
	"keeps what it says with one click, takes it away, and brings it back",
	async () => {
		const { page } = await opened();
		await page.getByRole("button", { name: "Christmas Eve" }).click();
		await page.getByRole("button", { name: "Keep what it says now" }).click();
		await page.getByText("Kept: each publish asks it from now on.").waitFor();
		const kept = page.getByRole("listitem").filter({ hasText: "Holds" });
		await kept.getByText("24 December 2026 17:05", { exact: true }).waitFor();
		await page.getByRole("button", { name: /^Remove/ }).click();
		await page.getByText("None is kept yet.").waitFor();
		await page.getByRole("button", { name: "Bring it back" }).click();
		await kept.waitFor();
	},
	patience,
);

test(
	"the office asks, and keeps nothing",
	async () => {
		const { page } = await opened("office");
		await page.getByRole("heading", { name: "Kept what-ifs" }).waitFor();
		const keep = page.getByRole("button", { name: "Keep what it says now" });
		expect(await keep.count()).toBe(0);
		expect(await page.getByRole("link", { name: "Fairness" }).count()).toBe(0);
	},
	patience,
);

test.each(languages)(
	"in %s what-if and fairness are accessible and fit",
	async (language) => {
		const { page, complaints } = await signedIn(browser, line.service, {
			...{ role: "manager", locale: localeOf(language) },
			at: "/rota/fault-line/what-if",
		});
		for (const name of ["what-if", "fairness"]) {
			if (name !== "what-if")
				await page.goto(`${line.service.url}/rota/fault-line/${name}`);
			await page.locator("main h2").nth(1).waitFor();
			await page.getByText("Kalle Korhonen").first().waitFor();
			expect(await faultsInBothLooks(page, language)).toEqual([]);
		}
		expect(complaints).toEqual([]);
	},
	patience,
);
