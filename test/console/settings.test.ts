import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, overflow, signedIn, speaks } from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let line: OpenLine;
/** Of one admin, who goes from page to page. */
let page: Page;
let complaints: string[];
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine();
	({ page, complaints } = await signedIn(browser, line.service));
}, patience);
afterEach(() => complaints.splice(0));
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

test(
	"an admin adds a subject, moves it by the keyboard, retires it and brings it back",
	async () => {
		await page.goto(`${line.service.url}/settings`);
		await page
			.getByRole("heading", { name: /Tickets are sorted under 74 subjects/ })
			.waitFor();
		await page.getByRole("button", { name: "Yard 5 below it" }).click();
		await page.getByRole("button", { name: "Add under Yard" }).click();
		const form = page.getByRole("dialog", { name: "A new subject" });
		await form.getByLabel("Name in Finnish").fill("Leikkipaikka");
		await form.getByLabel("Name in Swedish").fill("Lekplats");
		await form.getByLabel("Name in English").fill("Waste");
		await form.getByRole("button", { name: "Save" }).click();
		await form.getByText(/“Waste” in English already/).waitFor();
		await form.getByLabel("Name in English").fill("Playground");
		await form.getByRole("button", { name: "Save" }).click();
		await form.waitFor({ state: "hidden" });
		const below = page.getByRole("list", { name: "Under Yard" });
		await below.getByText("Playground").waitFor();

		const up = below.getByRole("button", { name: "Move up: Playground" });
		await up.focus();
		await page.keyboard.press("Enter");
		await page.getByText("Playground is now number 5 of 6.").waitFor();
		const order = () => below.locator("[data-subject]").allTextContents();
		await expect(order()).resolves.toEqual([
			...["Snow and ice", "Lighting of the yard", "Waste"],
			...["Trees and plants", "Playground", "Parking and car heating"],
		]);
		expect(await up.and(page.locator(":focus")).count()).toBe(1);

		await below.getByRole("button", { name: "Edit Playground" }).click();
		const edit = page.getByRole("dialog", { name: "Edit Playground" });
		await edit.getByLabel("Why (goes on record)").fill("not ours");
		await edit.getByRole("button", { name: "Retire" }).click();
		await edit.waitFor({ state: "hidden" });
		await below.getByText("Playground").waitFor({ state: "hidden" });
		await page.getByLabel("Show retired ones too").check();
		await below.getByText("Retired").waitFor();
		await below.getByRole("button", { name: "Edit Playground" }).click();
		await edit.getByRole("button", { name: "Bring back" }).click();
		await below.getByText("Retired").waitFor({ state: "hidden" });
		expect(complaints.filter((each) => !each.includes("409"))).toEqual([]);
	},
	patience,
);

test(
	"due times are typed as people write them and shown as they were understood; the class that comes first holds where none is named",
	async () => {
		await page.goto(`${line.service.url}/settings/service-classes`);
		await page.getByRole("button", { name: "Edit Quick" }).click();
		const form = page.getByRole("dialog", { name: "Edit Quick" });
		await form.getByLabel("Normal").fill("soon");
		await form.getByLabel("Not urgent").fill("1,5 days");
		await form.getByLabel("Why").focus();
		await form.getByText(/Write a number and a unit/).waitFor();
		expect(await form.getByLabel("Not urgent").inputValue()).toBe("1 d 12 h");
		await form.getByLabel("Normal").fill("2 d");
		await form.getByRole("button", { name: "Save" }).click();
		await form.getByText(/more urgent cannot have longer/).waitFor();
		await form.getByLabel("Not urgent").fill("1 week");
		await form.getByRole("button", { name: "Save" }).click();
		await form.waitFor({ state: "hidden" });
		const quick = page.getByRole("listitem").filter({ hasText: "Quick" });
		await quick.getByText("1 w", { exact: true }).waitFor();
		await page.getByRole("button", { name: "Remove Quick" }).click();
		const asked = page.getByRole("dialog", { name: "Remove Quick?" });
		await asked.getByRole("button", { name: "Remove" }).click();
		await asked.waitFor({ state: "hidden" });
		await page.getByRole("heading", { name: /^2 service classes/ }).waitFor();

		await page.getByText("The first one, Standard, holds").waitFor();
		await page
			.getByRole("button", { name: "Move up: Sheltered housing" })
			.click();
		await page.getByText("Sheltered housing is now number 1 of 2.").waitFor();
		await page.getByText("The first one, Sheltered housing, holds").waitFor();
	},
	patience,
);

test.each([
	["en", "Water and drains", /^Edit /],
	["fi", "Vesi ja viemäri", /^Muokkaa: /],
	["sv", "Vatten och avlopp", /^Ändra /],
] as const)(
	"the pages keep to the rules, on a phone too: %s",
	async (language, water, edit) => {
		await speaks(page, language);
		await page.setViewportSize({ width: 320, height: 700 });
		await page.emulateMedia({
			colorScheme: language === "sv" ? "dark" : "light",
		});
		for (const name of ["subjects", "service-classes"]) {
			await page.goto(`${line.service.url}/settings/${name}`);
			await page.getByRole("button", { name: edit }).first().waitFor();
			if (name === "subjects")
				await page
					.getByRole("button", { name: water, expanded: false })
					.click();
			expect([name, await axeFindings(page)]).toEqual([name, []]);
			expect([name, await overflow(page)]).toEqual([name, 0]);
			await page.getByRole("button", { name: edit }).first().click();
			await page.getByRole("dialog").waitFor();
			expect([name, await axeFindings(page)]).toEqual([name, []]);
			await page.keyboard.press("Escape");
		}
		expect(complaints).toEqual([]);
	},
	patience,
);
