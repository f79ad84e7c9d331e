import type { Browser, Page } from "playwright-core";
import type { RotaVersion } from "../../src/database/rotas.ts";
import { newestRota } from "../../src/database/rotas.ts";
import { withOverride } from "../../src/domain/rota/edits/overrides.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, overflow, signedIn } from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let browser: Browser;

beforeEach(async () => {
	line = await openLine();
});
afterEach(() => line.close());
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

async function newest(): Promise<RotaVersion> {
	const found = await newestRota(line.service.ctx.database, "fault-line");
	if (!found) throw new Error("there is no rota");
	return found;
}

/** Keeps a draft as whoever is signed in on the page, and opens the gate on it. */
async function atGateWith(
	page: Page,
	edit: (rota: Rota) => Rota,
): Promise<void> {
	const { rota, version } = await newest();
	const status = await page.evaluate(
		async (body) => {
			const response = await fetch("/api/rotas/fault-line/draft", {
				method: "PUT",
				headers: {
					"Content-Type": "application/json",
					"X-Faultline-Console": "1",
				},
				body,
			});
			return response.status;
		},
		JSON.stringify({ rota: edit(rota), basedOn: version, revision: 0 }),
	);
	expect(status).toBe(200);
	await page.goto(`${line.service.url}/rota/fault-line/publish`);
}

const toLiisa = (day: number) => (rota: Rota) =>
	withOverride(rota, {
		duty: "technician",
		start: `2026-03-${day}T16:00`,
		end: `2026-03-${day + 1}T08:00`,
		person: "liisa",
		instead: "kalle",
	});

const withGap = (rota: Rota): Rota => ({
	...rota,
	duties: { ...rota.duties, backup: [{ shifts: [] }] },
});

test("a gap is published only with a tick and a reason, which stay with the version", async () => {
	const { page, complaints } = await signedIn(browser, line.service, {
		role: "planner",
	});
	await atGateWith(page, withGap);
	const button = page.getByRole("button", { name: "Publish as version 2" });
	await page.getByText("One span is left uncovered.").waitFor();
	await button.click({ force: true });
	expect((await newest()).version).toBe(1);
	for (const tick of await page.getByRole("checkbox").all()) await tick.check();
	for (const reason of await page
		.getByRole("textbox", { name: /^Why: / })
		.all())
		await reason.fill("nobody is needed");
	await page
		.getByRole("textbox", { name: "What changed, and why" })
		.fill("Backup begins in spring");
	await button.click();
	await page
		.getByRole("heading", { name: "Version 2 is published." })
		.waitFor();
	expect(await newest()).toMatchObject({
		version: 2,
		note: "Backup begins in spring",
		rota: { duties: { backup: [{ shifts: [] }] } },
	});
	await page.getByRole("link", { name: "See all versions" }).click();
	await page.getByText("Backup begins in spring").waitFor();
	expect(complaints).toEqual([]);
});

test("the second of two planners sees the first one's change and brings both together", async () => {
	const first = await signedIn(browser, line.service, { role: "planner" });
	const second = await signedIn(browser, line.service, { role: "manager" });
	await atGateWith(first.page, toLiisa(10));
	await atGateWith(second.page, toLiisa(17));
	const publish = async (page: Page, version: number) => {
		for (const tick of await page.getByRole("checkbox").all())
			await tick.check();
		for (const reason of await page
			.getByRole("textbox", { name: /^Why: / })
			.all())
			await reason.fill("agreed");
		await page
			.getByRole("button", { name: `Publish as version ${version}` })
			.click();
		await page
			.getByRole("heading", { name: `Version ${version} is published.` })
			.waitFor();
	};
	await second.page
		.getByText("Kalle Korhonen gives 16 h to Liisa Lind")
		.waitFor();
	await publish(first.page, 2);
	await second.page
		.getByRole("heading", {
			name: /published version 2 while you were editing/,
		})
		.waitFor();
	expect(await axeFindings(second.page)).toEqual([]);
	await second.page
		.getByRole("button", { name: "Bring both together" })
		.click();
	await second.page
		.getByRole("button", { name: "Publish as version 3" })
		.waitFor();
	await publish(second.page, 3);
	const { rota } = await newest();
	expect(rota.overrides?.map(({ start }) => start)).toEqual([
		"2026-03-10T16:00",
		"2026-03-17T16:00",
	]);
});

test("the second planner may give up, and nothing of the first one's is lost", async () => {
	const first = await signedIn(browser, line.service, { role: "planner" });
	const second = await signedIn(browser, line.service, { role: "manager" });
	await atGateWith(second.page, (rota) => ({ ...rota, name: "Mine" }));
	const { rota, version } = await newest();
	await atGateWith(first.page, (each) => ({ ...each, name: "Theirs" }));
	expect([rota.name, version]).toEqual(["Scenario", 1]);
	await first.page
		.getByRole("button", { name: "Publish as version 2" })
		.waitFor();
	for (const tick of await first.page.getByRole("checkbox").all())
		await tick.check();
	for (const reason of await first.page
		.getByRole("textbox", { name: /^Why: / })
		.all())
		await reason.fill("agreed");
	await first.page
		.getByRole("button", { name: "Publish as version 2" })
		.click();
	await second.page.getByText("You both changed these").waitFor();
	await second.page.getByRole("button", { name: "Give up my changes" }).click();
	await second.page.getByText("There is nothing to publish").waitFor();
	expect((await newest()).rota.name).toBe("Theirs");
});

test.each(["fi", "sv", "en"])(
	"the gate and the versions are accessible in %s, also on a small screen",
	async (language) => {
		const { page } = await signedIn(browser, line.service, {
			role: "planner",
			locale: language,
			viewport: { width: 320, height: 640 },
		});
		await atGateWith(page, (rota) => toLiisa(10)(withGap(rota)));
		await page.getByRole("checkbox").first().waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
		await page.goto(`${line.service.url}/rota/fault-line/versions`);
		await page.getByRole("table").first().waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
	},
);
