import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import readExcelFile from "read-excel-file/node";
import { languages } from "../../src/domain/language.ts";
import { openBrowser } from "../support/browser.ts";
import { faultsInBothLooks, signedIn } from "../support/console.ts";
import { eventually } from "../support/eventually.ts";
import { lineNumber, type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 90_000;

let browser: Browser;
let line: OpenLine;
/** Of one who has signed in once, and works all morning. */
let page: Page;
let complaints: string[];
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine({ closed: ["kalle"], fallback: ["kalle"] });
	const { tenant, neighbour, kalle, clock } = line;
	await tenant.dials();
	await clock.passes({ seconds: 60 });
	await tenant.hangsUp();
	await neighbour.dials();
	await clock.passes({ seconds: 5 });
	await kalle.answers();
	await kalle.hears(/press 1/);
	await kalle.presses("1");
	await clock.passes({ seconds: 30 });
	await neighbour.hangsUp();
	await clock.passes({ seconds: 5 });
	await say("2026-000001", '=HYPERLINK("http://evil.example","Vuoto")');
	await say("2026-000002", "Hissi jumissa");
	({ page, complaints } = await signedIn(browser, line.service, {
		...{ role: "office", at: "/tickets" },
	}));
}, patience);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);
afterEach(() => expect(complaints.splice(0)).toEqual([]));

test(
	"the first line says what waits; filters and the search stand in the address, and going back takes them back",
	async () => {
		await log("");
		await heading("1 nobody has acknowledged. 2 open.");
		await rows(["2026-000002", "2026-000001"]);

		await page.getByRole("button", { name: "Filters" }).click();
		await page.getByLabel("Waiting").selectOption("unacknowledged");
		await rows(["2026-000001"]);
		expect(new URL(page.url()).search).toBe("?unacknowledged=yes");
		await page.getByRole("button", { name: "Remove: Nobody has" }).click();
		await rows(["2026-000002", "2026-000001"]);
		await page.goBack();
		await rows(["2026-000001"]);
		await page.getByRole("button", { name: "Clear all" }).click();

		await page.locator("body").click({ position: { x: 2, y: 300 } });
		await page.keyboard.press("/");
		await page.keyboard.type("hissin");
		await rows(["2026-000002"]);
		expect(new URL(page.url()).search).toBe("?q=hissin");
		await page.keyboard.press("Control+A");
		await page.keyboard.type("zzzz");
		await page.getByText("No ticket is like that.").waitFor();
		await page.getByRole("button", { name: "Show all tickets" }).click();
		await rows(["2026-000002", "2026-000001"]);

		await page.context().setOffline(true);
		await page.getByRole("textbox", { name: "Search by" }).fill("vuoto");
		await page.getByText("The tickets cannot be fetched").waitFor();
		await page.context().setOffline(false);
		await rows(["2026-000001"]);
		complaints.splice(0);
	},
	patience,
);

test(
	"a place is picked down to its stairwell, and an address that names one shows it picked",
	async () => {
		const { database } = line.database;
		const id = randomUUID();
		await database.query(
			`insert into properties (id, key, address, stairwells) values ($1, 'k2', 'Kiviparintie 2', '{A,B}')`,
			{ bind: [id] },
		);
		await database.query(
			"update tickets set property_id = $1, stairwell = case number when '2026-000001' then 'A' else 'B' end",
			{ bind: [id] },
		);
		await log(`?property=${id}`);
		await rows(["2026-000002", "2026-000001"]);
		await page.getByRole("button", { name: "Filters" }).click();
		await page.getByLabel("Stairwell").selectOption("A");
		await rows(["2026-000001"]);
		expect(new URL(page.url()).search).toContain("stairwell=A");
		expect(
			await page.getByRole("textbox", { name: "Place" }).inputValue(),
		).toBe("Kiviparintie 2 A");
		await database.query(
			"update tickets set property_id = null, stairwell = ''",
		);
	},
	patience,
);

test(
	"by keys alone: from the search to the rows, into a ticket, and back to the row in the list as it was",
	async () => {
		await log("?status=open");
		await rows(["2026-000002", "2026-000001"]);
		await page.getByText("2 tickets", { exact: true }).waitFor();
		await page.keyboard.press("/");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/tickets\/2026-000001$/);
		await page.getByRole("link", { name: "Back to the list" }).focus();
		await page.keyboard.press("Enter");
		await page.waitForURL(/\/tickets\?status=open$/);
		await page.locator("tr a:focus", { hasText: "2026-000001" }).waitFor();
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("ArrowUp");
		await page.locator("input:focus").waitFor();
	},
	patience,
);

