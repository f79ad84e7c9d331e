import type { Browser } from "playwright-core";
import { isPlain } from "../../src/domain/ticket/gsm.ts";
import { askerOf } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { signedIn } from "../support/console.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 90_000;

/** What somebody could say, who wishes others ill. */
const hostile = `<img src=x onerror="window.ran=1"><script>window.ran=1</script>{{constructor}}"';--`;

let browser: Browser;
let line: OpenLine;
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine({ closed: ["kalle"] });
}, patience);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

test(
	"what a tenant says stays words: on every page, and in the text message that passes it on",
	async () => {
		const { tenant, kalle, clock, ticket } = line;
		await tenant.dials();
		await clock.passes({ seconds: 2 });
		await tenant.hangsUp();
		await tenant.phone.sendsText(
			"+358942721234",
			`${hostile}\u0000\u202E\u0007 ✅`,
		);
		const passedOn = await eventually(async () => {
			await clock.passes({ seconds: 1 });
			return kalle.inbox.find(({ body }) => body.includes("onerror")) ?? null;
		});
		expect(isPlain(passedOn.body)).toBe(true);

		const { agent } = await askerOf(line.service, "admin");
		const { number, revision } = await ticket.view();
		const sent = async (
			answer: PromiseLike<{ status: number; body: unknown }>,
		) => expect(await answer).toMatchObject({ status: 200 });
		await sent(
			agent
				.put(`/api/tickets/${number}`)
				.send({ revision, summary: hostile, labels: [hostile.slice(0, 30)] }),
		);
		await sent(
			agent.post(`/api/tickets/${number}/notes`).send({ body: hostile }),
		);
		await sent(
			agent.post("/api/tenants").send({
				...{ key: null, name: hostile, numbers: ["+358401009555"] },
				...{ property: null, stairwell: "", flat: "", language: null },
			}),
		);

		const { page, complaints } = await signedIn(browser, line.service);
		const shown = ["/tickets", `/tickets/${number}`, "/places/tenants"];
		const found = `/tickets?q=${encodeURIComponent(hostile)}`;
		for (const path of [...shown, found, "/", "/proof"]) {
			await page.goto(`${line.service.url}${path}`);
			await page.getByRole("heading", { level: 1 }).waitFor();
			const words = page.getByText("onerror=", { exact: false }).first();
			if (shown.includes(path)) await words.waitFor();
			expect([path, await page.evaluate("window.ran")]).toEqual([
				path,
				undefined,
			]);
			expect(await page.locator("img[src=x]").count()).toBe(0);
		}
		expect(complaints).toEqual([]);
	},
	patience,
);
