import type { Browser } from "playwright-core";
import { changeDutyNotices } from "../../src/actions/change-duty-notices.ts";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { seeToDuties } from "../../src/actions/see-to-duties.ts";
import { defaultSettings } from "../../src/domain/duty-notice/settings.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, overflow, signedIn } from "../support/console.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let line: OpenLine;

/** Liisa gets the duty at 11:00 from Kalle; she was asked at 10:30, and cannot come. */
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine({ at: "2026-03-06T10:30" });
	const { ctx } = line.service;
	const rota: Rota = {
		...rotaOf("fault-line", {}),
		duties: {
			technician: [
				{
					rotation: {
						people: ["kalle", "liisa"],
						start: "2026-02-27T11:00",
						rrule: "FREQ=WEEKLY;BYDAY=FR",
					},
				},
			],
		},
	};
	await publishRota(ctx, { rota, by: "test", reason: "test" });
	await changeDutyNotices(ctx, {
		line: "fault-line",
		settings: {
			...defaultSettings,
			confirmCall: { on: true, minutesBefore: 30 },
		},
		by: "test",
	});
	await seeToDuties(ctx);
	await eventually(async () => (line.liisa.state === "ringing" ? true : null));
	await line.liisa.answers();
	await line.liisa.presses("2");
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

const path = "/rota/fault-line/notices";

test.each([
	["fi-FI", 320, "dark", "Minä hoidan"],
	["sv-SE", 375, "light", "Jag ordnar det"],
	["en-GB", 1280, "light", "I see to it"],
] as const)(
	"the page is accessible and fits: %s, %s px, %s",
	async (locale, width, colorScheme, button) => {
		const { page, complaints } = await signedIn(browser, line.service, {
			role: "planner",
			locale,
			colorScheme,
			viewport: { width, height: 800 },
			at: path,
		});
		await page.getByRole("button", { name: button }).waitFor();
		for (const summary of await page.locator("summary").all())
			await summary.click();
		expect(await axeFindings(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"the office sees what to do, does it, and may change nothing",
	async () => {
		const { page } = await signedIn(browser, line.service, {
			role: "office",
			at: path,
		});
		await page
			.getByRole("heading", {
				level: 1,
				name: "Liisa Lind cannot take the shift that begins today at 11:00. Somebody has to see to it.",
			})
			.waitFor();
		expect(await page.getByRole("button", { name: "Save" }).count()).toBe(0);
		expect(
			await page
				.getByRole("switch", { name: "Remind people of a shift" })
				.isDisabled(),
		).toBe(true);
		await page.getByRole("button", { name: "I see to it" }).click();
		await page.getByText(/cannot come, .* sees to it/).waitFor();
		await page
			.getByRole("heading", {
				level: 1,
				name: "Liisa Lind is told that the duty begins today at 11:00.",
			})
			.or(
				page.getByRole("heading", {
					level: 1,
					name: "Kalle Korhonen is told that the duty is over today at 11:00.",
				}),
			)
			.waitFor();
	},
	patience,
);

test(
	"a planner changes what is told, by keyboard, and it stays",
	async () => {
		const { page } = await signedIn(browser, line.service, {
			role: "planner",
			at: path,
		});
		const hours = page.getByRole("textbox", { name: "Hours before" });
		await hours.fill("12");
		const handoff = page.getByRole("switch", {
			name: "Tell both at the handoff",
		});
		await handoff.focus();
		await page.keyboard.press("Space");
		await page
			.getByRole("textbox", { name: "To whom" })
			.fill("office@example.org\nnobody");
		await page.getByRole("button", { name: "Save" }).press("Enter");
		await page.getByRole("alert").waitFor();
		await page
			.getByRole("textbox", { name: "To whom" })
			.fill("office@example.org\n\n+358401000009\n");
		await page.getByRole("button", { name: "Save" }).press("Enter");
		await page.getByText("Saved.").waitFor();
		await page.reload();
		expect(await hours.inputValue()).toBe("12");
		expect(await handoff.isChecked()).toBe(false);
		expect(
			await page.getByRole("textbox", { name: "To whom" }).inputValue(),
		).toBe("office@example.org\n+358401000009");
	},
	patience,
);

test(
	"a technician chooses on the page of their account how they are told",
	async () => {
		const { page } = await signedIn(browser, line.service, {
			role: "technician",
			viewport: { width: 320, height: 700 },
			at: "/account",
		});
		await page.getByRole("radio", { name: /^By e-mail to/ }).check();
		await page.getByText("No mail server is set yet").waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
		await page.reload();
		const email = page.getByRole("radio", { name: /^By e-mail to/ });
		await email.waitFor();
		expect(await email.isChecked()).toBe(true);
	},
	patience,
);
