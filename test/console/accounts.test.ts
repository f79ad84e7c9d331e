import type { Browser } from "playwright-core";
import { languages } from "../../src/domain/language.ts";
import { accountWithPassword, goodPassword } from "../support/accounts.ts";
import { openBrowser } from "../support/browser.ts";
import {
	axeFindings,
	faultsInBothLooks,
	localeOf,
	opened,
	signedIn,
} from "../support/console.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let line: OpenLine;
beforeAll(async () => {
	browser = await openBrowser();
	line = await openLine();
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
}, patience);

test(
	"an admin invites somebody, who comes in by the link; then they are shut out, after being asked, and let in again",
	async () => {
		const { page, complaints } = await signedIn(browser, line.service);
		await page.getByRole("button", { name: "More", exact: true }).click();
		await page.getByRole("menuitem", { name: "Accounts" }).click();
		await page.getByRole("button", { name: "Invite somebody" }).click();
		const form = page.getByRole("dialog", { name: "Invite somebody" });
		await form.getByLabel("E-mail address").fill("veera@accounts.example");
		await form.getByLabel("Name, as others see it").fill("Veera Virta");
		await form.getByRole("radio", { name: "office" }).check();
		await form.getByRole("button", { name: "Make the invitation" }).click();
		const shown = page.getByRole("dialog", {
			name: "An invitation for Veera Virta",
		});
		const link = await shown.getByLabel("The link").inputValue();
		await shown.getByText("No e-mail is sent from here.").waitFor();
		await shown.getByRole("button", { name: "Close" }).last().click();
		await page.getByText("One invitation waits.").waitFor();
		const row = page.getByRole("row", { name: /Veera Virta/ });
		await row.getByText("Invited").last().waitFor();

		const { page: theirs } = await opened(browser);
		await theirs.goto(`${line.service.url}${new URL(link).pathname}`);
		await theirs.getByLabel("New password").fill(goodPassword);
		await theirs.getByRole("button", { name: "Save and sign in" }).click();
		await theirs.getByRole("heading", { name: "Latest tickets" }).waitFor();

		await page.reload();
		await row.getByText("Active").waitFor();
		const menu = page.getByRole("button", {
			name: "What to do with Veera Virta",
		});
		await menu.click();
		await page.getByRole("menuitem", { name: "Disable …" }).waitFor();
		expect(await axeFindings(page)).toEqual([]);
		await page.getByRole("menuitem", { name: "Disable …" }).click();
		const asked = page.getByRole("dialog", { name: "Disable: Veera Virta" });
		await asked.getByText(/Veera Virta is signed out everywhere/).waitFor();
		await asked.getByRole("button", { name: "Disable" }).click();
		await row.getByText("Disabled").last().waitFor();
		await theirs.reload();
		await theirs.getByRole("heading", { name: "Sign in" }).waitFor();
		await menu.click();
		await page.getByRole("menuitem", { name: "Enable again" }).click();
		await row.getByText("Active").waitFor();
		await menu.click();
		await page
			.getByRole("menuitem", { name: "Make a link for a new password" })
			.click();
		await page
			.getByRole("dialog", { name: "A new password for Veera Virta" })
			.waitFor();
		expect(complaints).toEqual([]);
	},
	patience,
);

test(
	"an admin changes somebody's role; of the last admin it is refused in words",
	async () => {
		await accountWithPassword(line.service.ctx, {
			role: "technician",
			name: "Teppo Tekijä",
		});
		const { page } = await signedIn(browser, line.service, { at: "/accounts" });
		const edit = async (name: string, role: string) => {
			await page
				.getByRole("button", { name: `What to do with ${name}` })
				.click();
			await page.getByRole("menuitem", { name: "Change name or role" }).click();
			await page.getByRole("radio", { name: role }).check();
			await page.getByRole("button", { name: "Save" }).click();
		};
		await edit("Teppo Tekijä", "planner");
		await page.getByRole("row", { name: /Teppo Tekijä.*planner/ }).waitFor();
		await edit("admin", "planner");
		await page.getByText("This is the last admin.").first().waitFor();
	},
	patience,
);

test(
	"one's own account: name and language, another password, a second factor, and other sessions ended",
	async () => {
		const { email } = await accountWithPassword(line.service.ctx, {
			role: "technician",
			name: "Oma Tili",
		});
		const signIn = async () => {
			const { page } = await opened(browser);
			await page.goto(`${line.service.url}/account`);
			await page.getByLabel("E-mail address").fill(email);
			await page.getByLabel("Password", { exact: true }).fill(goodPassword);
			await page.getByRole("button", { name: "Sign in", exact: true }).click();
			await page.getByRole("heading", { name: "My account" }).waitFor();
			return page;
		};
		const elsewhere = await signIn();
		const page = await signIn();
		await page.getByRole("button", { name: /^End this session/ }).click();
		await page.getByText("You are signed in nowhere else.").waitFor();
		await elsewhere.reload();
		await elsewhere.getByRole("heading", { name: "Sign in" }).waitFor();

		const another = "toinen kahvi jäi keittimeen";
		await page.getByLabel("Your password now").fill(goodPassword);
		await page.getByLabel("New password").fill(another);
		await page.getByRole("button", { name: "Change the password" }).click();
		await page.getByText("The password is changed.").waitFor();

		await page.getByRole("button", { name: "Set it up" }).click();
		await page.getByRole("img", { name: /^QR code/ }).waitFor();
		expect(await axeFindings(page)).toEqual([]);

		await page.getByLabel("Your name, as others see it").fill("Uusi Nimi");
		await page.getByLabel("Your language").selectOption("fi");
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await page.getByText("Tallennettu.").waitFor();
		await page
			.getByRole("button", { name: "Oma valikko: Uusi Nimi" })
			.waitFor();
	},
	patience,
);

test.each(languages)(
	"in %s both pages are accessible and fit",
	async (language) => {
		const { page } = await signedIn(browser, line.service, {
			...{ locale: localeOf(language), at: "/account" },
		});
		await page.locator("main li").first().waitFor();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		await page.goto(`${line.service.url}/accounts`);
		await page.locator("table").waitFor();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
		await page.locator("main button").first().click();
		await page.getByRole("dialog").locator("form").waitFor();
		expect(await faultsInBothLooks(page, language)).toEqual([]);
	},
	patience,
);
