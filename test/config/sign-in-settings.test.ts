import { SetupError } from "../../src/errors.ts";
import { mailOf } from "../../src/mail-settings.ts";
import { signInProvidersOf } from "../../src/sign-in-settings.ts";

function sentence(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		expect(error).toBeInstanceOf(SetupError);
		return (error as Error).message;
	}
	throw new Error("nothing was refused");
}

test("mail is set by a server and an address, or not at all", () => {
	expect(mailOf({})).toBeNull();
	const smtpUrl = "smtp://office:p%40ss@mail.example.org:587";
	for (const from of ["faults@example.org", "Faultline <faults@example.org>"])
		expect(mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from })).toEqual({
			smtpUrl,
			from,
		});
});

const from = "faults@example.org";
test.each([
	[{ SMTP_URL: "smtp://mail.example.org" }, "MAIL_FROM is missing"],
	[{ MAIL_FROM: from }, "SMTP_URL is missing"],
	[
		{ SMTP_URL: "https://sesame@mail.example.org", MAIL_FROM: from },
		"SMTP_URL is not the address of a mail server",
	],
	[{ SMTP_URL: "sesame", MAIL_FROM: from }, "SMTP_URL is not the address"],
	[
		{ SMTP_URL: "smtp://mail.example.org", MAIL_FROM: "faults" },
		'MAIL_FROM is "faults"',
	],
	[
		{ SMTP_URL: "smtp://mail.example.org", MAIL_FROM: `${from}\r\nBcc: x@y` },
		"MAIL_FROM is",
	],
])("%j is refused with one sentence, without the password", (env, expected) => {
	const said = sentence(() => mailOf(env));
	expect(said).toContain(expected);
	expect(said).not.toContain("sesame");
});

const provider = (issuer: string, prefix = "OIDC") => ({
	[`${prefix}_ISSUER`]: issuer,
	[`${prefix}_CLIENT_ID`]: "id",
	[`${prefix}_CLIENT_SECRET`]: "secret",
});
const entra = "https://login.microsoftonline.com";

test("several providers have names of their own", () => {
	expect(signInProvidersOf({})).toEqual([]);
	const directory = "11111111-2222-3333-4444-555555555555";
	const providers = signInProvidersOf({
		...provider("https://accounts.google.com"),
		...provider(`${entra}/${directory}/v2.0`, "OIDC_2"),
		...provider("https://id.example.org/realms/a", "OIDC_3"),
		OIDC_3_NAME: "Housing office",
	});
	expect(providers.map(({ id, name }) => `${id} ${name}`)).toEqual([
		"1 Google",
		"2 Microsoft",
		"3 Housing office",
	]);
});

test.each([
	[{ OIDC_ISSUER: "https://a.example" }, "OIDC_CLIENT_ID is missing"],
	[{ OIDC_2_NAME: "Office" }, "OIDC_2_ISSUER is missing"],
	[provider("http://id.example.org"), "not the https address"],
	[provider("accounts.google.com"), "not the https address"],
	[provider(`${entra}/common/v2.0`), "lets anybody's Microsoft account in"],
	[provider(`${entra}/organizations/v2.0`), "your own directory's id"],
])("%j is refused with one sentence", (env, expected) => {
	expect(sentence(() => signInProvidersOf(env))).toContain(expected);
});
