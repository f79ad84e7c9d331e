import { carrierClient } from "../../src/telephony/twilio/client.ts";
import {
	provision,
	settingsFor,
} from "../../src/telephony/twilio/provision.ts";
import {
	accountSid,
	authToken,
	type Line,
	lineNumber,
	openLine,
} from "./line.ts";

let line: Line;
beforeEach(async () => {
	line = await openLine();
});
afterEach(() => line.close());

function provisioned(dryRun: boolean, numbers = [lineNumber]) {
	const client = carrierClient({
		kind: "twilio",
		accountSid,
		authToken,
		apiUrl: line.network.url,
	});
	const lines = Object.fromEntries(
		numbers.map((number, i) => [`line-${i}`, { id: `line-${i}`, number }]),
	);
	return provision(
		client,
		{ publicUrl: "https://faults.example.org", lines: lines as never },
		{ dryRun },
	);
}

test("a number is led here, and nothing is left to do the second time", async () => {
	const [looked] = await provisioned(true);
	expect(looked).toMatchObject({ kind: "changed" });
	const [changed] = await provisioned(false);
	expect(changed).toEqual(looked);
	expect(await provisioned(false)).toMatchObject([{ kind: "right" }]);
	expect(line.network.numbers.of(lineNumber)).toMatchObject({
		voiceUrl: "https://faults.example.org/twilio/voice",
		voiceFallbackUrl: "https://faults.example.org/twilio/voice/fallback",
		statusCallback: "https://faults.example.org/twilio/voice/status",
		smsUrl: "https://faults.example.org/twilio/messages",
	});
});

test("a number that the account has not is said to be missing", async () => {
	expect(await provisioned(false, ["+358942729999"])).toMatchObject([
		{ kind: "missing" },
	]);
});

test("every address is below /twilio and asked for with POST", () => {
	for (const [setting, value] of Object.entries(
		settingsFor("https://x.example"),
	))
		expect(value).toMatch(
			setting.endsWith("Method") ? /^POST$/ : /^https:\/\/x\.example\/twilio\//,
		);
});