test(
	"a view is kept, shown first from then on, renamed, given other filters, and taken away",
	async () => {
		await log("?status=new");
		await choose("Views", "Keep this as a view");
		await page.getByRole("textbox", { name: "Name" }).fill("Morning");
		await page.getByRole("button", { name: "Keep", exact: true }).click();
		await choose("Morning", "Show this first");
		await log("");
		await page.waitForURL(/\?status=new$/);
		await rows(["2026-000001"]);

		await choose("Morning", "Rename");
		await page.getByRole("textbox", { name: "Name" }).fill("Evening");
		await page.getByRole("button", { name: "Keep", exact: true }).click();
		await page.getByRole("button", { name: "Filters" }).click();
		await page.getByLabel("Status").selectOption("open");
		await choose("Evening, changed", "Keep with the filters of now");
		await page.getByRole("button", { name: "Evening", exact: true }).waitFor();
		await log("");
		await page.waitForURL(/\?status=open$/);

		await choose("Evening", "Remove");
		await page.getByRole("button", { name: "Remove the view" }).click();
		await page.getByRole("button", { name: "Views" }).waitFor();
	},
	patience,
);

test(
	"what is new waits to be shown, and what has changed is marked where it stands",
	async () => {
		await log("");
		await rows(["2026-000002", "2026-000001"]);
		const stranger = line.network.phones.add({
			...{ name: "stranger", number: "+358401009099", role: "tenant" },
		});
		await stranger.dials(lineNumber);
		await line.clock.passes({ seconds: 2 });
		await stranger.hangsUp();
		await line.clock.passes({ seconds: 2 });
		const show = page.getByRole("button", { name: "1 new ticket – show" });
		await show.waitFor();
		await rows(["2026-000002", "2026-000001"]);
		await show.click();
		await rows(["2026-000003", "2026-000002", "2026-000001"]);
		await page.getByText("New", { exact: true }).first().waitFor();
	},
	patience,
);

test.each(["xlsx", "csv"] as const)(
	"the page is saved as %s, and opened again it holds what was shown, none of it as a formula",
	async (format) => {
		await log("?to=2026-03-03&status=open");
		await rows(null);
		await page.getByRole("button", { name: "Export" }).click();
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			page
				.getByRole("menuitem", { name: `As ${format.toUpperCase()}` })
				.click(),
		]);
		const bytes = await readFile(await download.path());
		const table = format === "xlsx" ? await sheetOf(bytes) : csvOf(bytes);
		const shown = await page.locator("tbody a").allTextContents();
		expect(table.slice(1).map(([number]) => number)).toEqual(shown);
		const what = table[0]?.indexOf("What") ?? -1;
		const written = table.find(([number]) => number === "2026-000001")?.[what];
		const text = '=HYPERLINK("http://evil.example","Vuoto")';
		expect(written).toBe(format === "xlsx" ? text : `'${text}`);
		if (format === "xlsx") expect(bytes.includes("<f>")).toBe(false);
		const entries = await line.database.database.query(
			"select after from audit_entries where action = 'tickets-exported' order by id desc limit 1",
		);
		expect(entries[0]).toEqual([
			{ after: expect.objectContaining({ format, count: shown.length }) },
		]);
	},
	patience,
);

test.each(languages)(
	"in %s anybody can use it, on a wide screen and on 320 px, in the light and in the dark",
	async (language) => {
		const locale = { fi: "fi-FI", sv: "sv-SE", en: "en-GB" }[language];
		const { page } = await signedIn(browser, line.service, {
			...{ locale, at: "/tickets?unacknowledged=yes" },
		});
		await page.locator("tbody tr").first().waitFor();
		await page.locator("search button[aria-controls]").first().click();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		await page.context().close();
	},
	patience,
);

async function log(address: string): Promise<void> {
	await page.goto(`${line.service.url}/tickets${address}`);
}

async function choose(menu: string, item: string): Promise<void> {
	await page.getByRole("button", { name: menu, exact: true }).click();
	await page.getByRole("menuitem", { name: item }).click();
}

async function say(number: string, summary: string): Promise<void> {
	await line.database.database.query(
		"update tickets set summary = $2, revision = revision + 1 where number = $1",
		{ bind: [number, summary] },
	);
}

async function heading(name: string): Promise<void> {
	await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Waits until these are the rows, or, with null, until there are any. */
async function rows(numbers: string[] | null): Promise<void> {
	const shown = page.locator("tbody a");
	await shown.first().waitFor();
	if (numbers)
		await eventually(async () => {
			const texts = await shown.allTextContents();
			return texts.join() === numbers.join() ? texts : null;
		});
}

async function sheetOf(bytes: Buffer): Promise<unknown[][]> {
	const [sheet] = await readExcelFile(bytes);
	return (sheet?.data ?? []) as unknown[][];
}

function csvOf(bytes: Buffer): string[][] {
	return parse(bytes, { bom: true, delimiter: "," });
}
