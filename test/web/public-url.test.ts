import { randomBytes } from "node:crypto";
import supertest from "supertest";
import { Switchboard } from "../../src/actions/switchboard.ts";
import { signatureOf } from "../../src/telephony/twilio/signature.ts";
import { twilioWebhooks } from "../../src/telephony/twilio/webhooks.ts";
import { createApp } from "../../src/web/app.ts";
import { lineNumber, type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
beforeAll(async () => {
	line = await openLine({ closed: ["kalle"] });
});
afterAll(() => line.close());

test.each([
	["https://faults.example.org/line", "/twilio/voice"],
	["https://faults.example.org/line", "/line/twilio/voice"],
	["https://faults.example.org/twilio", "/twilio/voice"],
	["https://faults.example.org/twilio", "/twilio/twilio/voice"],
	["https://faults.example.org", "/twilio/voice"],
])(
	"behind %s a proxy may ask for %s: what the carrier signed counts",
	async (publicUrl, path) => {
		const { ctx: own } = line.service;
		const ctx = { ...own, config: { ...own.config, publicUrl } };
		const board = await Switchboard.open(ctx);
		const app = createApp(ctx, { twilio: twilioWebhooks(ctx, board) });
		const params = {
			CallSid: `CA${randomBytes(16).toString("hex")}`,
			From: "+358401009001",
			To: lineNumber,
		};
		const asked = (signedFor: string) =>
			supertest(app)
				.post(path)
				.type("form")
				.set(
					"x-twilio-signature",
					signatureOf(ctx.config.carrier.authToken, signedFor, params),
				)
				.send(params);
		const { status, text } = await asked(`${publicUrl}/twilio/voice`);
		expect(status).toBe(200);
		expect(text).toContain(`action="${publicUrl}/twilio/voice/rung?`);
		expect((await asked("http://127.0.0.1/twilio/voice")).status).toBe(403);
		await board.stop();
	},
);
