import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { publishRota } from "../../src/actions/publish-rota.ts";
import type { Phone } from "../../src/telephony/emulator/phone.ts";
import { accountOf, askerOf, signInPath } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, opened, overflow } from "../support/console.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 120_000;

let browser: Browser;
let line: OpenLine;
beforeAll(async () => {
	browser = await openBrowser();
}, patience);
beforeEach(async () => {
	line = await openLine();
}, patience);
afterEach(async () => {
	await Promise.all(browser.contexts().map((context) => context.close()));
	await line.close();
}, patience);
afterAll(() => browser.close(), patience);

const phoneScreen: BrowserContextOptions = {
	viewport: { width: 390, height: 844 },
	hasTouch: true,
	isMobile: true,
	userAgent:
		"Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36",
};

/** A tenant of a known flat calls at night, and Kalle takes it. */
async function nightCall() {
	const { database } = line.database;
	await database.query(
		"insert into properties (id, key, address, postal_code, city, stairwells) values ('11111111-1111-4111-8111-111111111111', 'k2', 'Kiviparintie 2', '00920', 'Helsinki', '{A,B}')",
	);
	await database.query(
		"insert into tenants (id, name, language, property_id, stairwell, flat) values ('22222222-2222-4222-8222-222222222222', 'Tove Tenant', 'sv', '11111111-1111-4111-8111-111111111111', 'B', '12')",
	);
	await database.query(
		"insert into tenant_numbers (number, tenant_id) values ('+358401009001', '22222222-2222-4222-8222-222222222222')",
	);
	const { tenant, kalle } = line;
	await tenant.dials();
	await kalle.rings();
	await kalle.answers();
	await kalle.presses("1");
	await tenant.isTalkingTo(kalle);
	await tenant.hangsUp();
	return line.ticket.view();
}

/** The personal link in the newest text message. */
const linkOn = (phone: Phone) =>
	eventually(async () => {
		await line.network.settled();
		const texts = phone.inbox.map(({ body }) => body).reverse();
		const found = texts.map((body) => /\/t\/([\w-]{22})/.exec(body)?.[1]);
		return found.find((secret) => secret !== undefined) ?? null;
	});

async function openedLink(look: BrowserContextOptions = {}) {
	const { number } = await nightCall();
	const secret = await linkOn(line.kalle);
	const { page, complaints } = await opened(browser, {
		...phoneScreen,
		...look,
	});
	const seen: string[] = [];
	page.on("request", (request) => seen.push(request.url()));
	await page.goto(`${line.service.url}/t/${secret}`);
	await page.locator("h1").waitFor();
	return { page, complaints, number, secret, seen };
}

const button = (page: Page, name: string | RegExp) =>
	page.getByRole("button", { name, exact: true });

/** A picture of one pixel. */
const photo = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
	"base64",
);

test(
	"a night call, from the ring to the closed ticket, with a technician on a phone screen",
	async () => {
		const { page, complaints, number, secret, seen } = await openedLink();
		await page
			.getByRole("heading", { level: 1, name: /, Kiviparintie 2 B 12\.$/ })
			.waitFor();
		await page.getByText(/^You have it since/).waitFor();
		await page.getByText("Tove Tenant · Speaks Swedish").waitFor();
		expect(await page.content()).not.toContain("+358401009001");
		expect(
			await page
				.getByRole("link", { name: "Open in maps" })
				.getAttribute("href"),
		).toContain("geo:");

		await button(page, "On my way").tap();
		await page.getByText(/^You are on the way since/).waitFor();
		await button(page, "On site").tap();
		await page.getByText(/^You are on site since/).waitFor();

		await button(page, "Done").tap();
		await page.locator("input[type=file]").first().setInputFiles({
			name: "valve.png",
			mimeType: "image/png",
			buffer: photo,
		});
		await page.getByRole("img", { name: /valve/ }).first().waitFor();
		await page
			.getByLabel("A note, if there is something to tell")
			.fill("Replaced the valve.");
		await button(page, "Mark as done").dblclick();
		await page
			.getByText(/^Done .*Thank you\.$/)
			.first()
			.waitFor();
		await page.getByText("Replaced the valve.").waitFor();
		expect(complaints).toEqual([]);
		expect(seen.filter((url) => url.includes(secret))).toEqual([
			`${line.service.url}/t/${secret}`,
		]);

		const office = await askerOf(line.service, "office");
		const before = await office.agent.get(`/api/tickets/${number}`);
		expect(before.body.status).toBe("done");
		const closed = await office.agent
			.post(`/api/tickets/${number}/close`)
			.send({ revision: before.body.revision });
		expect(closed.body.status).toBe("closed");
		const history = await office.agent.get(`/api/tickets/${number}/history`);
		expect(history.body.notes).toHaveLength(1);
		expect(history.body.files).toHaveLength(1);
		await page.reload();
		await page.getByText("It is closed.").waitFor();
	},
	patience,
);

