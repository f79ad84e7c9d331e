import type { Browser, Page } from "playwright-core";
import supertest from "supertest";
import { fetchCalendarAt } from "../../src/actions/fetch-calendar.ts";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { languages } from "../../src/domain/language.ts";
import { openBrowser } from "../support/browser.ts";
import { faultsInBothLooks, localeOf, signedIn } from "../support/console.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 90_000;

let browser: Browser;
let line: OpenLine;

/** A rota that reads one calendar, which cannot be read. */
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine();
	const { ctx } = line.service;
	const rota = rotaOf("fault-line", {});
	const url = "https://127.0.0.1/secret.ics";
	await publishRota(ctx, {
		rota: {
			...rota,
			duties: { ...rota.duties, backup: [{ calendar: { url } }] },
		},
		by: "test",
		reason: "test",
	});
	await fetchCalendarAt(ctx, { line: "fault-line", url });
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

const address = (page: string) => `${line.service.url}/rota/fault-line/${page}`;

const file = {
	name: "jour.csv",
	mimeType: "text/csv",
	buffer: Buffer.from(
		"person;start;end\nLiisa Lind;24.12.2026 15.00;25.12.2026 8.00\nOtto;25.12.2026 8.00;26.12.2026 8.00\n",
	),
};

async function chooseFile(page: Page): Promise<void> {
	await page.goto(address("import"));
	await page.locator('input[type="file"]').setInputFiles(file);
	await page.locator("table").waitFor();
}

test(
	"a planner makes an address, copies it, and revokes it",
	async () => {
		const { page, complaints } = await signedIn(browser, line.service, {
			role: "planner",
		});
		await page.goto(address("calendars"));
		await page
			.getByRole("combobox", { name: "Whose shifts" })
			.selectOption({ label: "Kalle Korhonen" });
		await page.getByRole("button", { name: "Make an address" }).click();
		const url = await page
			.getByRole("textbox", { name: "Address" })
			.inputValue();
		const feed = () => supertest(line.service.url).get(new URL(url).pathname);
		expect((await feed()).text).toContain("BEGIN:VEVENT");
		await page.reload();
		await page.getByText("Last fetched").waitFor();
		expect(await page.content()).not.toContain(url);
		await page
			.getByRole("button", { name: "Revoke the address of Kalle Korhonen" })
			.click();
		await page.getByRole("button", { name: "Yes, revoke" }).click();
		await page.getByText("No addresses yet.").waitFor();
		expect((await feed()).status).toBe(404);
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"shifts of a file are looked at row by row, and the good ones go into the draft",
	async () => {
		const { page, complaints } = await signedIn(browser, line.service, {
			role: "planner",
		});
		await chooseFile(page);
		await page
			.getByRole("combobox", { name: "Duty" })
			.selectOption("technician");
		await page
			.getByText("1 shift can be taken. 1 row cannot be taken")
			.waitFor();
		await page.getByText('"Otto" is not in the rota.').waitFor();
		const saved = page.waitForResponse(
			(response) =>
				response.url().endsWith("/draft") &&
				response.request().method() === "PUT",
		);
		await page
			.getByRole("button", { name: "Add 1 shift to the draft" })
			.click();
		await page.getByText("1 shift is in the draft now.").waitFor();
		await saved;
		const draft = (await page.evaluate(
			"fetch('/api/rotas/fault-line/draft').then((answer) => answer.json())",
		)) as { draft: { rota: ReturnType<typeof rotaOf> } };
		expect(draft.draft.rota.duties.technician?.at(-1)).toEqual({
			shifts: [
				{ person: "liisa", start: "2026-12-24T15:00", end: "2026-12-25T08:00" },
			],
		});
		expect(complaints).toEqual([]);
	},
	patience,
);

test.each(languages)(
	"in %s the pages are accessible and fit",
	async (language) => {
		const { page, complaints } = await signedIn(browser, line.service, {
			...{ role: "planner", locale: localeOf(language) },
		});
		await page.goto(address("calendars"));
		await page.getByText("https://127.0.0.1/").waitFor();
		await page
			.getByRole("button", { name: /osoite|add?ress/i })
			.first()
			.click();
		await page.locator("input[readonly][value^=http]").waitFor();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		await chooseFile(page);
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		expect(complaints).toEqual([]);
	},
	patience,
);
