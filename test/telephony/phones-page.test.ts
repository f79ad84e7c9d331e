import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { type Line, lineNumber, openLine } from "./line.ts";

let browser: Browser;
let line: Line;
beforeAll(async () => {
	browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
	line = await openLine({ consoleUrl: "http://localhost:3000" });
	line.service.answers(
		"/voice",
		'<Gather numDigits="1" action="/key"><Say voice="Polly.Suvi-Neural">Suomeksi paina 1.</Say></Gather>',
	);
	line.service.answers(
		"/key",
		`<Dial callerId="${lineNumber}"><Number url="/whisper">+358405550101</Number></Dial>`,
	);
	line.service.answers(
		"/whisper",
		'<Gather numDigits="1" action="/accept"><Say>Press 1 to take the call.</Say></Gather><Hangup/>',
	);
	line.service.answers("/accept", "");
});
afterEach(() => line.close());

async function open(options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ locale: "en-GB", ...options });
	const page = await context.newPage();
	await page.goto(line.network.url);
	await page.getByRole("article").first().waitFor();
	return page;
}

const phone = (page: Page, name: string) => page.getByRole("article", { name });

async function isAccessible(page: Page): Promise<void> {
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate(() =>
		(globalThis as unknown as { axe: typeof axe }).axe.run(),
	);
	expect(
		violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
	).toEqual([]);
}

async function fits(page: Page): Promise<void> {
	const wider = await page.evaluate(
		"document.documentElement.scrollWidth - innerWidth",
	);
	expect(wider).toBeLessThanOrEqual(0);
}

test("a newcomer calls the line, chooses a language, and a technician takes the call", async () => {
	const page = await open();
	const tenant = phone(page, "The tenant's phone");
	const kalle = phone(page, "Kalle");
	await isAccessible(page);
	await tenant.getByRole("button", { name: "Call +358 9 42721234" }).click();
	await tenant.getByText("Suomeksi paina 1.").waitFor();
	await tenant.getByRole("button", { name: "1", exact: true }).click();
	await kalle.getByText("Call from").waitFor();
	await isAccessible(page);
	await kalle.getByRole("button", { name: "Answer" }).click();
	await kalle.getByText("Press 1 to take the call.").waitFor();
	await kalle.getByRole("button", { name: "1", exact: true }).click();
	await tenant.getByText("Talking to Kalle").waitFor();
	await kalle.getByPlaceholder("Say something").fill("How can I help?");
	await kalle.getByRole("button", { name: "Say it" }).click();
	await tenant.getByText("How can I help?").waitFor();
	await isAccessible(page);
	await tenant.getByRole("button", { name: "Hang up" }).click();
	await tenant.getByText("The call has ended").waitFor();
	expect(line.kalle.state).toBe("idle");
	await page.context().close();
}, 60_000);

test("by keyboard alone, in Finnish, in the dark, on a narrow screen", async () => {
	const page = await open({
		locale: "fi-FI",
		colorScheme: "dark",
		viewport: { width: 360, height: 740 },
	});
	await fits(page);
	await isAccessible(page);
	const tenant = phone(page, "Asukkaan puhelin");
	await tenant
		.getByRole("button", { name: "Soita: +358 9 42721234" })
		.press("Enter");
	await tenant.getByText("Odottaa näppäintä").waitFor();
	await tenant.getByRole("button", { name: "1", exact: true }).press("Space");
	const notice = page.getByText("Puhelin soi: Kalle");
	await notice.waitFor();
	await fits(page);
	await isAccessible(page);
	await page.getByRole("button", { name: "Näytä" }).press("Enter");
	await phone(page, "Kalle")
		.getByRole("button", { name: "Hylkää" })
		.press("Enter");
	await tenant.getByText("Puhelu on päättynyt").waitFor();
	await page.context().close();
}, 60_000);

test("the clock, a phone's habits and the language are changed; the console is a click away", async () => {
	const page = await open({ viewport: { width: 1280, height: 900 } });
	await page.getByText("23:00").waitFor();
	await page.getByRole("button", { name: "Office hours" }).click();
	await page.getByText("10:00").waitFor();
	await page.getByRole("button", { name: "Choose a time" }).click();
	await page.getByLabel("Date and time").fill("2026-12-24T17:05");
	await page.getByRole("button", { name: "Set the clock" }).click();
	await page.getByText("Thursday 24 December 2026").waitFor();
	expect(line.network.now().toISO()).toBe("2026-12-24T15:05:00.000Z");
	await phone(page, "Liisa").getByRole("combobox").selectOption("switched-off");
	await page.getByText("SV", { exact: true }).click();
	await page.getByRole("heading", { level: 1, name: "Telefoner" }).waitFor();
	expect(line.liisa.behaviour).toEqual({ kind: "switched-off" });
	expect(await page.locator("html").getAttribute("lang")).toBe("sv");
	const link = page.getByRole("link", { name: "Till konsolen" });
	expect(await link.getAttribute("href")).toBe("http://localhost:3000");
	await isAccessible(page);
	await page.context().close();
}, 60_000);

test("a message and its link are shown", async () => {
	const page = await open();
	line.kalle.receives({
		sid: "SM1",
		from: lineNumber,
		body: "Burst pipe: http://localhost:3000/t/1",
		at: line.network.now(),
	});
	const link = phone(page, "Kalle").getByRole("link", {
		name: "http://localhost:3000/t/1",
	});
	await link.waitFor();
	await isAccessible(page);
	await page.context().close();
}, 60_000);
