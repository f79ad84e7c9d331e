import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DateTime } from "luxon";
import type { Browser, Page } from "playwright-core";
import { believableTickets } from "../bench/tickets/believable.ts";
import { changeTicket } from "../src/actions/change-ticket.ts";
import { createSignInLink } from "../src/actions/create-sign-in-link.ts";
import { finishTicket } from "../src/actions/finish-ticket.ts";
import { startTicket } from "../src/actions/start-ticket.ts";
import { loadConfig } from "../src/config.ts";
import { accountByEmail, firstAdmin } from "../src/database/accounts.ts";
import { ticketsPage } from "../src/database/ticket-list.ts";
import { type Service, startService } from "../src/service.ts";
import type { PhoneNetwork } from "../src/telephony/emulator/network.ts";
import type { Phone } from "../src/telephony/emulator/phone.ts";
import { openBrowser } from "../test/support/browser.ts";

/*
 * Makes the pictures of the README: the example installation lives through a weekend, and Chromium looks at it.
 * Build first, then `npx tsx scripts/pictures.ts`.
 */

const folder = "docs/pictures";
const zone = "Europe/Helsinki";

const dataDir = mkdtempSync(join(tmpdir(), "faultline-pictures-"));
const service = await startService(
	loadConfig({
		PORT: String(await freePort()),
		PHONE_NETWORK_PORT: String(await freePort()),
		DATA_DIR: dataDir,
		LOG_LEVEL: "error",
	}),
);
const browser = await openBrowser();
try {
	mkdirSync(folder, { recursive: true });
	if (!service.network) throw new Error("The built-in network is not there");
	await liveThroughAWeekend(service, service.network);
	await takePictures(service, service.network, browser);
} finally {
	await browser.close();
	await service.stop();
	rmSync(dataDir, { recursive: true, force: true });
}

async function liveThroughAWeekend(
	{ ctx }: Service,
	network: PhoneNetwork,
): Promise<void> {
	const { clock } = network;
	const [line] = Object.values(ctx.config.lines);
	const [tenant, neighbour] = network.phones
		.all()
		.filter((phone) => phone.role === "tenant");
	if (!line || !tenant || !neighbour) throw new Error("Nobody can call");
	const at = (local: string): Date => {
		const instant = DateTime.fromISO(local, { zone });
		clock.set(instant);
		return instant.toJSDate();
	};
	const seconds = (count: number) => clock.passes({ seconds: count });
	const dials = async (caller: Phone, key: string) => {
		await caller.dials(line.number);
		await seconds(8);
		await caller.presses(key);
		await seconds(14);
	};
	clock.setPace(0);

	await believableTickets(ctx.database, {
		count: 12_000,
		until: at("2026-11-20T02:00"),
		seed: 2026,
	});

	at("2026-11-20T10:12");
	await dials(tenant, "1");
	await (await ringing(network)).answers();
	await seconds(154);
	await tenant.hangsUp();

	at("2026-11-20T19:48");
	await dials(neighbour, "2");
	await (await ringing(network)).declines();
	await seconds(9);
	const taker = await ringing(network);
	await taker.answers();
	await seconds(12);
	await taker.presses("1");
	await seconds(93);
	await neighbour.hangsUp();
	await seconds(60);
	await workedOn(ctx, at);

	at("2026-11-21T07:31");
	await dials(tenant, "1");
	await tenant.hangsUp();

	at("2026-11-21T20:58");
	await dials(neighbour, "2");
	await seconds(110);
	await neighbour.speaks(
		"Vattnet stiger i källaren på Stenbackavägen två. Kom genast!",
	);
	await seconds(14);
	await neighbour.presses("#");
	await seconds(60);

	at("2026-11-21T21:14");
	await dials(tenant, "1");
	await ringing(network);
}

/** What whoever took the newest call did about it, that evening. */
async function workedOn(
	ctx: Service["ctx"],
	at: (local: string) => void,
): Promise<void> {
	const { tickets } = await ticketsPage(ctx.database, { limit: 1 });
	const [ticket] = tickets;
	const { assignee } = ticket ?? {};
	if (!ticket || !assignee) throw new Error("Nobody took the call");
	const { number } = ticket;
	const people = [{ line: ticket.line, person: assignee.person ?? "" }];
	const taker = {
		name: assignee.name,
		role: "technician",
		account: null,
	} as const;
	const office = {
		...taker,
		name: "Aino Virtanen",
		role: "office",
		people: [],
	} as const;
	const by = { ...taker, people };
	at("2026-11-20T19:53");
	await changeTicket(ctx, {
		...{ number, by: office, revision: ticket.revision },
		details: {
			summary: "Vatten rinner från taket i badrummet",
			subject: "water-burst-pipe",
		},
	});
	at("2026-11-20T20:02");
	await startTicket(ctx, { number, by });
	at("2026-11-20T20:55");
	const note = "Kopplingen under handfatet bytt, ventilen öppnad igen.";
	await finishTicket(ctx, { number, by, note });
}

