import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, overflow, signedIn } from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let line: OpenLine;
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine({ line: { sms: { price: 0.07 } } });
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

const path = "/settings/messages";

test.each([
	["fi-FI", 320, "dark", "Vikailmoituksen numero"],
	["sv-SE", 375, "light", "Felanmälans nummer"],
	["en-GB", 1280, "light", "The ticket's number"],
] as const)(
	"the page is accessible and fits: %s, %s px, %s",
	async (locale, width, colorScheme, receipt) => {
		const { page, complaints } = await signedIn(browser, line.service, {
			locale,
			colorScheme,
			viewport: { width, height: 800 },
			at: path,
		});
		await page.getByText(receipt).click();
		await page.locator("summary").last().click();
		await page.locator("figure").nth(2).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.locator("textarea").first().fill("{nmuber");
		await page.locator("textarea[aria-invalid=true]").waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"an admin writes other words with the keyboard, sees what is received and what it costs, and goes back",
	async () => {
		const { page } = await signedIn(browser, line.service, { at: path });
		await page
			.getByRole("heading", { name: "All messages have the built-in words" })
			.waitFor();
		const message = page.locator("details").filter({
			hasText: "The ticket's number",
		});
		await message.locator("summary").focus();
		await page.keyboard.press("Enter");
		const field = message.getByRole("textbox");
		await field.fill("Thanks from ");
		await message.getByText("The text lacks {number}").waitFor();
		expect(
			await message.getByRole("button", { name: "Save" }).isDisabled(),
		).toBe(true);
		await message.getByRole("button", { name: "name of the line" }).click();
		await field.press("End");
		await field.pressSequentially(`: {number} ${"a".repeat(150)}`);
		await message.getByText("Thanks from Fault line: 2026-000123").waitFor();
		await message
			.getByText(/2 text messages, \d+ characters, about €0\.14/)
			.waitFor();
		await message.getByRole("button", { name: "Save" }).click();
		await page
			.getByRole("heading", {
				name: "1 text is your own, the rest are built in",
			})
			.waitFor();
		await page.reload();
		await message.getByText("your own words").waitFor();
		await message.locator("summary").click();
		await message
			.getByRole("button", { name: "Back to the built-in text" })
			.click();
		await message.getByText("The built-in text holds again.").waitFor();
		expect(await field.inputValue()).toContain("Thank you for letting us know");
	},
	patience,
);
