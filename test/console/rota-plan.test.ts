import type { Browser, Page } from "playwright-core";
import { QueryTypes } from "sequelize";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { languages } from "../../src/domain/language.ts";
import type { Role } from "../../src/domain/role.ts";
import type { Rota, Rotation } from "../../src/domain/rota/rota.ts";
import { openBrowser } from "../support/browser.ts";
import {
	axeFindings,
	faultsInBothLooks,
	localeOf,
	signedIn,
} from "../support/console.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine, rotaOf } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 120_000;

let browser: Browser;
let line: OpenLine;

const weekly: Rotation = {
	people: ["kalle", "liisa", "pekka"],
	start: "2026-01-02T15:00",
	rrule: "FREQ=WEEKLY;BYDAY=FR",
};

/** It is 3 March 2026, and Pekka's turn. */
const planned: Rota = {
	...rotaOf("fault-line", {}),
	holidays: { country: "FI" },
	duties: {
		technician: [
			{ rotation: weekly },
			{
				rotation: {
					people: ["liisa", "kalle"],
					start: "2026-01-03T08:00",
					rrule: "FREQ=WEEKLY;BYDAY=SA",
					during: [
						{
							rrule: "FREQ=WEEKLY;BYDAY=SA,SU",
							start: "08:00",
							end: "08:00",
						},
					],
				},
			},
		],
		backup: [{ shifts: [] }],
	},
	overrides: [
		{
			duty: "technician",
			start: "2026-02-10T16:00",
			end: "2026-02-11T08:00",
			person: "liisa",
		},
		{
			duty: "technician",
			start: "2026-03-10T16:00",
			end: "2026-03-11T08:00",
			person: "liisa",
			why: "dentist",
		},
	],
	routing: {
		open: [{ ring: ["aino"], seconds: 20 }],
		closed: [{ ring: ["technician"], seconds: 20 }],
	},
	fallback: ["technician"],
};

beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine();
	await publishRota(line.service.ctx, {
		rota: planned,
		by: "test",
		reason: "test",
	});
}, patience);
afterEach(async () => {
	await Promise.all(browser.contexts().map((context) => context.close()));
	await line.service.ctx.database.query("delete from rota_drafts");
});
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

async function atPlan(
	role: Role = "planner",
	look: Parameters<typeof signedIn>[2] = {},
) {
	const { page, complaints } = await signedIn(browser, line.service, {
		...{ role, at: "/rota/fault-line/plan" },
		...look,
	});
	await page.locator("#people").waitFor();
	return { page, complaints };
}

/** Opens the fields of a place in the document. */
async function edit(page: Page, place: string) {
	const entry = page.locator(`[id="${place}"]`);
	await entry
		.getByRole("button", { name: /^Edit: / })
		.first()
		.click();
	return entry;
}

/** The draft that the service keeps, as soon as it is as expected. */
function draft(expected: (rota: Rota) => boolean): Promise<Rota> {
	return eventually(async () => {
		const [row] = await line.service.ctx.database.query<{ rota: Rota }>(
			"select document as rota from rota_drafts",
			{ type: QueryTypes.SELECT },
		);
		return row && expected(row.rota) ? row.rota : null;
	});
}

function rotationOf(rota: Rota, index = 0): Rotation {
	const layer = rota.duties.technician?.[index];
	if (!layer || !("rotation" in layer)) throw new Error("no rotation there");
	return layer.rotation;
}

