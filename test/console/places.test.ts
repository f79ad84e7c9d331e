import type { Browser, Page } from "playwright-core";
import { askerOf } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, overflow, signedIn, speaks } from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 120_000;

let browser: Browser;
let line: OpenLine;
/** Of one manager, who goes from page to page. */
let page: Page;
let complaints: string[];
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine();
	({ page, complaints } = await signedIn(browser, line.service, {
		role: "manager",
	}));
}, patience);
afterEach(() => complaints.splice(0));
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

const file = (name: string, ...rows: string[]) => ({
	...{ name, mimeType: "text/csv" },
	buffer: Buffer.from(rows.join("\n")),
});

test(
	"houses come in from a file after a look at each row; a tenant is added where they live, found, and asked about",
	async () => {
		await page.goto(`${line.service.url}/places`);
		await page.getByText("No property is known yet.").waitFor();
		await page.getByRole("link", { name: "Take in from a file" }).click();
		await page
			.locator("input[type=file]")
			.setInputFiles(
				file(
					"houses.csv",
					"Tunnus;Osoite;Huoneistot",
					"1001;Kiviparintie 2;B 10-18",
					";Nowhere 1;",
				),
			);
		await page
			.getByText("houses.csv: one new, one row that cannot be taken in")
			.waitFor();
		await page.getByText("The key is missing.").waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.getByRole("button", { name: "Take in", exact: true }).click();
		await page.getByText("Done: one new").waitFor();

		await page.getByRole("link", { name: "Properties", exact: true }).click();
		await page.getByText("One property is known.").waitFor();
		await page.getByRole("link", { name: "Kiviparintie 2" }).click();
		await page.getByRole("button", { name: "Add a tenant" }).click();
		const form = page.getByRole("dialog", { name: "Add a tenant" });
		await form.getByLabel("Name").fill("Matti Meikäläinen");
		await form.getByLabel("Phone numbers").fill("12345");
		await form.getByRole("button", { name: "Add", exact: true }).click();
		const alert = form.getByRole("alert");
		await alert.getByText(/^“12345” is no phone number/).waitFor();
		expect(await alert.textContent()).not.toMatch(/problems/);
		await form.getByLabel("Phone numbers").fill("040 100 9001");
		await page.context().setOffline(true);
		await form.getByRole("button", { name: "Add", exact: true }).click();
		await alert.getByText("The service does not answer just now.").waitFor();
		await page.context().setOffline(false);
		await form.getByRole("textbox", { name: "Place" }).fill("kivipar 2 b 12");
		await form.getByRole("option", { name: "Kiviparintie 2 B 12" }).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		expect(await form.getByLabel("Flat").inputValue()).toBe("12");
		expect(await axeFindings(page)).toEqual([]);
		await form.getByRole("button", { name: "Add", exact: true }).click();
		await page.getByRole("row", { name: /Matti Meikäläinen.*B 12/ }).waitFor();

		await page.getByRole("link", { name: "Data request" }).click();
		await page.getByLabel("Phone number").fill("0401009001");
		await page.keyboard.press("Enter");
		await page.getByText("One tenant, one audit entry on").waitFor();
		await page.getByRole("button", { name: "Erase …" }).click();
		const asked = page.getByRole("dialog", { name: /Erase everything on/ });
		await asked.getByText("one tenant").waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await asked.getByRole("button", { name: "Erase for good" }).click();
		await page.getByText("+358 40 1009001 is erased.").waitFor();
		await page.getByText(/Erased .* by manager\./).waitFor();
		const meant = /status of 400|ERR_INTERNET_DISCONNECTED/;
		expect(complaints.filter((each) => !meant.test(each))).toEqual([]);
	},
	patience,
);

test.each([
	["fi", "Kohteet"],
	["sv", "Fastigheter"],
	["en", "Properties"],
] as const)(
	"in %s every page is accessible and fits a narrow phone",
	async (language, title) => {
		const { agent } = await askerOf(line.service, "office");
		await agent.post("/api/tenants").send({
			...{ key: `k-${language}`, name: "Åsa Öberg", language: "sv" },
			...{ numbers: ["040 100 9002"], property: null },
			...{ stairwell: "", flat: "" },
		});
		await speaks(page, language);
		await page.setViewportSize({ width: 320, height: 700 });
		const { body } = await agent.get("/api/properties");
		const property = body.properties[0]?.id;
		for (const path of [
			`?property=${property}`,
			"/tenants",
			"/import",
			"/data-request",
			"",
		]) {
			await page.goto(`${line.service.url}/places${path}`);
			await page.getByRole("heading", { level: 1 }).waitFor();
			expect([path, await overflow(page)]).toEqual([path, 0]);
			expect([path, await axeFindings(page)]).toEqual([path, []]);
		}
		await page.getByRole("heading", { level: 1, name: title }).waitFor();
		expect(complaints).toEqual([]);
	},
	patience,
);
