import type { Browser, Page } from "playwright-core";
import { createAccountLink } from "../../src/actions/create-account-link.ts";
import { type Language, languages } from "../../src/domain/language.ts";
import type { Role } from "../../src/domain/role.ts";
import {
	accountWithPassword,
	codeOf,
	goodPassword,
	withSecondFactor,
} from "../support/accounts.ts";
import { accountOf } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import {
	axeFindings,
	faultsInBothLooks,
	localeOf,
	opened,
} from "../support/console.ts";
import { freePort } from "../support/free-port.ts";
import {
	client,
	type LocalProvider,
	localProvider,
} from "../support/oidc-provider.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

/** A real browser on a busy machine takes its time. */
const patience = 60_000;

let browser: Browser;
let line: OpenLine;
let provider: LocalProvider;
beforeAll(async () => {
	browser = await openBrowser();
	const port = await freePort();
	provider = await localProvider(
		await freePort(),
		`http://localhost:${port}/sign-in/oidc/callback`,
	);
	line = await openLine({
		settings: {
			PORT: String(port),
			OIDC_ISSUER: provider.issuer,
			OIDC_CLIENT_ID: client.id,
			OIDC_CLIENT_SECRET: client.secret,
			OIDC_NAME: "Housing office",
		},
	});
}, patience);
afterEach(() =>
	Promise.all(browser.contexts().map((context) => context.close())),
);
afterAll(async () => {
	await browser.close();
	await line.close();
	await provider.close();
}, patience);

async function at(path: string, look: Parameters<typeof opened>[1] = {}) {
	const { page } = await opened(browser, look);
	await page.goto(`${line.service.url}${path}`);
	return page;
}

async function signIn(page: Page, email: string, password = goodPassword) {
	await page.getByLabel("E-mail address").fill(email);
	await page.getByLabel("Password", { exact: true }).fill(password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signOut(page: Page) {
	await page.getByRole("button", { name: /^Your menu/ }).click();
	await page.getByRole("menuitem", { name: "Sign out" }).click();
	await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
}

/** The path of a link to set a password with, for somebody new or for somebody who forgot. */
async function linkPath(
	purpose: "invitation" | "reset",
	person: { id?: string; role?: Role; name?: string; language?: Language } = {},
): Promise<string> {
	const { role = "office", name = "Veera Virta", language = "sv" } = person;
	const { ctx } = line.service;
	const email = `${crypto.randomUUID()}@accounts.example`;
	const id =
		person.id ?? (await accountOf(ctx, { role, name, email, language }));
	const made = await createAccountLink(ctx, { id, purpose, by: "test" });
	if (made.kind === "refused") throw new Error(made.because);
	return new URL(made.url).pathname;
}

test(
	"whoever is not signed in is led to sign in, by keyboard alone, and back to the page they wanted",
	async () => {
		const { email } = await accountWithPassword(line.service.ctx, {
			role: "technician",
		});
		const page = await at("/account");
		await page.waitForURL(/\/sign-in\?next=/);
		await page.getByLabel("E-mail address").waitFor();
		const focused = () => page.evaluate("document.activeElement.name");
		while ((await focused()) !== "email") await page.keyboard.press("Tab");
		await page.keyboard.type(email);
		await page.keyboard.press("Tab");
		await page.keyboard.type(goodPassword);
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { name: "My account" }).waitFor();
		expect(page.url()).toBe(`${line.service.url}/account`);
	},
	patience,
);

test(
	"an address of another site is never where one is led afterwards",
	async () => {
		const { email } = await accountWithPassword(line.service.ctx, {
			role: "office",
		});
		const page = await at("/sign-in?next=%2F%2Fexample.org%2F");
		await signIn(page, email);
		await page.getByRole("heading", { name: "Latest tickets" }).waitFor();
		expect(page.url()).toBe(`${line.service.url}/`);
	},
	patience,
);

test(
	"a planner sets up a second factor before anything else, and from then on a code is asked for",
	async () => {
		const { email } = await accountWithPassword(line.service.ctx, {
			role: "planner",
		});
		const page = await at("/");
		await signIn(page, email);
		await page
			.getByRole("heading", { name: "Set up your second factor" })
			.waitFor();
		await page.getByRole("img", { name: /^QR code/ }).waitFor();
		const secret = (
			await page.getByLabel("Or type this key into the app").inputValue()
		).replaceAll(" ", "");
		const field = page.getByLabel("Then type the six digits that it shows");
		expect(await field.getAttribute("autocomplete")).toBe("one-time-code");
		await field.fill("000 000");
		await page.getByRole("button", { name: "Continue" }).click();
		await page.getByText("The code does not work.").first().waitFor();
		await field.fill(codeOf(secret, -1));
		await page.getByRole("button", { name: "Continue" }).click();
		await page
			.getByRole("heading", { name: "Keep these recovery codes" })
			.waitFor();
		const codes = await page.locator("main li").allTextContents();
		expect(new Set(codes).size).toBe(10);
		expect(await axeFindings(page)).toEqual([]);
		const saving = page.waitForEvent("download");
		await page.getByRole("button", { name: "Save as a file" }).click();
		expect((await saving).suggestedFilename()).toMatch(/\.txt$/);
		await page.getByRole("button", { name: "I have kept them" }).click();
		await page.getByRole("heading", { name: "Latest tickets" }).waitFor();

		await signOut(page);
		await signIn(page, email);
		await page.getByRole("heading", { name: "One more step" }).waitFor();
		await page.keyboard.type(codeOf(secret));
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { name: "Latest tickets" }).waitFor();

		await signOut(page);
		await signIn(page, email);
		await page.getByRole("button", { name: "I do not have my phone" }).click();
		await page.getByLabel("Recovery code").fill(codes[0] ?? "");
		await page.getByRole("button", { name: "Continue" }).click();
		await page.getByRole("heading", { name: "Latest tickets" }).waitFor();
	},
	patience,
);

