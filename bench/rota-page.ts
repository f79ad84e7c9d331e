// The rota's timeline with 60 people and 12 weeks in view: from loading to usable, frames while a shift is dragged, and from
// a change to its being shown, each beside an empty page of the same console in the same run.
// Build first, then `npm run bench:rota-page`.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { createSignInLink } from "../src/actions/create-sign-in-link.ts";
import { publishRota } from "../src/actions/publish-rota.ts";
import { loadConfig } from "../src/config.ts";
import { firstAdmin } from "../src/database/accounts.ts";
import { type Service, startService } from "../src/service.ts";
import { openBrowser } from "../test/support/browser.ts";
import { largeRota } from "./rota-page/large-rota.ts";
import { type Frames, framesWhile, usableAfter } from "./rota-page/watch.ts";

const loads = 5;
/** The rows out of sight are filled last. */
const barOfLast = '[data-row="person person-59"] [data-bar]';
const goals = { usable: 1_500, frame: 50, change: 100 };

const dataDir = mkdtempSync(join(tmpdir(), "faultline-bench-"));
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
	await measure(service, browser);
} finally {
	await browser.close();
	await service.stop();
	rmSync(dataDir, { recursive: true, force: true });
}

async function measure(service: Service, browser: Browser): Promise<void> {
	const { ctx } = service;
	const rota = largeRota(ctx.clock.now());
	const published = await publishRota(ctx, {
		rota,
		by: "bench",
		reason: "bench",
	});
	if (published.kind !== "published")
		throw new Error(`The rota was refused: ${JSON.stringify(published)}`);

	const empty: number[] = [];
	const usable: number[] = [];
	const whole: number[] = [];
	for (let load = 0; load < loads; load += 1) {
		const page = await signedIn(service, browser);
		empty.push(await usableAfter(page, `${service.url}/nowhere`, "h1"));
		await page.context().close();
		const rotaPage = await signedIn(service, browser);
		usable.push(await usableAfter(rotaPage, timelineOf(service), "[data-bar]"));
		await rotaPage.context().close();
		const wholePage = await signedIn(service, browser);
		whole.push(await usableAfter(wholePage, timelineOf(service), barOfLast));
		await wholePage.context().close();
	}
	const page = await signedIn(service, browser);
	await page.goto(`${service.url}/nowhere`);
	await page.locator("h1").waitFor();
	const still = await framesWhile(page, () => moveAbout(page, 300, 300));
	await page.goto(timelineOf(service));
	await page.locator(barOfLast).first().waitFor({ state: "attached" });
	const bars = await page.locator("[data-bar]").count();
	const nodes = await page.locator("*").count();
	const dragged = await framesWhile(page, () => dragAbout(page));
	const change = await changeMillis(page);

	const says = ({ median, most95, most }: Frames) =>
		`half within ${median.toFixed(1)} ms, 95 % within ${most95.toFixed(1)} ms, the slowest ${most.toFixed(1)} ms`;
	console.log(
		`${Object.keys(rota.people).length} people, 12 weeks, ${bars} bars, ${nodes} elements`,
	);
	console.log(
		`usable after loading: ${median(usable)} ms, the median of ${loads} (goal: under ${goals.usable} ms; an empty page: ${median(empty)} ms)`,
	);
	console.log(
		`with the rows that are out of sight: ${median(whole)} ms, the median of ${loads}`,
	);
	console.log(
		`frames while dragging: ${says(dragged)} (goal: under ${goals.frame} ms; the pointer over an empty page: ${says(still)})`,
	);
	console.log(
		`a change is shown after ${change} ms (goal: within ${goals.change} ms)`,
	);
	if (
		median(usable) >= goals.usable ||
		dragged.most >= goals.frame ||
		change > goals.change
	)
		process.exitCode = 1;
}

function timelineOf({ url }: Service): string {
	return `${url}/rota/fault-line`;
}

/** In a browser of its own, so that nothing is in its cache but what the sign-in brought. */
async function signedIn(service: Service, browser: Browser): Promise<Page> {
	const { ctx } = service;
	const context = await browser.newContext({
		viewport: { width: 1280, height: 900 },
		locale: "en-GB",
	});
	await context.addInitScript(
		`localStorage.setItem("faultline-rota-scale", '"quarter"')`,
	);
	const page = await context.newPage();
	const admin = await firstAdmin(ctx.database, { demo: true });
	if (!admin) throw new Error("The demonstration has no admin");
	const { url } = await createSignInLink(ctx, {
		account: admin.id,
		by: "bench",
	});
	await page.goto(url);
	await page.waitForURL((address) => address.pathname === "/");
	return page;
}

/** Takes a shift by its middle, over many rows and back, and lets it go where it was. */
async function dragAbout(page: Page): Promise<void> {
	const bar = page
		.getByRole("row")
		.nth(4)
		.locator("[data-bar][data-kind=held]")
		.nth(1);
	const box = await bar.boundingBox();
	if (!box) throw new Error("There is no shift to drag");
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await moveAbout(page, x, y);
	await page.keyboard.press("Escape");
	await page.mouse.up();
}

async function moveAbout(page: Page, x: number, y: number): Promise<void> {
	for (let step = 1; step <= 120; step += 1)
		await page.mouse.move(x + step, y + 150 * (1 - Math.cos(step / 19)));
}

/** From the key that takes back an override to the grid's next picture; it is made by keyboard first. */
async function changeMillis(page: Page): Promise<number> {
	await page.getByRole("button", { name: "Add an override" }).click();
	await page.getByRole("option").first().click();
	await page.getByRole("button", { name: "Save to the draft" }).click();
	await page.getByRole("dialog").waitFor({ state: "detached" });
	const shown = page.evaluate(
		`new Promise((resolve) => {
			const grid = document.querySelector("[role=grid]");
			let began = 0;
			addEventListener("keydown", () => { began = performance.now(); }, { capture: true, once: true });
			new MutationObserver((_, watch) => {
				watch.disconnect();
				requestAnimationFrame(() => setTimeout(() => resolve(Math.round(performance.now() - began))));
			}).observe(grid, { subtree: true, childList: true, attributes: true });
		})`,
	);
	await page.locator("h1").click();
	await page.keyboard.press("Control+z");
	return Number(await shown);
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
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
