import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { signedIn } from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";
import { wireTo } from "../support/wire.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let line: OpenLine;
beforeAll(async () => {
	browser = await openBrowser();
}, patience);
afterAll(() => browser.close(), patience);
beforeEach(async () => {
	line = await openLine({
		closed: ["technician", "liisa"],
		fallback: ["liisa"],
	});
}, patience);
afterEach(async () => {
	await Promise.all(browser.contexts().map((context) => context.close()));
	await line.close();
}, patience);

test(
	"a sign-in link opens a page that says who has the line, and nothing on it is refused",
	async () => {
		const { page, complaints } = await signedIn(browser, line.service);
		await page
			.getByRole("heading", {
				level: 1,
				name: "Kalle Korhonen is on duty. The office opens today at 8.",
			})
			.waitFor();
		await page.getByText("Closed until 08:00").waitFor();
		await page.getByText("No tickets yet.").waitFor();
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"a call is seen as it happens, and moves nothing",
	async () => {
		const { tenant, kalle, clock, network } = line;
		const { page } = await signedIn(browser, line.service);
		const calls = page.getByRole("region", { name: "Calls now" });
		await calls.getByText("No calls right now.").waitFor();
		const tickets = page.getByRole("heading", { name: "Latest tickets" });
		const before = await tickets.boundingBox();

		await tenant.dials();
		await kalle.rings();
		await calls.getByText("Rings Kalle Korhonen").waitFor();
		await calls.getByText("+358 40 1009001").waitFor();
		expect(await tickets.boundingBox()).toEqual(before);

		await clock.passes({ seconds: 5 });
		await kalle.answers();
		await kalle.hears(/press 1/);
		await kalle.presses("1");
		await network.settled();
		await calls.getByText("Talks to Kalle Korhonen").waitFor();

		await tenant.hangsUp();
		await clock.passes({ seconds: 2 });
		await calls.getByText("No calls right now.").waitFor();
		const row = page.getByRole("button", { name: /Answered.*Kalle Korhonen/ });
		await row.click();
		await page.getByText("Kalle Korhonen accepted the call").waitFor();
	},
	patience,
);

test(
	"a call that nobody took is red and first until somebody says they have it",
	async () => {
		const { tenant, clock } = line;
		const { page } = await signedIn(browser, line.service, { role: "office" });
		await tenant.dials();
		await clock.passes({ seconds: 120 });
		await tenant.hangsUp();
		await clock.passes({ seconds: 5 });
		const alarm = page.getByRole("region", {
			name: "Nobody has taken this call",
		});
		await alarm.getByText(/\+358 40 1009001 called today at 02:00/).waitFor();
		await alarm.getByRole("button", { name: /I have it/ }).click();
		await alarm.waitFor({ state: "detached" });
		expect(await line.ticket.view()).toMatchObject({
			status: "acknowledged",
			acknowledgedBy: "office",
		});
	},
	patience,
);

test(
	"a technician says 'I have it' from the page",
	async () => {
		const { tenant, clock } = line;
		await tenant.dials();
		await clock.passes({ seconds: 120 });
		await tenant.hangsUp();
		await clock.passes({ seconds: 5 });
		const { page } = await signedIn(browser, line.service, {
			role: "technician",
		});
		await page.getByText("Nobody has taken this call").waitFor();
		await page
			.getByRole("button", { name: /I have it/ })
			.first()
			.click();
		await page
			.getByText("Nobody has taken this call")
			.waitFor({ state: "detached" });
	},
	patience,
);

test(
	"everything is reached by keyboard: past the header, to the search, through the tickets",
	async () => {
		const { tenant, clock } = line;
		await tenant.dials();
		await tenant.hangsUp();
		await clock.passes({ seconds: 2 });
		const { page } = await signedIn(browser, line.service);
		await page.getByText("Caller hung up").waitFor();
		await page.keyboard.press("Tab");
		expect(await page.evaluate("document.activeElement.textContent")).toBe(
			"Skip to the content",
		);
		await page.keyboard.press("/");
		const search = page.getByRole("searchbox");
		expect(await page.evaluate("document.activeElement.type")).toBe("search");
		await page.keyboard.type("040 999");
		await page.getByText("No tickets from 040 999.").waitFor();
		await search.fill("");
		await page.getByText("Caller hung up").waitFor();
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.getByRole("link", { name: "Open the ticket" }).waitFor();
		await page.keyboard.press("?");
		await page.getByRole("dialog", { name: "Keys" }).waitFor();
		await page.keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "detached" });
	},
	patience,
);

test(
	"the language of the browser is the page's, until another is chosen and remembered",
	async () => {
		const { page } = await signedIn(browser, line.service, { locale: "fi-FI" });
		await page
			.getByRole("heading", {
				name: "Kalle Korhonen päivystää. Toimisto avataan tänään klo 8.",
			})
			.waitFor();
		await page.getByText("Suljettu klo 8.00 asti").waitFor();
		await page.getByRole("button", { name: "Oma valikko: admin" }).click();
		await page.getByRole("menuitem", { name: "Svenska" }).click();
		const swedish = page.getByRole("heading", {
			name: "Kalle Korhonen har jour. Kontoret öppnar i dag kl. 8.",
		});
		await swedish.waitFor();
		await page.reload();
		await swedish.waitFor();
		expect(await page.evaluate("document.documentElement.lang")).toBe("sv");
	},
	patience,
);

test(
	"a lost connection is told in words, and what was missed is shown when it is back",
	async () => {
		const wire = await wireTo(line.service.url);
		const { page } = await signedIn(browser, {
			...line.service,
			url: wire.url,
		});
		await page.getByText("No tickets yet.").waitFor();
		wire.cut();
		const notice = page.getByText("The connection to the service is lost.");
		await notice.waitFor();
		await line.tenant.dials();
		await line.tenant.hangsUp();
		await line.clock.passes({ seconds: 2 });
		wire.mend();
		await notice.waitFor({ state: "detached" });
		await page.getByText("Caller hung up").waitFor();
		await wire.close();
	},
	patience,
);

test(
	"whoever signs out is told how to come back",
	async () => {
		const { page } = await signedIn(browser, line.service);
		await page.getByRole("button", { name: "Your menu: admin" }).click();
		await page.getByRole("menuitem", { name: "Sign out" }).click();
		await page.getByText("npx faultline sign-in").waitFor();
		await page.reload();
		await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
		expect(page.url()).toBe(`${line.service.url}/sign-in`);
	},
	patience,
);