test(
	"after some wrong passwords the door is closed for a while, and the page says for how long",
	async () => {
		const { email } = await accountWithPassword(line.service.ctx, {
			role: "office",
		});
		const page = await at("/sign-in");
		for (let tries = 0; tries < 5; tries++) {
			await signIn(page, email, "wrong");
			await page.getByText("is not right").waitFor();
		}
		await signIn(page, email);
		await page
			.getByText(/too many attempts\. Try again in \d+ minutes/)
			.waitFor();
		expect(await axeFindings(page)).toEqual([]);
	},
	patience,
);

test(
	"an invitation leads to a password, to a language, and in",
	async () => {
		const page = await at(await linkPath("invitation"));
		await page.getByRole("heading", { name: "Welcome, Veera Virta" }).waitFor();
		const password = page.getByLabel("New password");
		expect(await password.getAttribute("autocomplete")).toBe("new-password");
		await password.fill("kahvi");
		await page.getByText("7 more characters.").waitFor();
		await password.fill("salasana12345");
		await page.getByText(/Too easy to guess/).waitFor();
		await password.fill(goodPassword);
		await page.getByText("This will do.").waitFor();
		expect(await page.getByLabel("Your language").inputValue()).toBe("sv");
		await page.getByRole("button", { name: "Save and sign in" }).click();
		await page.getByRole("button", { name: "Din meny: Veera Virta" }).waitFor();
		expect(page.url()).toBe(`${line.service.url}/`);
	},
	patience,
);

test(
	"whoever forgot their password asks for a link, and with it chooses another, once",
	async () => {
		const { id, email } = await accountWithPassword(line.service.ctx, {
			role: "technician",
		});
		const page = await at("/sign-in");
		await page.getByLabel("E-mail address").fill(email);
		await page
			.getByRole("button", { name: "Forgotten your password?" })
			.click();
		await page.getByRole("button", { name: "Send the link" }).click();
		await page.getByText("Ask your admin for a link").waitFor();
		const path = await linkPath("reset", { id });
		await page.goto(`${line.service.url}${path}`);
		await page.getByLabel("New password").fill("uusi kahvi jäi keittimeen");
		await page.getByRole("button", { name: "Save the password" }).click();
		await page.getByText("The password is saved.").waitFor();
		await page.getByRole("link", { name: "Sign in" }).click();
		await signIn(page, email, "uusi kahvi jäi keittimeen");
		await page.getByRole("heading", { name: "Latest tickets" }).waitFor();
		await page.goto(`${line.service.url}${path}`);
		await page.getByText("This link has been used or is too old.").waitFor();
	},
	patience,
);

test(
	"whoever signs in by another service comes back to the page they wanted",
	async () => {
		const { ctx } = line.service;
		const email = "oili@accounts.example";
		await accountOf(ctx, { role: "planner", name: "Oili Oja", email });
		provider.says("oili", { email, email_verified: true });
		const page = await at("/account");
		await page
			.getByRole("link", { name: "Sign in with Housing office" })
			.click();
		await page.getByText("You are Oili Oja, planner").waitFor();
		expect(page.url()).toBe(`${line.service.url}/account`);
	},
	patience,
);

test(
	"whoever comes back from another service without being let in is told why",
	async () => {
		const page = await at("/sign-in?refused=no-account");
		await page
			.getByText("There is no account with your e-mail address here.")
			.waitFor();
		await page.goto(`${line.service.url}/sign-in?refused=%3Cscript%3E`);
		await page.getByText("That did not work.").waitFor();
	},
	patience,
);

test.each(languages)(
	"in %s every step is accessible and fits",
	async (language) => {
		const { ctx } = line.service;
		const planner = await accountWithPassword(ctx, { role: "planner" });
		const coded = await accountWithPassword(ctx, { role: "planner" });
		await withSecondFactor(ctx, coded);
		const look = { locale: localeOf(language) };
		const isFine = async (page: Page) => {
			expect(await faultsInBothLooks(page, language)).toEqual([]);
		};
		const submit = (page: Page) => page.locator("button[type=submit]").click();
		const filled = async (page: Page, email: string) => {
			await page.locator("input[type=email]").fill(email);
			await page.locator("input[type=password]").fill(goodPassword);
			await submit(page);
		};
		const page = await at("/sign-in?refused=failed", look);
		await page.locator("form").waitFor();
		await isFine(page);
		await page.locator("main button").last().click();
		await page.locator("form:not(:has(input[type=password]))").waitFor();
		await isFine(page);
		await page.goto(`${line.service.url}/sign-in`);
		await filled(page, coded.email);
		await page.locator("input[name=code]").waitFor();
		await isFine(page);
		await page.goto(`${line.service.url}/sign-in`);
		await filled(page, planner.email);
		await page.locator("svg[role=img]").waitFor();
		await isFine(page);
		for (const path of [
			await linkPath("invitation"),
			await linkPath("reset", { id: coded.id }),
			"/reset/nothing",
		]) {
			await page.goto(`${line.service.url}${path}`);
			await page.locator("main :is(form, [role=alert])").waitFor();
			await isFine(page);
		}
	},
	patience,
);