test(
	"the first line says the rota in words, and each thing is a sentence",
	async () => {
		const { page, complaints } = await atPlan();
		await page
			.getByRole("heading", {
				level: 1,
				name: "3 people take turns as technician, every Friday 15:00; the office is open Monday to Friday.",
			})
			.waitFor();
		for (const sentence of [
			"Kalle Korhonen, Liisa Lind and Pekka Nieminen take turns every Friday 15:00. It is Pekka Nieminen's turn until Friday 15:00.",
			"Liisa Lind and Kalle Korhonen take turns every Saturday 08:00. Only Saturday and Sunday 08:00–08:00 (24 h).",
			"Beats the layers below it, but only at its own times.",
			"Monday to Friday 08:00–16:00",
			"The public holidays of Finland close the office.",
			"With the office closed now, a call would ring Pekka Nieminen for 20 s. Then the caller may leave a message.",
			"With the office open now, a call would ring Aino Virtanen for 20 s, then Pekka Nieminen for 20 s. Then the caller may leave a message.",
			"Technician: Liisa Lind, Tue 10 Mar 16:00 – Wed 11 Mar 08:00 (dentist)",
		])
			await page.getByText(sentence).waitFor();
		expect(await page.getByRole("textbox").count()).toBe(0);
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"people are put in another order by keyboard; whoever has the turn keeps it, and it can be undone",
	async () => {
		const { page } = await atPlan();
		const layer = await edit(page, "duties.technician[0]");
		await layer
			.getByText("Whose turn it is now stays: Pekka Nieminen.")
			.waitFor();
		const up = layer.getByRole("button", { name: "Move up: Pekka Nieminen" });
		await up.focus();
		await page.keyboard.press("Enter");
		await layer.getByText("Pekka Nieminen is now number 2 of 3.").waitFor();
		await page.keyboard.press("Enter");
		await layer.getByText("Pekka Nieminen is now number 1 of 3.").waitFor();
		const kept = await draft((rota) => rotationOf(rota).people[0] === "pekka");
		expect(rotationOf(kept).people).toEqual(["pekka", "kalle", "liisa"]);
		expect(rotationOf(kept).start).not.toBe(weekly.start);
		await layer
			.getByText("Whose turn it is now stays: Pekka Nieminen.")
			.waitFor();

		await page.getByRole("button", { name: /^Undo: / }).click();
		await page.getByRole("button", { name: /^Undo: / }).click();
		const undone = await draft(
			(rota) => rotationOf(rota).people.join() === weekly.people.join(),
		);
		expect(undone).toEqual(planned);
	},
	patience,
);

test(
	"people are dragged into another order; if the turn is to change with it, that is said, and can be taken back",
	async () => {
		const { page } = await atPlan();
		const layer = await edit(page, "duties.technician[0]");
		await layer
			.getByRole("switch", { name: /Whoever has the turn now keeps it/ })
			.click();
		const from = await layer
			.locator('[data-grip="Pekka Nieminen"]')
			.boundingBox();
		const to = await layer
			.locator('[data-grip="Kalle Korhonen"]')
			.boundingBox();
		if (!from || !to) throw new Error("there is nothing to drag");
		await page.mouse.move(from.x + 8, from.y + 8);
		await page.mouse.down();
		await page.mouse.move(from.x + 8, from.y - 12, { steps: 4 });
		await page.mouse.move(to.x + 8, to.y + 8, { steps: 8 });
		await page.mouse.up();
		await layer
			.getByText(
				"Pekka Nieminen has the turn by the published rota; here it is now the turn of Liisa Lind.",
			)
			.waitFor();
		await layer
			.getByRole("button", { name: "Leave it with Pekka Nieminen" })
			.click();
		await layer
			.getByText("Whose turn it is now stays: Pekka Nieminen.")
			.waitFor();
		const kept = await draft((rota) => rotationOf(rota).start !== weekly.start);
		expect(rotationOf(kept).people).toEqual(["pekka", "kalle", "liisa"]);
	},
	patience,
);

test(
	"a handoff is picked in words, and the rule that it makes can be written instead",
	async () => {
		const { page } = await atPlan();
		const layer = await edit(page, "duties.technician[0]");
		await layer.getByText("Mon", { exact: true }).click();
		await layer.getByText("Fri", { exact: true }).click();
		await layer
			.getByRole("textbox", { name: "Every how many weeks" })
			.fill("2");
		const time = layer.getByRole("textbox", { name: "Time of day" });
		await time.fill("8.30");
		await time.press("Enter");
		await layer.getByText(/take turns every second Monday 08:30\./).waitFor();
		const rule = layer.getByRole("textbox", { name: /RRULE/ });
		expect(await rule.inputValue()).toBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO");
		expect(await layer.locator("time").count()).toBe(5);
		await layer
			.getByText("Whose turn it is now stays: Pekka Nieminen.")
			.waitFor();

		await rule.fill("FREQ=WEEKLY;BYDAY=FRI");
		await layer.getByText("BYDAY=FRI is not valid.").first().waitFor();
		const found = page.getByRole("region", { name: "What to look at" });
		await found.getByText(/must be mended/).waitFor();
		expect(await rule.inputValue()).toBe("FREQ=WEEKLY;BYDAY=FRI");
		await found.getByRole("link", { name: "BYDAY=FRI is not valid." }).click();
		expect(new URL(page.url()).hash).not.toBe("");

		await rule.fill("FREQ=MONTHLY;BYDAY=1MO");
		await layer
			.getByText(/take turns the first Monday of each month 08:30\./)
			.waitFor();
		await layer
			.getByText("Whose turn it is now stays: Pekka Nieminen.")
			.waitFor();
		const kept = await draft(
			(rota) => rotationOf(rota).rrule === "FREQ=MONTHLY;BYDAY=1MO",
		);
		expect(rotationOf(kept).start).toMatch(/T08:30$/);
	},
	patience,
);

test(
	"a special day is added, opened for a while and explained",
	async () => {
		const { page } = await atPlan();
		await page.getByRole("button", { name: "Add a special day" }).click();
		const day = page.locator('[id="special[0]"]');
		await day.getByLabel("Date").fill("2026-12-23");
		await day.getByRole("switch", { name: /open for a while/ }).click();
		await day.getByRole("textbox", { name: "To" }).fill("13");
		await day.getByRole("textbox", { name: "Why" }).fill("Christmas party");
		await day.getByRole("button", { name: "Done", exact: true }).click();
		await day
			.getByText(
				"Wed, 23 December 2026: the office is open 08:00–13:00: Christmas party.",
			)
			.waitFor();
		const kept = await draft(({ special }) => special?.[0]?.why !== undefined);
		expect(kept.special).toEqual([
			{
				date: "2026-12-23",
				open: [{ start: "08:00", end: "13:00" }],
				why: "Christmas party",
			},
		]);
	},
	patience,
);

test(
	"a holiday is opened in spite of it",
	async () => {
		const { page } = await atPlan();
		await page.getByText(/holidays in the coming year/).click();
		await page
			.getByRole("switch", { name: /^Open in spite of it: Christmas Day, / })
			.click();
		const kept = await draft(({ holidays }) => holidays?.except !== undefined);
		expect(kept.holidays?.except).toEqual([{ date: "2026-12-25" }]);
	},
	patience,
);

test(
	"a step is added to whom a call rings, with a word about long ringing; the fallback cannot be emptied",
	async () => {
		const { page } = await atPlan();
		await page
			.getByRole("button", { name: "Add a step: When the office is closed" })
			.click();
		const step = page.locator('[id="routing.closed[1]"]');
		await step.getByRole("combobox", { name: "Who rings" }).click();
		await page.getByRole("option", { name: "Liisa Lind" }).click();
		await page.keyboard.press("Escape");
		await step.getByRole("textbox", { name: /how many seconds/ }).fill("40");
		await step
			.getByText("a mobile's own voicemail may answer first")
			.first()
			.waitFor();
		await page
			.getByText(
				"With the office closed now, a call would ring Pekka Nieminen for 20 s, then Liisa Lind for 40 s. Then the caller may leave a message.",
			)
			.waitFor();
		const kept = await draft(
			({ routing }) => routing.closed[1]?.seconds === 40,
		);
		expect(kept.routing.closed[1]).toEqual({
			ring: ["backup", "liisa"],
			seconds: 40,
		});

		const fallback = await edit(page, "fallback");
		const who = fallback.getByRole("combobox");
		await who.focus();
		await page.keyboard.press("Backspace");
		await fallback.getByText("Somebody must stay here.").waitFor();
	},
	patience,
);

test(
	"a duty gets another name everywhere",
	async () => {
		const { page } = await atPlan();
		const duty = await edit(page, "duties.technician");
		const name = duty.getByRole("textbox", { name: "Name of the duty" });
		await name.fill("aino");
		await name.press("Enter");
		await duty.getByText("already has this name").waitFor();
		await name.fill("plumber");
		await name.press("Enter");
		const kept = await draft(({ duties }) => Object.hasOwn(duties, "plumber"));
		expect(kept.fallback).toEqual(["plumber"]);
		expect(kept.routing.closed[0]?.ring).toEqual(["plumber"]);
		expect(kept.overrides?.map(({ duty }) => duty)).toEqual([
			"plumber",
			"plumber",
		]);
		expect(JSON.stringify(kept)).not.toContain("technician");
	},
	patience,
);

test(
	"a phone number is taken as people write it, and a wrong one stays in its field with the reason",
	async () => {
		const { page } = await atPlan();
		await page.getByRole("button", { name: "Add a person" }).click();
		const form = page.getByRole("form", { name: "Add a person" });
		await form.getByRole("textbox", { name: "Name" }).fill("Sanna Heikkinen");
		const phone = form.getByRole("textbox", { name: "Phone number" });
		await phone.fill("12");
		await form.getByRole("button", { name: "Add" }).click();
		await form.getByText("12 cannot be rung.").waitFor();
		expect(await phone.inputValue()).toBe("12");
		await phone.fill("040 123 4567");
		await form.getByRole("button", { name: "Add" }).click();
		const kept = await draft(({ people }) => Object.hasOwn(people, "sanna"));
		expect(kept.people.sanna).toEqual({
			name: "Sanna Heikkinen",
			phone: "+358401234567",
		});
	},
	patience,
);

test(
	"a written shift at a time that the clocks jump over is not taken before it is chosen what is meant",
	async () => {
		const { page } = await atPlan();
		const layer = await edit(page, "duties.backup[0]");
		await layer.getByRole("button", { name: "Add a shift" }).click();
		const start = layer.getByLabel("From", { exact: true });
		await start.fill("2026-03-29T03:30");
		await layer
			.getByText("03:30 does not exist that night: the clocks jump over it.")
			.waitFor();
		await layer.getByRole("button", { name: "04:30" }).click();
		await layer.getByLabel("To", { exact: true }).fill("2026-10-25T03:30");
		await layer.getByRole("button", { name: "The second 03:30" }).click();
		const kept = await draft(({ duties }) => {
			const shifts = duties.backup?.[0];
			return JSON.stringify(shifts).includes("+02:00");
		});
		expect(kept.duties.backup).toEqual([
			{
				shifts: [
					{
						person: "aino",
						start: "2026-03-29T04:30",
						end: "2026-10-25T03:30+02:00",
					},
				],
			},
		]);
	},
	patience,
);

test(
	"the layers of a duty change places: the upper one beats the lower",
	async () => {
		const { page } = await atPlan();
		const layers = page.getByRole("list", { name: /^Layers of Technician/ });
		await layers
			.getByRole("button", { name: "Move down: layer 2" })
			.press("Enter");
		const kept = await draft((rota) => rotationOf(rota, 1).people.length === 3);
		expect(kept.duties.technician).toEqual(
			[...(planned.duties.technician ?? [])].reverse(),
		);
	},
	patience,
);

test(
	"whoever leaves is replaced wherever they are named",
	async () => {
		const { page } = await atPlan();
		const person = await edit(page, "people.liisa");
		await person.getByRole("button", { name: /^Replace or remove/ }).click();
		const dialog = page.getByRole("dialog", { name: /Liisa Lind/ });
		await dialog.waitFor();
		expect(await axeFindings(page)).toEqual([]);
	},
	patience,
);

test(
	"overrides that are over are cleaned away",
	async () => {
		const { page } = await atPlan();
		await page.getByText("One override is over.").waitFor();
		await page.getByRole("button", { name: "Clean away" }).click();
		const kept = await draft(({ overrides }) => overrides?.length === 1);
		expect(kept.overrides).toEqual([planned.overrides?.[1]]);
	},
	patience,
);

test(
	"whoever may not edit the rota reads it",
	async () => {
		const { page } = await atPlan("technician");
		await page.getByText("You can read the plan.").waitFor();
		expect(await page.locator("main").getByRole("button").count()).toBe(0);
		expect(await axeFindings(page)).toEqual([]);
	},
	patience,
);

test.each(languages)(
	"in %s the plan is accessible and fits, closed and with everything open",
	async (language) => {
		const { page, complaints } = await atPlan("planner", {
			locale: localeOf(language),
		});
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		for (const place of [
			"people.kalle",
			"duties.technician",
			"duties.technician[1]",
			"duties.technician[1].rotation.during[0]",
			"hours[0]",
			"holidays",
			"routing.open[0]",
			"fallback",
		])
			await page
				.locator(`[id="${place}"] button[aria-expanded=false]`)
				.first()
				.click();
		await page.locator("summary").click();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		expect(complaints).toEqual([]);
	},
	patience,
);
