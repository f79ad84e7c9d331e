import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { languages } from "../../src/domain/language.ts";
import { consoleOf } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { faultsInBothLooks, signedIn } from "../support/console.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 90_000;

let browser: Browser;
let line: OpenLine;
/** Of one of the office, who has signed in once. */
let page: Page;
let complaints: string[];

/**
 * Three tickets of one flat: 1 with a message that nobody has acknowledged, 2 with two calls of which Liisa took the second, 3 of
 * another number there.
 */
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine({ closed: ["kalle", "liisa"] });
	await tenantsOf(["+358401009001", "+358401009002", "+358401000004"]);
	const { tenant, neighbour, pekka, liisa, clock, network } = line;
	await neighbour.dials();
	await clock.passes({ seconds: 75 });
	await clock.passes({ seconds: 20 });
	await neighbour.hangsUp();
	await clock.passes({ minutes: 5 });
	await tenant.dials();
	await clock.passes({ seconds: 10 });
	await tenant.hangsUp();
	await clock.passes({ minutes: 5 });
	await tenant.dials();
	await clock.passes({ seconds: 30 });
	await liisa.answers();
	await liisa.hears(/press 1/);
	await liisa.presses("1");
	await clock.passes({ seconds: 60 });
	await tenant.hangsUp();
	await clock.passes({ minutes: 5 });
	await pekka.dials("+358942721234");
	await clock.passes({ seconds: 5 });
	await pekka.hangsUp();
	await network.settled();
	({ page, complaints } = await signedIn(browser, line.service, {
		role: "office",
	}));
}, patience);
afterEach(() => expect(complaints.splice(0)).toEqual([]));
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

/** A tenant each for the numbers, all in Kiviparintie 2 B 12. */
async function tenantsOf(numbers: readonly string[]): Promise<void> {
	const { database } = line.service.ctx;
	const property = randomUUID();
	await database.query(
		`insert into properties (id, key, address, stairwells) values ($1, 'k2', 'Kiviparintie 2', '{A,B}')`,
		{ bind: [property] },
	);
	await database.query(
		"insert into flats (property_id, stairwell, number) values ($1, 'B', '12')",
		{ bind: [property] },
	);
	for (const [index, number] of numbers.entries()) {
		const id = randomUUID();
		await database.query(
			`insert into tenants (id, name, language, property_id, stairwell, flat) values ($1, $2, 'en', $3, 'B', '12')`,
			{ bind: [id, `Tenant ${index + 1}`, property] },
		);
		await database.query(
			"insert into tenant_numbers (number, tenant_id) values ($1, $2)",
			{ bind: [number, id] },
		);
	}
}

async function open(number: string): Promise<void> {
	await page.goto(`${line.service.url}/tickets/${number}`);
	await page.getByText("The call arrived").waitFor();
}

async function ticketNow(number: string) {
	const office = await consoleOf(line.service, "office");
	const { body } = await office.get(`/api/tickets/${number}`);
	return { office, ticket: body };
}

test(
	"each field saves itself",
	async () => {
		await open("2026-000001");
		await page.getByLabel("Summary").fill("Water under the sink");
		await page.keyboard.press("Enter");
		await page.getByText("Saved").first().waitFor();
		await page
			.getByRole("combobox", { name: "Urgency" })
			.selectOption("urgent");
		await page.getByRole("combobox", { name: "Labels" }).fill("kitchen");
		await page.keyboard.press("Enter");
		await page.getByText("Yes", { exact: true }).click();
		await page.getByLabel("Due").fill("2026-03-04T12:00");
		await page.keyboard.press("Enter");
		await page.getByText(/changed the due time/).waitFor();
		await page.getByRole("combobox", { name: "Subject" }).click();
		await page.getByRole("option", { name: "Water and drains" }).click();
		await page.getByText(/changed the subject/).waitFor();
		expect((await ticketNow("2026-000001")).ticket).toMatchObject({
			summary: "Water under the sink",
			labels: ["kitchen"],
			costs: true,
			dueAt: expect.stringMatching(/^2026-03-04T10:00:00/),
			subject: "water",
			place: { words: "Kiviparintie 2 B 12" },
		});
	},
	patience,
);

