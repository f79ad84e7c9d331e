import type { Browser } from "playwright-core";
import { verifyAndKeep } from "../../src/actions/keep-verification.ts";
import { reconcileCalls } from "../../src/actions/reconcile-calls.ts";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, overflow, signedIn } from "../support/console.ts";
import { lineNumber, type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 120_000;

let browser: Browser;
let line: OpenLine;

/** One call that came, one that only the carrier knows of, compared and verified the day after. */
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine({ closed: ["kalle"] });
	const { tenant, neighbour, kalle, clock, network, service } = line;
	await tenant.dials();
	await kalle.answers();
	await kalle.presses("1");
	await clock.passes({ seconds: 30 });
	await tenant.hangsUp();
	await clock.passes({ minutes: 5 });
	const nowhere = "http://127.0.0.1:9/twilio/voice";
	network.numbers.register({
		...{ number: lineNumber, voiceUrl: nowhere },
		...{ voiceFallbackUrl: nowhere, statusCallback: nowhere },
	});
	await neighbour.dials();
	await clock.passes({ minutes: 2 });
	line.leadsTo(service);
	network.clock.set(network.now().plus({ days: 1 }));
	await reconcileCalls(service.ctx);
	await verifyAndKeep(service.ctx);
}, patience);
afterAll(async () => {
	await line.close();
	await browser.close();
});

test(
	"the first line says whether every call is here and the chain holds; entries are found and read",
	async () => {
		const { page, complaints } = await signedIn(browser, line.service, {
			role: "manager",
			at: "/proof",
		});
		await page
			.getByRole("heading", {
				level: 1,
				name: "2 calls at the carrier, 2 in the tickets. Chain intact.",
			})
			.waitFor();
		await page.getByText("Only the carrier had it.").waitFor();
		await page.getByLabel("What", { exact: true }).selectOption("tickets");
		await page.getByLabel("Word", { exact: true }).fill("took");
		const entry = page.getByRole("article").filter({
			hasText: "Kalle Korhonen acknowledged the ticket 2026-000001",
		});
		await entry.waitFor();
		await entry.getByText("Reason: took the call").waitFor();
		await entry.getByText(/\d things? changed/).click();
		await entry.getByRole("row", { name: "status New Acknowledged" }).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.getByRole("link", { name: "2026-000001" }).first().click();
		await page.waitForURL(/\/tickets\/2026-000001$/);
		expect(complaints).toEqual([]);
	},
	patience,
);

test.each([
	["fi-FI", /2 puhelua puhelinyhtiöllä, 2 vikailmoituksissa\. Ketju on ehjä\./],
	["sv-SE", /2 samtal hos operatören, 2 i felanmälningarna\. Kedjan är hel\./],
])(
	"it can be read and used on a phone, by everybody: %s",
	async (locale, headline) => {
		const { page } = await signedIn(browser, line.service, {
			...{ role: "manager", locale, colorScheme: "dark" },
			viewport: { width: 320, height: 800 },
			at: "/proof",
		});
		await page.getByRole("heading", { level: 1, name: headline }).waitFor();
		await page.getByRole("article").first().waitFor();
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		expect(await axeFindings(page)).toEqual([]);
	},
	patience,
);