test(
	"without a connection what was typed is kept, and one tap sends it once",
	async () => {
		const { page, number } = await openedLink();
		await button(page, "Write a note").tap();
		await page.getByLabel("What others should know").fill("The cellar is ");
		let isLost = true;
		await page.route("**/notes", async (route) => {
			if (!isLost) return route.continue();
			// It arrives, and the answer gets lost.
			isLost = false;
			await route.fetch();
			await route.abort("connectionfailed");
		});
		await button(page, "Keep the note").tap();
		await page.getByText(/No connection just now/).waitFor();
		await button(page, "Try again").tap();
		await page.getByText("The note is kept.").waitFor();
		await page.getByText("The cellar is", { exact: true }).waitFor();

		await button(page, "Write a note").tap();
		await page.getByLabel("What others should know").fill("The key is at 3.");
		await page.reload();
		await button(page, "Write a note").tap();
		expect(await page.getByLabel("What others should know").inputValue()).toBe(
			"The key is at 3.",
		);
		await button(page, "Not now").tap();

		await page.context().setOffline(true);
		await button(page, "On my way").tap();
		await page
			.getByText(`reply ON MY WAY ${number} to the one you got`)
			.waitFor();
		await page.context().setOffline(false);
		await button(page, "Try again").tap();
		await page.getByText(/^You are on the way since/).waitFor();

		await button(page, "On site").tap();
		await button(page, "Done").tap();
		await page.getByLabel(/^A note, if/).fill("New valve");
		await page.context().setOffline(true);
		await page.locator("input[type=file]").setInputFiles({
			...{ name: "valve.png", mimeType: "image/png", buffer: photo },
		});
		await page.getByText(/valve.png was not added/).waitFor();
		await button(page, "Mark as done").tap();
		await page.getByText(/No connection just now, so/).waitFor();
		await page.getByLabel(/^A note, if/).fill("New valve, wall wet");
		await page.context().setOffline(false);
		await page.getByRole("button", { name: "Try again" }).first().tap();
		await page.getByText("New valve, wall wet", { exact: true }).waitFor();
		await page.getByText(/valve.png was not added/).waitFor();
		// It arrives after all, and the answer gets lost again; the page is left, and knows nothing of it any more.
		await page.route("**/files?*", async (route) => {
			await route.fetch();
			await route.abort("connectionfailed");
		});
		await page.getByRole("button", { name: /again/ }).tap();
		await page.getByText(/No connection just now\. It stays/).waitFor();
		await page.unroute("**/files?*");
		await page.reload();
		await page.getByText(/^It had not arrived when/).waitFor();
		await page.getByRole("button", { name: /again/ }).tap();
		await page.getByText(/^It had not arrived when/).waitFor({
			state: "detached",
		});
		await page.getByRole("img", { name: /valve/ }).first().waitFor();
		const office = await askerOf(line.service, "office");
		const { body } = await office.agent.get(`/api/tickets/${number}/history`);
		const notes = body.notes.map((note: { body: string }) => note.body);
		expect(notes.sort()).toEqual(["New valve, wall wet", "The cellar is"]);
		expect(body.files).toHaveLength(1);
	},
	patience,
);

