import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import supertest from "supertest";
import { languages } from "../../src/domain/language.ts";
import { accountOf, signInPath } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { faultsInBothLooks, localeOf, opened } from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";
import { publishTo } from "../support/swap-rota.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let line: OpenLine;
/** Liisa has it till Monday the 9th, then Kalle till Saturday. */
beforeAll(async () => {
	browser = await openBrowser();
}, patience);
beforeEach(async () => {
	line = await openLine();
	await publishTo(line.service);
}, patience);
afterEach(async () => {
	await Promise.all(browser.contexts().map((context) => context.close()));
	await line.close();
}, patience);
afterAll(() => browser.close(), patience);

/** The page of somebody's own duty, on a phone. */
async function dutyOf(
	name: string,
	look: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
	const { ctx, url } = line.service;
	const email = `${name.split(" ")[0]?.toLowerCase()}@example.org`;
	const id = await accountOf(ctx, { role: "technician", name, email });
	const { page, complaints } = await opened(browser, {
		viewport: { width: 375, height: 750 },
		...look,
	});
	await page.goto(`${url}${await signInPath(line.service, "technician", id)}`);
	await page.waitForURL(`${url}/`);
	await page.goto(`${url}/my-duty`);
	await page.locator("main li button").first().waitFor();
	return { page, complaints };
}

test(
	"a shift goes from an offer to a yes, into the rota and into the taker's own calendar",
	async () => {
		const { page: kalle, complaints } = await dutyOf("Kalle Korhonen");
		await kalle
			.getByRole("heading", {
				level: 1,
				name: "Your next duty begins on Monday at 08:00.",
			})
			.waitFor();
		const { page: liisa } = await dutyOf("Liisa Lind");
		await liisa
			.getByRole("heading", {
				name: /You have technician until Monday 08:00\./,
			})
			.waitFor();
		await liisa
			.getByRole("button", { name: "Make a calendar address" })
			.click();
		const feed = await liisa.getByLabel("Calendar address").inputValue();

		await kalle.getByRole("button", { name: /^Give away/ }).click();
		await kalle.getByLabel("A word with it").fill("My daughter's wedding");
		await kalle.getByRole("button", { name: "Offer to others" }).click();
		await kalle
			.getByText("Offered to everybody; nobody has taken it yet.")
			.waitFor();

		const question = liisa.getByRole("region", { name: "For you to answer" });
		await question.getByText("Kalle Korhonen offers to anybody").waitFor();
		await question.getByText("My daughter's wedding").waitFor();
		await question.getByRole("button", { name: /^Take it/ }).click();
		await question.getByRole("button", { name: "Yes, I take it" }).click();
		await question.waitFor({ state: "detached" });
		// Every stretch that lies side by side with one's own is one shift.
		await liisa
			.getByText("Sun 1 Mar 08:00 – Sat 14 Mar 08:00", { exact: true })
			.waitFor();
		await kalle.getByText("Liisa Lind took it.").waitFor();
		await kalle
			.getByRole("heading", {
				name: "You have no shifts in the next 12 weeks.",
			})
			.waitFor();

		const { status, text } = await supertest(line.service.url).get(
			new URL(feed).pathname,
		);
		expect(status).toBe(200);
		expect(text).toContain("BEGIN:VEVENT");
		expect(text).toMatch(/DTEND;TZID=Europe\/Helsinki:20260314T080000/);
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"a part of a shift is asked of one colleague, who cannot; taking an offer back leaves all as it was",
	async () => {
		const { page: kalle } = await dutyOf("Kalle Korhonen");
		const give = kalle.getByRole("button", { name: /^Give away/ });
		await give.click();
		await kalle.getByLabel("Only a part of it").check();
		await kalle.getByLabel("From: Day").selectOption("2026-03-10");
		await kalle.getByLabel("From: Time").selectOption({ label: "12:00" });
		await kalle.getByLabel("To: Day").selectOption("2026-03-11");
		await kalle.getByLabel("To: Time").selectOption({ label: "12:00" });
		await kalle.getByLabel("Whom to ask").selectOption("pekka");
		await kalle.getByRole("button", { name: "Ask Pekka Nieminen" }).click();
		await kalle
			.getByText(
				"You have asked Pekka Nieminen; there is no answer yet. It is about Tue 10 Mar 12:00 – Wed 11 Mar 12:00.",
			)
			.waitFor();

		const { page: pekka } = await dutyOf("Pekka Nieminen");
		await pekka.getByText("Kalle Korhonen asks you to take").waitFor();
		await pekka.getByRole("button", { name: /^No, I cannot/ }).click();
		await kalle.getByText("Pekka Nieminen could not.").waitFor();

		await give.click();
		await kalle.getByRole("button", { name: "Offer to others" }).click();
		await pekka.getByText("Kalle Korhonen offers to anybody").waitFor();
		await kalle.getByRole("button", { name: /^Take it back/ }).click();
		await kalle.getByText("Taken back.").waitFor();
		await pekka
			.getByText("Kalle Korhonen offers to anybody")
			.waitFor({ state: "detached" });
		await give.waitFor();
	},
	patience,
);

test(
	"whoever says that they are away is told which shifts that hits, and can remove it",
	async () => {
		const { page } = await dutyOf("Kalle Korhonen");
		await page.getByRole("button", { name: "I'm away …" }).click();
		await page.getByLabel("First day").fill("2026-03-10");
		await page.getByLabel("Last day").fill("2026-03-11");
		await page.getByRole("button", { name: "Say that I am away" }).click();
		const away = page.getByRole("region", { name: "When you are away" });
		await away.getByText("Tue 10 Mar – Wed 11 Mar", { exact: true }).waitFor();
		await away
			.getByText("technician, Tue 10 Mar 00:00 – Thu 12 Mar 00:00")
			.waitFor();
		await away.getByRole("button", { name: /^Give away/ }).click();
		await page.getByLabel("Whom to ask").waitFor();
		await away.getByRole("button", { name: /^Remove/ }).click();
		await away.getByText("Nobody has been told that you are away.").waitFor();
	},
	patience,
);

test(
	"a calendar address that is stopped answers no more",
	async () => {
		const { page } = await dutyOf("Kalle Korhonen");
		await page.getByRole("button", { name: "Make a calendar address" }).click();
		const feed = await page.getByLabel("Calendar address").inputValue();
		const answer = () =>
			supertest(line.service.url).get(new URL(feed).pathname);
		expect((await answer()).status).toBe(200);
		await page.getByRole("button", { name: /^Stop this address/ }).click();
		await page.getByText("The address is stopped.").waitFor();
		expect((await answer()).status).toBeGreaterThanOrEqual(400);
	},
	patience,
);

test.each(languages)(
	"in %s the page is accessible, fits, and its buttons suit a thumb",
	async (language) => {
		const { page } = await dutyOf("Kalle Korhonen", {
			locale: localeOf(language),
		});
		await page.locator("main li button").first().click();
		await page.locator("main input[type=checkbox]").check();
		await page.locator("main fieldset").first().waitFor();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		for (const button of await page.locator("main button:visible").all()) {
			const box = await button.boundingBox();
			expect(box?.height).toBeGreaterThanOrEqual(48);
		}
	},
	patience,
);
