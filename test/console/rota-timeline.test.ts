import type { Browser, Locator, Page } from "playwright-core";
import { publishRota } from "../../src/actions/publish-rota.ts";
import type { Override, Rota } from "../../src/domain/rota/rota.ts";
import { accountOf } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { axeFindings, overflow, signedIn } from "../support/console.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 90_000;

let browser: Browser;
let line: OpenLine;
let planners = 0;

/** Weeks from Friday to Friday: pekka on 3 March 2026, then kalle, liisa, pekka; nobody on the evening of 24 March. */
const rota: Rota = {
	...rotaOf("fault-line", { closed: ["technician", "backup"] }),
	holidays: { country: "FI" },
	duties: {
		technician: [weekly(["kalle", "liisa", "pekka"])],
		backup: [weekly(["liisa", "pekka", "kalle"])],
	},
	overrides: [
		{
			duty: "backup",
			start: "2026-03-24T15:00",
			end: "2026-03-24T22:00",
			person: "nobody",
			why: "contractor",
		},
	],
};

function weekly(people: readonly string[]) {
	return {
		rotation: {
			people,
			start: "2026-01-02T15:00",
			rrule: "FREQ=WEEKLY;BYDAY=FR",
		},
	};
}

beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine();
	const published = await publishRota(line.service.ctx, {
		rota,
		by: "test",
		reason: "test",
	});
	expect(published).toMatchObject({ kind: "published" });
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

/** The timeline as a planner of their own sees it, from the week of 2 March on. */
async function timeline(
	look: NonNullable<Parameters<typeof signedIn>[2]> = {},
) {
	const { role = "planner" } = look;
	planners += 1;
	const name = `${role} ${planners}`;
	const account = await accountOf(line.service.ctx, { role, name });
	const { page, complaints } = await signedIn(browser, line.service, {
		viewport: { width: 1280, height: 900 },
		...look,
		...{ role, account, at: "/rota/fault-line" },
	});
	await page.locator("h1").waitFor();
	return { page, complaints };
}

const bar = (page: Page, name: RegExp) => page.getByRole("gridcell", { name });
const kalles =
	/^Kalle Korhonen, technician, Friday 6 March 15:00 to Friday 13 March 15:00, from the rotation$/;
const nowLiisas =
	/^Liisa Lind, technician, Friday 6 March 15:00 to Friday 13 March 15:00, an override, changed in the draft$/;

/** Drags from a place of a bar, in pixels from its left edge or from its right one, by so much. */
async function drag(
	page: Page,
	element: Locator,
	from: "middle" | "start" | "end",
	by: { x?: number; y?: number },
): Promise<void> {
	const box = await element.boundingBox();
	if (!box) throw new Error("The bar is not in sight");
	const x = {
		middle: box.x + box.width / 2,
		start: box.x + 1,
		end: box.x + box.width - 1,
	}[from];
	const y = box.y + box.height / 2;
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (const part of [0.2, 0.5, 0.8, 1])
		await page.mouse.move(x + part * (by.x ?? 0), y + part * (by.y ?? 0));
}

/** From a bar's middle down to the row of a person. */
async function distanceTo(page: Page, element: Locator, person: string) {
	const row = page.getByRole("row").filter({
		has: page.getByRole("rowheader", { name: person }),
	});
	const [here, there] = [await element.boundingBox(), await row.boundingBox()];
	if (!here || !there) throw new Error("The row is not in sight");
	return there.y + there.height / 2 - here.y - here.height / 2;
}

async function draftOverrides(page: Page): Promise<readonly Override[]> {
	await page.getByText("Saved as a draft").waitFor();
	const answer = await page.request.get(
		`${line.service.url}/api/rotas/fault-line/draft`,
	);
	const { draft } = (await answer.json()) as { draft: { rota: Rota } };
	return (draft.rota.overrides ?? []).slice(1);
}