test(
	"the phone of the technician rings and puts them through, and the page tells how it goes",
	async () => {
		const { page } = await openedLink();
		const { kalle, tenant } = line;
		await button(page, "Call the tenant").tap();
		await page.getByText("Your phone rings. Answer and press 1.").waitFor();
		await eventually(async () => (kalle.state === "ringing" ? true : null));
		await kalle.answers();
		await kalle.hears(/the tenant of Kiviparintie 2 B 12/);
		await kalle.presses("1");
		await eventually(async () =>
			tenant.phone.state === "ringing" ? true : null,
		);
		await tenant.phone.answers();
		await page.getByText("The call goes on.").waitFor();
		await tenant.hangsUp();
		await page.getByText(/^Talked with the tenant/).waitFor();
	},
	patience,
);

test(
	"without a signal a link says what to do; one that nobody made says so, and leads to signing in",
	async () => {
		const { page } = await opened(browser, phoneScreen);
		await page.route("**/api/**", (route) => route.abort());
		await page.goto(`${line.service.url}/t/${"x".repeat(22)}`);
		await page.getByText(/Go where the signal is better/).waitFor();
		await page.unroute("**/api/**");
		await button(page, "Try again").tap();
		await page
			.getByRole("heading", { name: "This link does not open a ticket" })
			.waitFor();
		await page
			.getByRole("alert")
			.getByText(/Check that the whole/)
			.waitFor();
		expect(
			await page.getByRole("link", { name: "Sign in" }).getAttribute("href"),
		).toBe("/my-tickets");
		expect(await axeFindings(page)).toEqual([]);
	},
	patience,
);

test(
	"who is signed in finds what waits for them, and gives a ticket back with a reason",
	async () => {
		const { ctx, url } = line.service;
		const rota = rotaOf("fault-line", {});
		const someone = rota.people.kalle;
		if (!someone) throw new Error("Kalle is missing");
		const kalleByMail = { ...someone, email: "kalle@example.org" };
		await publishRota(ctx, {
			rota: { ...rota, people: { ...rota.people, kalle: kalleByMail } },
			...{ by: "test", reason: "test" },
		});
		const account = await accountOf(ctx, {
			role: "technician",
			name: "Kalle Korhonen",
			email: "kalle@example.org",
		});
		const { page, complaints } = await opened(browser, phoneScreen);
		await page.goto(
			`${url}${await signInPath(line.service, "technician", account)}`,
		);
		await page.waitForURL(`${url}/`);
		await page.goto(`${url}/my-tickets`);
		await page
			.getByRole("heading", { level: 1, name: "Nothing waits for you." })
			.waitFor();
		await nightCall();
		await page
			.getByRole("heading", { level: 1, name: /, Kiviparintie 2 B 12\.$/ })
			.waitFor();
		await page.getByRole("region", { name: "Yours" }).getByRole("link").tap();
		await button(page, "Give back").tap();
		await page.getByLabel("The reason").fill("It needs an electrician.");
		await button(page, "Give back").tap();
		await page.getByText("Nobody has acknowledged it.").waitFor();
		expect(complaints).toEqual([]);
	},
	patience,
);

test.each([
	["fi-FI", "light"],
	["sv-SE", "dark"],
	["en-GB", "dark"],
] as const)(
	"in %s, %s, anybody can use the pages, and they fit 320 px",
	async (locale, colorScheme) => {
		const { page } = await openedLink({
			locale,
			colorScheme,
			viewport: { width: 320, height: 700 },
		});
		await page.getByRole("button").last().waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
		const { url } = line.service;
		await page.goto(`${url}${await signInPath(line.service, "technician")}`);
		await page.waitForURL(`${url}/`);
		await page.goto(`${url}/my-tickets`);
		await page.locator("h1").waitFor();
		expect(await axeFindings(page)).toEqual([]);
		const { number } = await line.ticket.view();
		await page.goto(`${url}/my-tickets/${number}`);
		await page.locator("h1").waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
	},
	patience,
);
