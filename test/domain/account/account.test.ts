import {
	mustHaveSecondFactor,
	needsSecondFactor,
	type OpenedBy,
	rolesThatMayIdle,
	stageAfter,
	stateOf,
} from "../../../src/domain/account/account.ts";
import { browserFamily } from "../../../src/domain/account/browser.ts";
import { emailOf } from "../../../src/domain/account/email.ts";
import { linkMail } from "../../../src/domain/account/link-mail.ts";
import { placeOf } from "../../../src/domain/account/place.ts";
import { vouchedEmail } from "../../../src/domain/account/provider-claims.ts";
import {
	isFreshStep,
	recoveryCodeOf,
} from "../../../src/domain/account/second-factor.ts";
import { languages } from "../../../src/domain/language.ts";
import { type Role, roles } from "../../../src/domain/role.ts";

test("who plans, manages or administers needs a second factor, and may not leave a session lying", () => {
	expect(roles.filter(needsSecondFactor)).toEqual([
		"planner",
		"manager",
		"admin",
	]);
	expect(rolesThatMayIdle).toEqual(["technician", "office"]);
});

test("the people of the demonstration may do without one", () => {
	expect(mustHaveSecondFactor({ role: "admin", isDemo: true })).toBe(false);
	expect(mustHaveSecondFactor({ role: "admin", isDemo: false })).toBe(true);
	expect(mustHaveSecondFactor({ role: "office", isDemo: false })).toBe(false);
});

const since = new Date("2026-01-01T00:00:00Z");

test.each<[OpenedBy, Role, Date | null, string]>([
	["password", "technician", null, "full"],
	["password", "technician", since, "code"],
	["password", "office", null, "full"],
	["password", "planner", null, "enrol"],
	["password", "planner", since, "code"],
	["password", "admin", null, "enrol"],
	["provider", "admin", null, "full"],
	["provider", "admin", since, "full"],
	["link", "admin", since, "full"],
	["demo", "admin", null, "full"],
])(
	"after %s, a %s with a second factor since %s has come: %s",
	(by, role, secondFactorSince, stage) => {
		expect(stageAfter(by, { role, secondFactorSince })).toBe(stage);
	},
);

test("an account is invited until it has been used once", () => {
	const account = {
		...{ id: "1", email: "a@b", name: "A", role: "office" as const },
		...{ language: "fi" as const, isDemo: false, hasPassword: false },
		...{ secondFactorSince: null, createdAt: since },
		...{ lastSignedInAt: null, disabledAt: null },
	};
	expect(stateOf(account)).toBe("invited");
	expect(stateOf({ ...account, hasPassword: true })).toBe("active");
	expect(stateOf({ ...account, isDemo: true })).toBe("active");
	expect(stateOf({ ...account, lastSignedInAt: since })).toBe("active");
	expect(stateOf({ ...account, disabledAt: since })).toBe("disabled");
});

test.each([
	[" Maija.Laine@Example.ORG ", "maija.laine@example.org"],
	["åsa@exempel.se", "åsa@exempel.se"],
	["a@b", "a@b"],
	["no address", null],
	["two@at@signs", null],
	["Maija <maija@example.org>", null],
	["maija@example.org, other@example.org", null],
	["maija@example.org\r\nBcc: other@example.org", null],
	["a b@example.org", null],
	[`${"a".repeat(250)}@example.org`, null],
	["", null],
])("%j as an address is %j", (text, email) => {
	expect(emailOf(text)).toBe(email);
});

const directory = "11111111-2222-3333-4444-555555555555";
const entra = `https://login.microsoftonline.com/${directory}/v2.0`;
const google = "https://accounts.google.com";
const email = "Maija@Example.org";

test.each([
	["a verified address", google, { email, email_verified: true }, true],
	["an unverified one", google, { email, email_verified: false }, false],
	["one that nothing is said of", google, { email }, false],
	["a text that says true", google, { email, email_verified: "true" }, false],
	["no address", google, { email_verified: true }, false],
	["Entra's, of the directory", entra, { email, tid: directory }, true],
	["Entra's, of another directory", entra, { email, tid: "other" }, false],
	["Entra's, of no directory", entra, { email }, false],
	["Entra's guest", entra, { email, tid: directory, acct: 1 }, false],
	[
		"Entra's, in a domain that is not theirs",
		entra,
		{ email, tid: directory, xms_edov: false },
		false,
	],
	[
		"Entra's sign-in name",
		entra,
		{ preferred_username: email, tid: directory },
		false,
	],
])("a provider vouches for %s", (_what, issuer, claims, isVouched) => {
	expect(vouchedEmail(issuer, { sub: "1", ...claims })).toBe(
		isVouched ? "maija@example.org" : null,
	);
});

test.each([
	["203.0.113.7", "203.0.113.7"],
	["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
	["2001:DB8:1:2::1", "2001:db8:1:2::/64"],
	["2001:0db8:0001:0002:ffff::", "2001:db8:1:2::/64"],
	["2001:db8::7", "2001:db8:0:0::/64"],
	["::1", "0:0:0:0::/64"],
	["fe80::1%eth0", "fe80:0:0:0::/64"],
	[null, ""],
])("%j is a place: %s", (address, place) => {
	expect(placeOf(address)).toBe(place);
});

test("a code's step is taken once, and none before it", () => {
	expect(isFreshStep(10, null)).toBe(true);
	expect(isFreshStep(11, 10)).toBe(true);
	expect(isFreshStep(10, 10)).toBe(false);
	expect(isFreshStep(9, 10)).toBe(false);
});

test("a recovery code is known however it is typed", () => {
	expect(recoveryCodeOf("ABCD-efgh 2345-67ab")).toBe("abcdefgh234567ab");
	expect(recoveryCodeOf("123456")).toBeNull();
	expect(recoveryCodeOf("")).toBeNull();
});

test.each([
	[
		"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
		"Firefox, Linux",
	],
	[
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
		"Edge, Windows",
	],
	[
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
		"Safari, iPhone",
	],
	[
		"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36",
		"Chrome, Android",
	],
	["curl/8.5.0", null],
	["", null],
])("%s is %s", (userAgent, family) => {
	expect(browserFamily(userAgent)).toBe(family);
});

test.each(languages.map((language) => [language]))(
	"a mailed link stands on a line of its own, in %s",
	(language) => {
		const link = "https://faults.example.org/reset/abc";
		for (const purpose of ["invitation", "reset"] as const) {
			const mail = linkMail(purpose, language, { name: "Maija", link });
			expect(mail.text.split("\n")).toContain(link);
			expect(mail.text).toContain("Maija");
			expect(mail.subject).not.toBe("");
		}
	},
);