test(
	"a shift dragged onto somebody is an override with a reason, which can be undone and outlives its tab",
	async () => {
		const { page, complaints } = await timeline();
		const shift = bar(page, kalles);
		await drag(page, shift, "middle", {
			y: await distanceTo(page, shift, "Liisa Lind"),
		});
		await page
			.getByText(
				"Liisa Lind gets 168 h from Kalle Korhonen: 6 March 15:00 – 13 March 15:00.",
			)
			.waitFor();
		await page.mouse.up();
		await page.getByLabel("Why").fill("dentist");
		await page.keyboard.press("Enter");
		await bar(page, nowLiisas).waitFor();
		expect(await draftOverrides(page)).toEqual([
			{
				duty: "technician",
				start: "2026-03-06T15:00",
				end: "2026-03-13T15:00",
				person: "liisa",
				instead: "kalle",
				why: "dentist",
			},
		]);

		const again = await page.context().newPage();
		await page.close();
		await again.goto(`${line.service.url}/rota/fault-line`);
		await bar(again, nowLiisas).click();
		await again
			.getByText(
				"Liisa Lind is on duty by an override instead of Kalle Korhonen. Reason: dentist.",
			)
			.waitFor();
		await again.getByRole("button", { name: "Remove the override" }).click();
		await bar(again, kalles).waitFor();
		await again.keyboard.press("Control+z");
		await bar(again, nowLiisas).waitFor();
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"the same by keyboard alone, and put back by Escape before",
	async () => {
		const { page } = await timeline();
		const focused = () =>
			page.evaluate<string>(
				"document.activeElement.querySelector('span')?.textContent ?? ''",
			);
		await bar(page, kalles).waitFor();
		for (
			let presses = 0;
			!(await focused()).startsWith("Kalle");
			presses += 1
		) {
			if (presses > 40) throw new Error("Tab never came to the timeline");
			await page.keyboard.press("Tab");
		}
		expect(await focused()).toMatch(/^Kalle Korhonen, backup/);
		await page.keyboard.press("ArrowRight");
		expect(await focused()).toMatch(kalles);
		await page.keyboard.press("Enter");
		await page.keyboard.press("ArrowDown");
		await page
			.getByText(/^Liisa Lind gets 168\sh from Kalle Korhonen/)
			.waitFor();
		await page.keyboard.press("Escape");
		await page.getByText(/^Liisa Lind gets/).waitFor({ state: "detached" });

		await page.keyboard.press("Enter");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowLeft");
		await page.keyboard.press("Shift+ArrowLeft");
		await page.getByText(/^Liisa Lind gets 166\sh 45\smin/).waitFor();
		await page.keyboard.press("Enter");
		await page.locator("input:focus").waitFor();
		await page.keyboard.type("dentist");
		await page.keyboard.press("Enter");
		await bar(
			page,
			/^Liisa Lind, technician, Friday 6 March 15:00 to Friday 13 March 13:45, an override/,
		).waitFor();
		expect(await draftOverrides(page)).toMatchObject([
			{ person: "liisa", end: "2026-03-13T13:45", why: "dentist" },
		]);
		await page.getByRole("dialog").waitFor({ state: "detached" });
		expect(await focused()).toMatch(/^Liisa Lind, technician, Friday 6 March/);
		await page.keyboard.press("Delete");
		await bar(page, kalles).waitFor();
	},
	patience,
);

test(
	"an end that is dragged gives to the neighbour or takes from them, and changes an override that begins there",
	async () => {
		const { page } = await timeline();
		await page.getByText("Week", { exact: true }).click();
		await page.getByLabel("Show this day").fill("2026-03-11");
		const shift = bar(page, kalles);
		await shift.waitFor();
		const grid = await page.getByRole("grid").boundingBox();
		const day = ((grid?.width ?? 0) - 168) / 7;
		await drag(page, shift, "end", { x: -day });
		await page
			.getByText(
				"Liisa Lind gets 24 h from Kalle Korhonen: 12 March 15:00 – 13 March 15:00.",
			)
			.waitFor();
		await page.mouse.up();
		const given = bar(
			page,
			/^Liisa Lind, technician, Thursday 12 March 15:00 to Friday 13 March 15:00, an override/,
		);
		await drag(page, given, "start", { x: -day });
		await page.mouse.up();
		await bar(
			page,
			/^Liisa Lind, technician, Wednesday 11 March 15:00 to/,
		).waitFor();
		expect(await draftOverrides(page)).toEqual([
			{
				duty: "technician",
				start: "2026-03-11T15:00",
				end: "2026-03-13T15:00",
				person: "liisa",
			},
		]);
		await page.keyboard.press("Control+z");
		await given.waitFor();
	},
	patience,
);

test(
	"a part of a shift is chosen by dragging along it",
	async () => {
		const { page } = await timeline();
		await page.getByText("Week", { exact: true }).click();
		await page.getByLabel("Show this day").fill("2026-03-11");
		const shift = bar(page, kalles);
		await shift.waitFor();
		const grid = await page.getByRole("grid").boundingBox();
		const day = ((grid?.width ?? 0) - 168) / 7;
		await drag(page, shift, "middle", { x: day });
		await page
			.getByText(/^24\sh of Kalle Korhonen: .* Let go to say who gets it\.$/)
			.waitFor();
		await page.mouse.up();
		const dialog = page.getByRole("dialog", {
			name: "Give the shift to somebody",
		});
		await page.getByRole("option", { name: "Pekka Nieminen" }).click();
		await dialog
			.getByText(/^Pekka Nieminen gets 24\sh from Kalle Korhonen/)
			.waitFor();
		await dialog.getByRole("button", { name: "Save to the draft" }).click();
		await bar(
			page,
			/^Pekka Nieminen, technician, .* an override, changed/,
		).waitFor();
	},
	patience,
);

test(
	"a first override takes three steps, and times that do not exist or come twice are asked about",
	async () => {
		const { page } = await timeline();
		await page.getByRole("button", { name: "Add an override" }).click();
		const dialog = page.getByRole("dialog", { name: "Add an override" });
		await page.getByRole("option", { name: "Liisa Lind" }).click();
		await dialog
			.getByText(
				"Liisa Lind gets 5 h from Pekka Nieminen: 3 March 03:00–08:00.",
			)
			.waitFor();

		await dialog.getByLabel("From").fill("2026-03-29T03:30");
		await dialog.getByText(/That time does not exist/).waitFor();
		await dialog.getByRole("button", { name: "04:30" }).click();
		await dialog.getByLabel("To").fill("2026-10-25T03:30");
		await dialog.getByText(/That time comes twice/).waitFor();
		await dialog.getByRole("button", { name: /^The second 03:30/ }).click();
		await dialog.getByRole("button", { name: "Save to the draft" }).click();
		expect(await draftOverrides(page)).toMatchObject([
			{
				person: "liisa",
				start: "2026-03-29T04:30",
				end: "2026-10-25T03:30+02:00",
			},
		]);
	},
	patience,
);

test(
	"on a phone the shifts are a list, and one tap changes one",
	async () => {
		const { page } = await timeline({
			viewport: { width: 320, height: 700 },
			hasTouch: true,
		});
		const list = page.getByRole("region", { name: "Shifts by day" });
		await list
			.getByRole("button", { name: /Kalle Korhonen · Technician/ })
			.first()
			.tap();
		await page.getByRole("button", { name: "Give to somebody" }).tap();
		await page.getByRole("option", { name: "Liisa Lind" }).tap();
		expect(await overflow(page)).toBe(0);
		await page.getByRole("button", { name: "Save to the draft" }).tap();
		expect(await draftOverrides(page)).toMatchObject([{ person: "liisa" }]);
		expect(await overflow(page)).toBe(0);
	},
	patience,
);

test(
	"whoever may not edit sees the shifts and why, and nothing to change them by",
	async () => {
		const { page } = await timeline({ role: "technician" });
		const shift = bar(page, kalles);
		await shift.waitFor();
		await expect(
			page.getByRole("button", { name: "Add an override" }).count(),
		).resolves.toBe(0);
		await drag(page, shift, "middle", {
			y: await distanceTo(page, shift, "Liisa Lind"),
		});
		await page.mouse.up();
		await shift.click();
		await page
			.getByText("Kalle Korhonen has the turn in the rotation.")
			.waitFor();
		await expect(
			page.getByRole("dialog").getByRole("button").count(),
		).resolves.toBe(1);
	},
	patience,
);

test(
	"the first line tells of a gap, and a row of nobody shows it",
	async () => {
		const { page } = await timeline();
		await page
			.getByRole("heading", { level: 1, name: "Covered for the coming year." })
			.waitFor();
		await bar(
			page,
			/^Nobody on purpose, backup, Tuesday 24 March 15:00/,
		).waitFor();
		const gappy = {
			...rota,
			duties: {
				...rota.duties,
				technician: [
					{
						shifts: [
							{
								person: "kalle",
								start: "2026-01-01T00:00",
								end: "2026-03-10T08:00",
							},
							{
								person: "liisa",
								start: "2026-03-10T15:00",
								end: "2026-04-30T08:00",
							},
						],
					},
				],
			},
		};
		await page.evaluate(
			async (body) => {
				await fetch("/api/rotas/fault-line/draft", {
					method: "PUT",
					headers: {
						"Content-Type": "application/json",
						"X-Faultline-Console": "1",
					},
					body,
				});
			},
			JSON.stringify({ rota: gappy, basedOn: 2, revision: 0 }),
		);
		await page.reload();
		await page
			.getByRole("heading", {
				level: 1,
				name: "Covered until 30 April. One gap: 10 March 08:00–15:00.",
			})
			.waitFor();
		await bar(
			page,
			/^Gap: nobody, technician, Tuesday 10 March 08:00/,
		).waitFor();
	},
	patience,
);

const looks = [
	{ locale: "fi-FI", colorScheme: "dark" },
	{ locale: "sv-SE", colorScheme: "light" },
	{ locale: "en-GB", colorScheme: "dark" },
	{ locale: "en-GB", colorScheme: "light" },
] as const;

test.each(looks)(
	"it is accessible: $locale, $colorScheme",
	async (look) => {
		const { page, complaints } = await timeline(look);
		const cells = page.getByRole("gridcell");
		await cells.first().waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.locator("label[for$='-duties']").click();
		await page.getByRole("rowheader").nth(1).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await cells.nth(1).click();
		await page.getByRole("dialog").waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.getByRole("dialog").getByRole("button").nth(1).click();
		await page.getByRole("option").first().click();
		expect(await axeFindings(page)).toEqual([]);
		expect(await overflow(page)).toBe(0);
		expect(complaints).toEqual([]);
	},
	patience,
);
