import type { Browser } from "playwright-core";
import { publishRota } from "../../src/actions/publish-rota.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, signedIn } from "../support/console.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 90_000;

let browser: Browser;
let line: OpenLine;

/** Kalle has the duty; Pekka stands in for him in the first week of March. */
const standIn: Rota = {
	...rotaOf("fault-line", { closed: ["technician", "liisa"] }),
	overrides: [
		{
			duty: "technician",
			start: "2026-03-02T00:00",
			end: "2026-03-09T00:00",
			person: "pekka",
			why: "Kalle is on holiday",
		},
	],
};

beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine({ at: "2026-03-02T22:00" });
	const { service, tenant, pekka, clock, network } = line;
	const publish = (rota: Rota, reason: string) =>
		publishRota(service.ctx, { rota, by: "Paula Planner", reason });
	await publish(standIn, "Pekka for Kalle");
	// Calls are routed by it as soon as the service has heard of it.
	await eventually(async () =>
		service.ctx.rotas.current("fault-line")?.version === 2 ? true : null,
	);
	await clock.passes({ hours: 4 });
	await tenant.dials();
	await clock.passes({ seconds: 12 });
	await pekka.answers();
	await pekka.presses("1");
	await clock.passes({ seconds: 90 });
	await tenant.hangsUp();
	await network.settled();
	// A month later nobody remembers, and the rota is another one.
	await clock.passes({ days: 31 });
	await publish(
		rotaOf("fault-line", { closed: ["liisa", "technician"] }),
		"Liisa first",
	);
}, patience);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

test(
	"a manager finding out why a call of last month rang whom it rang",
	async () => {
		const { page, complaints } = await signedIn(browser, line.service, {
			role: "manager",
			at: "/tickets/2026-000001",
		});
		await page
			.getByRole("heading", {
				name: /^Called on 3 March at 02:00, Pekka Nieminen answered in 12 seconds/,
			})
			.waitFor();
		const why = page.getByRole("region", { name: "Why so" });
		await why.getByText(/Kalle is on holiday/).waitFor();
		await why.getByRole("link", { name: "Rota version 2" }).waitFor();

		const ask = why.getByLabel("What would another version have done?");
		await ask.selectOption({ label: await optionOf(3) });
		await why
			.getByRole("heading", {
				name: "3 March 2026 02:00: Liisa Lind, then Kalle Korhonen after 20 seconds, then Aino Virtanen after 20 seconds, then the message box.",
			})
			.waitFor();
		await why
			.getByText("Pekka Nieminen took the call, but would not have been rung.")
			.waitFor();
		await why
			.getByText("Step 1: Liisa Lind instead of Pekka Nieminen.")
			.waitFor();
		expect(await axeFindings(page)).toEqual([]);

		await ask.selectOption({ label: await optionOf(2) });
		await why.getByText(/^Nothing would have been different/).waitFor();

		await why.getByRole("link", { name: "Rota version 2" }).click();
		await page
			.getByRole("button", { name: /Version 2.*Pekka for Kalle/s })
			.and(page.locator("[aria-current=true]"))
			.waitFor();
		expect(complaints).toEqual([]);

		async function optionOf(version: number): Promise<string> {
			const option = ask.locator(`option[value="${version}"]`);
			await option.waitFor({ state: "attached" });
			return (await option.textContent()) ?? "";
		}
	},
	patience,
);

test(
	"a technician reads the reason and is not asked what would have been",
	async () => {
		const { page } = await signedIn(browser, line.service, {
			role: "technician",
			at: "/tickets/2026-000001",
		});
		const why = page.getByRole("region", { name: "Why so" });
		await why.getByText(/Kalle is on holiday/).waitFor();
		expect(await why.getByRole("combobox").count()).toBe(0);
		expect(await page.getByLabel("Urgency").count()).toBe(0);
	},
	patience,
);
