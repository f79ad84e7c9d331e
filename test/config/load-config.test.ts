import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../src/config.ts";
import { SetupError } from "../../src/errors.ts";

const working = 'lines:\n  fault-line: { number: "+358942721234" }\n';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "faultline-config-"));
	write(working);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(yaml: string) {
	writeFileSync(join(folder, "service.yaml"), yaml);
}

const load = (env: Record<string, string> = {}) =>
	loadConfig({ CONFIG_DIR: folder, ...env });

function sentence(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		expect(error).toBeInstanceOf(SetupError);
		return (error as Error).message.replaceAll(folder, "CONFIG");
	}
	throw new Error("nothing was refused");
}

test("two words a line are enough; the rest has sensible defaults", () => {
	const config = load();
	expect(config).toMatchObject({
		production: false,
		port: 3000,
		publicUrl: "http://localhost:3000",
		dataDir: join(process.cwd(), "data"),
		schedulesDir: join(process.cwd(), "schedules"),
		logLevel: "info",
		carrier: { kind: "built-in", port: 3001, apiUrl: "http://127.0.0.1:3001" },
	});
	expect(config.databaseUrl).toBeUndefined();
	expect(config.lines["fault-line"]).toEqual({
		id: "fault-line",
		number: "+358942721234",
		name: { fi: "fault-line", sv: "fault-line", en: "fault-line" },
		language: "fi",
		languages: ["fi"],
		joinMinutes: 60,
		notices: { recording: true },
		voicemail: { enabled: true, maxSeconds: 120, deleteAtCarrier: false },
		blocked: [],
		prompts: {},
		tenantSms: false,
		alarmMinutes: 10,
	});
});

test("an empty variable counts as not set", () => {
	expect(load({ PORT: "", DATABASE_URL: " " }).port).toBe(3000);
});

test("a line can be written out in full", () => {
	write(`lines:
  fault-line:
    number: "+358942721234"
    name: { fi: Vikanumero, sv: Felanmälan }
    languages: [sv, fi]
    notices: { charge: { fi: "Puhelu maksaa 8 senttiä minuutilta." } }
    prompts: { greeting: { fi: Hei, sv: { audio: "https://example.org/hej.mp3" } } }
`);
	expect(load().lines["fault-line"]).toMatchObject({
		name: { fi: "Vikanumero", sv: "Felanmälan", en: "Vikanumero" },
		language: "fi",
		languages: ["sv", "fi"],
		notices: { recording: true },
		prompts: {
			greeting: {
				fi: { text: "Hei" },
				sv: { audio: "https://example.org/hej.mp3" },
			},
		},
	});
});

test("the price of a text message is every line's, but for a line that has its own", () => {
	write(`sms: { price: 0.07 }
lines:
  one: { number: "+358942721234" }
  other: { number: "+46846500101", sms: { price: 0.5, currency: SEK } }
`);
	expect(load().lines).toMatchObject({
		one: { sms: { price: 0.07, currency: "EUR" } },
		other: { sms: { price: 0.5, currency: "SEK" } },
	});
});

test.each([
	[{ PORT: "http" }, 'PORT is "http", which is not a port: set it to'],
	[{ PORT: "70000" }, 'PORT is "70000", which is not a port'],
	[{ PUBLIC_URL: "faults.example" }, "PUBLIC_URL is"],
	[{ PUBLIC_URL: "ftp://faults.example" }, "PUBLIC_URL is"],
	[{ DATABASE_URL: "mysql://x" }, "DATABASE_URL is not the address"],
	[
		{ LOG_LEVEL: "loud" },
		'LOG_LEVEL is "loud": set it to error, warn, info, http, verbose or debug, or leave it out.',
	],
	[{ LOG_FORMAT: "xml" }, 'LOG_FORMAT is "xml": set it to pretty or json'],
	[{ TWILIO_ACCOUNT_SID: "AC1" }, "TWILIO_AUTH_TOKEN is missing"],
	[{ TWILIO_AUTH_TOKEN: "x" }, "TWILIO_ACCOUNT_SID is missing"],
	[{ TWILIO_ACCOUNT_SID: "x", TWILIO_AUTH_TOKEN: "y" }, "must begin with AC"],
	[{ NODE_ENV: "production" }, "The carrier credentials are missing"],
	[{ PHONE_NETWORK: "other" }, "PHONE_NETWORK is"],
	[{ PORT: "4000", PHONE_NETWORK_PORT: "4000" }, "are the same"],
])("%j is refused with one sentence", (env, expected) => {
	const said = sentence(() => load(env as Record<string, string>));
	expect(said).toContain(expected);
	expect(said).toMatch(/\.$/);
	expect(said).not.toContain("\n");
});

