import { parse } from "csv-parse/sync";
import type { Browser } from "playwright-core";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { openBrowser } from "../support/browser.ts";
import { signedIn } from "../support/console.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 90_000;

let browser: Browser;
let line: OpenLine;

/** Kalle and Liisa take weekly turns, and Kalle has one of Liisa's weeks. */
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine();
	await publishRota(line.service.ctx, {
		rota: {
			...rotaOf("fault-line", {}),
			duties: {
				technician: [
					{
						rotation: {
							people: ["kalle", "liisa"],
							start: "2026-01-06T00:00",
							rrule: "FREQ=WEEKLY;BYDAY=TU",
						},
					},
				],
				backup: [
					{
						shifts: [
							{
								person: "aino",
								start: "2026-01-01T00:00",
								end: "2027-12-31T00:00",
							},
						],
					},
				],
			},
			overrides: [
				{
					duty: "technician",
					start: "2026-03-10T00:00",
					end: "2026-03-17T00:00",
					person: "kalle",
				},
			],
		},
		by: "test",
		reason: "test",
	});
}, patience);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

test(
	"says who has more than an even share, for any time, and exports the pay",
	async () => {
		const { page, complaints } = await signedIn(browser, line.service, {
			role: "manager",
			acceptDownloads: true,
			at: "/rota/fault-line/fairness",
		});
		await page.getByLabel("Duty").selectOption("technician");
		const headline = page.getByRole("heading", { level: 1 });
		await headline
			.filter({ hasText: "Kalle Korhonen has 48 nights" })
			.waitFor();
		expect(await headline.textContent()).toBe(
			"Kalle Korhonen has 48 nights, an even share is 42. Liisa Lind has 36 nights, an even share is 42.",
		);
		const table = page.getByRole("table");
		const rowsBy = async (column: string) => {
			await table.getByRole("button", { name: column, exact: true }).click();
			const cells = table.getByRole("rowheader");
			return (await cells.allTextContents()).map((text) =>
				text.replace(/^[A-Z]{2}/, ""),
			);
		};
		expect(await rowsBy("Nights")).toEqual(["Kalle Korhonen", "Liisa Lind"]);
		expect(await rowsBy("Nights")).toEqual(["Liisa Lind", "Kalle Korhonen"]);
		await page.getByLabel("Time", { exact: true }).selectOption("custom");
		await page.getByLabel("From").fill("2026-03-24");
		await page.getByLabel("To (included)").fill("2026-04-06");
		await page
			.getByRole("heading", { name: "The turns are shared evenly" })
			.waitFor();
		await page.getByLabel("From").fill("2026-03-01");
		const download = page.waitForEvent("download");
		await page.getByRole("link", { name: "Export CSV" }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe(
			"standby-fault-line-2026-03-01-2026-04-07.csv",
		);
		const parts: Buffer[] = [];
		for await (const part of await file.createReadStream()) parts.push(part);
		const [head] = parse(Buffer.concat(parts).toString(), { bom: true });
		expect(head).toContain("Hours");
		expect(complaints).toEqual([]);
	},
	patience,
);