test(
	"two who change the same at once see both, and nothing typed is lost",
	async () => {
		await open("2026-000001");
		const summary = page.getByLabel("Summary");
		await summary.fill("Mine");
		const { office, ticket } = await ticketNow("2026-000001");
		const change = async (body: object) =>
			expect(
				(
					await office
						.put("/api/tickets/2026-000001")
						.send({ ...body, revision: ticket.revision })
				).status,
			).toBe(200);
		await change({ summary: "Theirs" });
		await summary.press("Enter");
		const conflict = page.getByRole("alert");
		await conflict.getByText("It says now: Theirs").waitFor();
		await conflict.getByText("You wrote: Mine").waitFor();
		await conflict.getByRole("button", { name: "Save mine" }).click();
		await page.getByText("Saved").first().waitFor();
		expect(await summary.inputValue()).toBe("Mine");
		expect((await ticketNow("2026-000001")).ticket.summary).toBe("Mine");
	},
	patience,
);

test(
	"what somebody else changes elsewhere on the ticket stands in nobody's way",
	async () => {
		await open("2026-000001");
		const summary = page.getByLabel("Summary");
		await summary.fill("Water in the cellar");
		const { office, ticket } = await ticketNow("2026-000001");
		await office
			.put("/api/tickets/2026-000001")
			.send({ labels: ["cellar"], revision: ticket.revision });
		await summary.press("Enter");
		await page.getByText("Saved").first().waitFor();
		expect((await ticketNow("2026-000001")).ticket).toMatchObject({
			summary: "Water in the cellar",
			labels: ["cellar"],
		});
	},
	patience,
);

test(
	"what one field brings with it stands in nobody's way at the next",
	async () => {
		await open("2026-000003");
		const urgency = page.getByRole("combobox", { name: "Urgency" });
		const is = await urgency.inputValue();
		let typed = () => {};
		const isTyped = new Promise<void>((resolve) => {
			typed = resolve;
		});
		await page.route("**/api/tickets/2026-000003", async (route) => {
			if (route.request().method() === "PUT") await isTyped;
			await route.continue();
		});
		// It brings a due time of its own, and the answer is slower than whoever types another.
		await urgency.selectOption(is === "urgent" ? "normal" : "urgent");
		await page.getByLabel("Due").fill("2026-03-05T12:00");
		await page.keyboard.press("Enter");
		typed();
		await page
			.getByText(/changed the due time/)
			.last()
			.waitFor();
		await eventually(async () => {
			const { ticket } = await ticketNow("2026-000003");
			return ticket.dueAt?.startsWith("2026-03-05T10:00") ? true : null;
		});
		expect(await page.getByRole("alert").count()).toBe(0);
		await page.unroute("**/api/tickets/2026-000003");
	},
	patience,
);

test(
	"by keys alone: somebody has it, a note is written, and the keys are shown",
	async () => {
		await open("2026-000001");
		await page.keyboard.press("?");
		await page.getByRole("cell", { name: "Write a note" }).waitFor();
		await page.keyboard.press("m");
		expect(await page.getByRole("dialog").count()).toBe(1);
		await page.keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "detached" });
		await page.keyboard.press("a");
		await page.getByRole("heading", { name: "Acknowledged" }).waitFor();
		await page.keyboard.press("n");
		await page.keyboard.type("The stopcock is shut.");
		await page.getByText("Not added yet").waitFor();
		await page.reload();
		await page.getByText("Not added yet").waitFor();
		const note = page.getByLabel("Note", { exact: true });
		expect(await note.inputValue()).toBe("The stopcock is shut.");
		await page.keyboard.press("n");
		await page.keyboard.press("Control+Enter");
		await page.getByText("office wrote").waitFor();
		expect(await note.inputValue()).toBe("");
	},
	patience,
);

