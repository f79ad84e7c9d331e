import type { Browser } from "playwright-core";
import { setSwapApproval } from "../../src/actions/set-swap-approval.ts";
import { languages } from "../../src/domain/language.ts";
import { openBrowser } from "../support/browser.ts";
import {
	axeFindings,
	faultsInBothLooks,
	localeOf,
	signedIn,
} from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";
import { consoleOfPerson, publishTo } from "../support/swap-rota.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let line: OpenLine;

/** One swap waits for a planner, one shift is on offer; Liisa is away in her week. */
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine();
	await publishTo(line.service);
	const kalle = await consoleOfPerson(line.service, "Kalle Korhonen");
	const liisa = await consoleOfPerson(line.service, "Liisa Lind");
	const pekka = await consoleOfPerson(line.service, "Pekka Nieminen");
	const day = (date: number, more: object = {}) => ({
		...{ line: "fault-line", duty: "technician", ...more },
		start: `2026-03-${date}T06:00:00Z`,
		end: `2026-03-${date + 1}T06:00:00Z`,
	});
	await setSwapApproval(line.service.ctx, {
		...{ line: "fault-line", approval: true, by: "test" },
	});
	const { body } = await kalle
		.post("/api/swaps")
		.send(day(10, { note: "dentist" }));
	await pekka.post(`/api/swaps/${body.id}/accept`);
	await kalle.post("/api/swaps").send(day(12));
	await liisa
		.post("/api/absences")
		.send({ kind: "sick", from: "2026-03-17", to: "2026-03-18" });
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

test.each(languages)(
	"in %s swaps and absences are accessible and fit",
	async (language) => {
		const { page, complaints } = await signedIn(browser, line.service, {
			...{ role: "planner", locale: localeOf(language) },
			at: "/rota/fault-line/swaps",
		});
		for (const name of ["swaps", "absences"]) {
			if (name !== "swaps")
				await page.goto(`${line.service.url}/rota/fault-line/${name}`);
			await page.locator("main h1").waitFor();
			await page
				.getByText("Liisa Lind")
				.or(page.getByText("Kalle"))
				.first()
				.waitFor();
			for (const details of await page.locator("summary").all())
				await details.click();
			expect(await faultsInBothLooks(page, language)).toEqual([]);
		}
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"a planner approves a swap, must say why to undo it, and corrects it in force",
	async () => {
		const { page } = await signedIn(browser, line.service, {
			role: "planner",
			at: "/rota/fault-line/swaps",
		});
		await page
			.getByRole("heading", { name: "One swap waits for your decision." })
			.waitFor();
		await page.getByRole("button", { name: /^Approve Kalle Korhonen/ }).click();
		const inForce = page.getByRole("region", { name: "In force" });
		await inForce.getByText("From Kalle Korhonen to Pekka Nieminen").waitFor();
		await inForce.getByRole("button", { name: /^Undo/ }).click();
		const dialog = page.getByRole("dialog");
		expect(await axeFindings(page)).toEqual([]);
		await dialog.getByRole("button", { name: "Undo" }).click();
		await dialog.getByText("Say why").waitFor();
		await dialog.getByRole("button", { name: "Cancel" }).last().click();
		await inForce.getByRole("button", { name: /^Correct/ }).click();
		await dialog.getByLabel("Until").fill("2026-03-10T20:00");
		await dialog.getByLabel("Why").fill("back in the evening");
		await dialog.getByRole("button", { name: "Save" }).click();
		await inForce.getByText("20:00").waitFor();
		const { rota } = line.service.ctx.rotas.current("fault-line") ?? {};
		expect(rota?.overrides).toMatchObject([
			{ person: "pekka", instead: "kalle", end: "2026-03-10T20:00" },
		]);
	},
	patience,
);

test(
	"a planner enters an absence and asks a colleague to take the shift",
	async () => {
		const { page } = await signedIn(browser, line.service, {
			role: "planner",
			at: "/rota/fault-line/absences",
		});
		await page
			.getByRole("heading", { name: /belongs? to somebody who is away/ })
			.waitFor();
		await page.getByLabel("Who", { exact: true }).selectOption("pekka");
		await page.getByLabel("First day", { exact: true }).fill("2026-03-14");
		await page.getByRole("button", { name: "Save" }).click();
		const list = page.getByRole("region", { name: "Who is away" });
		const pekka = list.getByRole("listitem").filter({ hasText: "Pekka" });
		await pekka.first().getByText("Has a duty then").waitFor();
		await pekka.first().getByRole("button", { name: "Ask" }).click();
		await page.getByText(/has been asked\./).waitFor();
	},
	patience,
);