/** The phone that rings; time passes until one does. */
async function ringing({ phones, clock }: PhoneNetwork): Promise<Phone> {
	for (let waited = 0; waited < 60; waited += 1) {
		const found = phones.all().find((phone) => phone.state === "ringing");
		if (found) return found;
		await clock.passes({ seconds: 1 });
	}
	throw new Error("No phone rings");
}

async function takePictures(
	{ ctx, url }: Service,
	network: PhoneNetwork,
	browser: Browser,
): Promise<void> {
	const { tickets } = await ticketsPage(ctx.database, { limit: 10 });
	const told = tickets.find(({ status }) => status === "done");
	const missed = tickets.find(({ missedCallAt }) => missedCallAt !== null);
	const { origin } = new URL(url);
	const wide = { width: 1280, height: 1000, dark: false, locale: "en-GB" };
	const phone = { ...wide, width: 390, height: 844, dark: true };
	for (const { name, path, ...look } of [
		{ ...wide, name: "now", path: "/" },
		{ ...wide, name: "ticket", path: `/tickets/${told?.number}`, height: 1100 },
		{ ...wide, name: "log", path: "/tickets", height: 900 },
		{
			...{ ...phone, name: "my-ticket", email: "liisa@example.org" },
			path: `/my-tickets/${missed?.number}`,
		},
	]) {
		const page = await signedIn(ctx, browser, look);
		await page.goto(`${origin}${path}`);
		await page.locator("h1").waitFor();
		await page
			.locator("main")
			.getByText(/\d[.:]\d\d/)
			.first()
			.waitFor();
		await picture(page, name);
	}
	const numbers = await signedIn(ctx, browser, { ...wide, height: 1080 });
	await numbers.goto(`${origin}/numbers?span=thisYear`);
	await numbers.getByRole("table").nth(2).waitFor();
	await picture(numbers, "numbers");
	const rota = await signedIn(ctx, browser, { ...wide, height: 880 });
	await rota.goto(`${origin}/rota/fault-line`);
	await changeShifts(rota);
	await photograph(rota, "rota");
	await rota.setViewportSize({ width: 1280, height: 1180 });
	await rota.getByRole("link", { name: "Look and publish" }).click();
	await rota.getByRole("table").first().waitFor();
	await photograph(rota, "gate");
	await rota.setViewportSize({ width: 1280, height: 1100 });
	await rota.goto(`${origin}/rota/fault-line/what-if`);
	await rota.getByRole("button", { name: "Christmas Eve" }).click();
	await rota.locator("h1", { hasText: "24 December" }).waitFor();
	await picture(rota, "what-if");
	const page = await browser.newPage({
		viewport: { width: 1280, height: 1000 },
		deviceScaleFactor: 1.5,
	});
	await page.goto(network.url);
	await page.locator("h1, h2").first().waitFor();
	await picture(page, "phones");
}

/** Gives a shift to somebody and another to nobody, so that a draft is seen beside what is published. */
async function changeShifts(page: Page): Promise<void> {
	const give = async (person: string) => {
		await page.getByRole("option", { name: person }).click();
		await page.getByLabel("Why").fill("Dentist");
		await page.getByRole("button", { name: "Save to the draft" }).click();
		await page.getByRole("dialog").waitFor({ state: "detached" });
	};
	await page
		.getByRole("gridcell", { name: /^Liisa Lind, technician, Monday 23/ })
		.click();
	await page.getByRole("button", { name: "Give to somebody" }).click();
	await give("Pekka Nieminen");
	await page
		.getByRole("gridcell", { name: /^Jussi Salo, technician, Friday 11/ })
		.click();
	await page.getByRole("button", { name: "Leave it to nobody" }).click();
	await page.getByRole("button", { name: "Save to the draft" }).click();
	await page.getByRole("dialog").waitFor({ state: "detached" });
	await page.getByText("Saved as a draft").waitFor();
	await page.mouse.move(0, 0);
}

async function signedIn(
	ctx: Service["ctx"],
	browser: Browser,
	look: {
		readonly width: number;
		readonly height: number;
		readonly dark: boolean;
		readonly locale: string;
		/** Whose account it is; default: the admin's. */
		readonly email?: string;
	},
): Promise<Page> {
	const page = await browser.newPage({
		viewport: { width: look.width, height: look.height },
		locale: look.locale,
		colorScheme: look.dark ? "dark" : "light",
		deviceScaleFactor: 1.5,
	});
	const account = look.email
		? await accountByEmail(ctx.database, look.email)
		: await firstAdmin(ctx.database, { demo: true });
	if (!account) throw new Error("The demonstration lacks an account");
	const link = await createSignInLink(ctx, {
		account: account.id,
		by: "pictures",
	});
	await page.goto(link.url);
	await page.waitForURL((address) => address.pathname === "/");
	return page;
}

/** The last picture of a page. */
async function picture(page: Page, name: string): Promise<void> {
	await photograph(page, name);
	await page.context().close();
}

async function photograph(page: Page, name: string): Promise<void> {
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({
		path: join(folder, `${name}.png`),
		animations: "disabled",
	});
	process.stdout.write(`${join(folder, `${name}.png`)}\n`);
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer().listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() =>
				address && typeof address === "object"
					? resolve(address.port)
					: reject(new Error("The system gave no port")),
			);
		});
	});
}