test(
	"given to somebody, with the message that tells them of it",
	async () => {
		await open("2026-000002");
		await page.getByRole("button", { name: "Assign to …" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("combobox", { name: "Who is to have it" }).click();
		await page.getByRole("option", { name: "Kalle Korhonen" }).click();
		await dialog.getByRole("button", { name: "Assign to" }).click();
		await page.getByRole("heading", { name: "Assigned" }).waitFor();
		await page.getByText(/gave the ticket to Kalle Korhonen/).waitFor();
		// Whatever he was told of the call that he missed, this one has come just now.
		await page.getByText("Text message to Kalle KorhonenNew").last().waitFor();
	},
	patience,
);

test(
	"merged with a ticket that the end of its number finds, by keys, and separated again",
	async () => {
		const { office } = await ticketNow("2026-000001");
		await office.post("/api/tickets/2026-000001/finish").send({});
		await open("2026-000003");
		await page.getByRole("main").getByRole("button", { name: "More" }).click();
		await page.getByRole("menuitem", { name: "Merge …" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("radio", { name: /2026-000002/ }).waitFor();
		await dialog.getByLabel("Look for another ticket").focus();
		await page.keyboard.type("zzzz");
		await dialog.getByText("No ticket like that").waitFor();
		await page.keyboard.press("Control+A");
		await page.keyboard.type("2");
		await dialog.getByText("It stands above already.").waitFor();
		await page.keyboard.press("Control+A");
		await page.keyboard.type("1");
		await dialog.getByText("1 ticket found").first().waitFor();
		await page.keyboard.press("Enter");
		await dialog
			.getByRole("radio", { name: /2026-000001/, checked: true })
			.waitFor();
		await page.keyboard.press("Enter");
		await page
			.getByRole("heading", { name: /It has become a part of 2026-000001/ })
			.waitFor();
		await page.getByRole("main").getByRole("button", { name: "More" }).click();
		await page.getByRole("menuitem", { name: "Separate it again" }).click();
		await dialog.getByRole("button", { name: "Separate it again" }).click();
		await dialog.getByText("Write in a few words why.").waitFor();
		await dialog.getByLabel("Reason").fill("Another leak");
		await dialog.getByRole("button", { name: "Separate it again" }).click();
		await dialog.waitFor({ state: "detached" });
		await page.getByText("Reason: Another leak").waitFor();
		expect((await ticketNow("2026-000003")).ticket.mergedInto).toBeNull();
	},
	patience,
);

test(
	"a call that was about something else becomes a ticket of its own, and by keys goes back when it was not",
	async () => {
		await open("2026-000002");
		await page.getByRole("main").getByRole("button", { name: "More" }).click();
		await page.getByRole("menuitem", { name: "Split …" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("checkbox").first().check();
		await dialog.getByLabel("What the new ticket is about").fill("Lift stuck");
		await dialog.getByRole("button", { name: "Split" }).click();
		await dialog.waitFor({ state: "detached" });
		await page.getByRole("link", { name: "Lift stuck" }).click();
		await page.getByRole("link", { name: "2026-000002" }).first().waitFor();
		await page.getByRole("heading", { name: /^Called today/ }).waitFor();

		await page.keyboard.press("m");
		await dialog.locator("input:focus[type=radio]").waitFor();
		await page.keyboard.press("Space");
		await dialog.getByRole("radio", { name: /2026-000002/ }).waitFor();
		await page.keyboard.press("Enter");
		await page
			.getByRole("heading", { name: /It has become a part of 2026-000002/ })
			.waitFor();
	},
	patience,
);

test(
	"on paper everything is there, whatever was left out on the screen, and no control",
	async () => {
		await open("2026-000001");
		const arrived = page.getByText("The call arrived");
		await page.getByText("Calls", { exact: true }).click();
		await arrived.waitFor({ state: "hidden" });
		await page.emulateMedia({ media: "print" });
		await arrived.waitFor();
		await page.getByText(/^Printed /).waitFor();
		await page
			.getByRole("complementary", { name: "The ticket" })
			.getByText("Status", { exact: true })
			.waitFor();
		for (const control of ["button", "input", "textarea", "header"])
			for (const each of await page.locator(control).all())
				expect([control, await each.isVisible()]).toEqual([control, false]);
		await page.emulateMedia({ media: null });
	},
	patience,
);

test.each(languages)(
	"in %s the page is accessible and fits, on a wide screen and on 320 px, in the light and in the dark",
	async (language) => {
		const locale = { fi: "fi-FI", sv: "sv-SE", en: "en-GB" }[language];
		const manager = await signedIn(browser, line.service, {
			...{ role: "manager", locale, at: "/tickets/2026-000001" },
		});
		for (const number of ["2026-000001", "2026-000002"]) {
			if (!manager.page.url().endsWith(number))
				await manager.page.goto(`${line.service.url}/tickets/${number}`);
			await manager.page.locator("main time").nth(5).waitFor();
			expect(await faultsInBothLooks(manager.page, language)).toEqual([]);
		}
		expect(manager.complaints).toEqual([]);
		await manager.page.context().close();
	},
	patience,
);