test("in production the built-in phone network runs when it is asked for by name", () => {
	const env = { NODE_ENV: "production", PHONE_NETWORK: "built-in" };
	expect(load(env)).toMatchObject({
		production: true,
		carrier: { kind: "built-in" },
	});
});

test("the carrier's credentials turn the built-in network off", () => {
	const { carrier } = load({
		TWILIO_ACCOUNT_SID: `AC${"a".repeat(32)}`,
		TWILIO_AUTH_TOKEN: "secret",
		TWILIO_API_URL: "http://127.0.0.1:9/",
	});
	expect(carrier).toEqual({
		kind: "twilio",
		accountSid: `AC${"a".repeat(32)}`,
		authToken: "secret",
		apiUrl: "http://127.0.0.1:9",
	});
});

test.each([
	["lines: [", "In CONFIG/service.yaml: line 1, column"],
	["", "there must be `lines:`"],
	["lines: {}", "`lines` is empty"],
	[`${working}retension: 3\n`, "the key `retension` is unknown"],
	["line: {}", "did you mean `lines`? Correct it"],
	[
		"sms: { prise: 1 }\nlines: { a: { number: '+358942721234' } }",
		"the key `prise` under sms is unknown: did you mean `price`?",
	],
	[
		"lines: { a: { number: '+358942721234', sms: { price: 0.1, currency: euro } } }",
		"lines.a.sms.currency must be three capitals, for example EUR",
	],
	[
		'lines:\n  a: { number: "+358942721234", lanugage: sv }',
		"the key `lanugage` under lines.a is unknown: did you mean `language`?",
	],
	[
		'lines:\n  a: { number: "+358942721234", voicemail: { maxSecond: 3 } }',
		"did you mean `maxSeconds`?",
	],
	[
		'lines:\n  a: { number: "+358942721234", prompts: { greeting: { fi: { txt: x } } } }',
		"did you mean `text`?",
	],
	[
		'lines:\n  a: { number: "+358942721234", prompts: { greting: {} } }',
		"did you mean `greeting`?",
	],
	["lines:\n  a: { number: +358942721234 }", "must be in quotes"],
	['lines:\n  a: { number: "09 4272 1234" }', "must be an international"],
	["lines:\n  a: {}", "lines.a.number is missing: write it."],
	["lines:\n  a:", "lines.a must hold `key: value` pairs"],
	[`lines:\n  ../a: { number: "+358942721234" }`, "the line `../a` must have"],
	[
		'lines:\n  a: { number: "+358942721234" }\n  b: { number: "+358942721234" }',
		"a and b have the same number +358942721234: give each line its own.",
	],
	[
		'lines:\n  a: { number: "+358942721234", language: de }',
		"lines.a.language must be fi, sv or en",
	],
	[
		'lines:\n  a: { number: "+358942721234", language: sv, languages: [fi, en] }',
		"is sv, which is not among its languages",
	],
	[
		'lines:\n  a: { number: "+358942721234", prompts: { greeting: { fi: { audio: no.mp3 } } } }',
		"names no.mp3, which is not in",
	],
	[
		'lines:\n  a: { number: "+358942721234", joinMinutes: soon }',
		"lines.a.joinMinutes must be a whole number from 0 to 1440",
	],
])("service.yaml %j is refused with one sentence", (yaml, expected) => {
	write(yaml);
	const said = sentence(load);
	expect(said).toContain(expected);
	expect(said).toMatch(/^In CONFIG\/service\.yaml: .*\.$/);
	expect(said).not.toContain("\n");
});

test("a missing service.yaml says where it should be", () => {
	rmSync(join(folder, "service.yaml"));
	expect(sentence(load)).toBe(
		"The file CONFIG/service.yaml is missing: make it with your lines in it (the README shows the shortest), or set CONFIG_DIR to the folder where it is.",
	);
});
