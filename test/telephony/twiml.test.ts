import fc from "fast-check";
import { SaxesParser } from "saxes";
import type { Instruction } from "../../src/domain/call/instructions.ts";
import type { Addresses } from "../../src/telephony/twilio/addresses.ts";
import {
	dialTimeout,
	emptyTwiml,
	lastWordsTwiml,
	messageTwiml,
	twimlOf,
} from "../../src/telephony/twilio/twiml.ts";

const addresses: Addresses = {
	of: ({ at }) => `https://x.example/${at}?a=1&b=2`,
	ofPhone: (name, { person }) => `https://x.example/${name}/${person}`,
	recording: () => "https://x.example/recording",
	audio: (file) => `https://x.example/audio/${file}`,
};
const ringing = { at: "ringing", language: "fi", step: 0, attempt: 1 } as const;
const leaving = { at: "leaving-message", language: "fi" } as const;
const person = (id: string, screened: boolean) => ({
	person: id,
	name: id,
	phone: "+358401000001",
	language: "fi" as const,
	screened,
});

function inside(...instructions: Instruction[]): string {
	const text = twimlOf(instructions, addresses);
	expect(
		text.startsWith('<?xml version="1.0" encoding="UTF-8"?><Response>'),
	).toBe(true);
	return text.slice(text.indexOf("<Response>") + 10, -"</Response>".length);
}

function isWellFormed(xml: string): boolean {
	const parser = new SaxesParser();
	let isRight = true;
	parser.on("error", () => {
		isRight = false;
	});
	parser.write(xml).close();
	return isRight;
}

test.each<[Instruction, string]>([
	[
		{ kind: "say", words: { language: "fi", text: "Hei & <moi>" } },
		'<Say language="fi-FI" voice="Polly.Suvi-Neural">Hei &amp; &lt;moi&gt;</Say>',
	],
	[
		{ kind: "say", words: { language: "sv", text: "Hej" } },
		'<Say language="sv-SE" voice="Polly.Elin-Neural">Hej</Say>',
	],
	[
		{ kind: "say", words: { language: "en", text: "Hi" } },
		'<Say language="en-GB" voice="Polly.Amy-Neural">Hi</Say>',
	],
	[
		{ kind: "say", words: { audio: "hi.mp3" } },
		"<Play>https://x.example/audio/hi.mp3</Play>",
	],
	[{ kind: "hang-up" }, "<Hangup/>"],
	[{ kind: "reject" }, "<Reject/>"],
	[
		{ kind: "go-on", leadsTo: leaving },
		'<Redirect method="POST">https://x.example/leaving-message?a=1&amp;b=2</Redirect>',
	],
	[
		{
			kind: "ask",
			words: [{ language: "en", text: "Key?" }],
			waitSeconds: 6,
			leadsTo: { at: "screening" },
		},
		'<Gather action="https://x.example/screening?a=1&amp;b=2" method="POST" input="dtmf" numDigits="1" timeout="6"><Say language="en-GB" voice="Polly.Amy-Neural">Key?</Say></Gather>',
	],
	[
		{ kind: "record", maxSeconds: 120, leadsTo: leaving },
		'<Record action="https://x.example/leaving-message?a=1&amp;b=2" method="POST" maxLength="120" timeout="10" finishOnKey="1234567890*#" playBeep="true" recordingStatusCallback="https://x.example/recording" recordingStatusCallbackEvent="completed absent"/>',
	],
	[
		{
			kind: "ring",
			people: [person("kalle", true), person("aino", false)],
			ringSeconds: 25,
			shows: "+358942721234",
			leadsTo: ringing,
		},
		'<Dial action="https://x.example/ringing?a=1&amp;b=2" method="POST" timeout="20" callerId="+358942721234" answerOnBridge="true"><Number url="https://x.example/whisper/kalle" statusCallback="https://x.example/leg/kalle" statusCallbackEvent="initiated ringing answered completed">+358401000001</Number><Number statusCallback="https://x.example/leg/aino" statusCallbackEvent="initiated ringing answered completed">+358401000001</Number></Dial>',
	],
])("%j", (instruction, xml) => {
	expect(inside(instruction)).toBe(xml);
});

test.each([
	[25, 20],
	[10, 5],
	[7, 5],
	[1, 5],
	[600, 595],
	[900, 600],
])(
	"phones that ring %i s are dialled with a timeout of %i",
	(seconds, timeout) => {
		expect(dialTimeout(seconds)).toBe(timeout);
	},
);

test("whatever is said, the document is well-formed", () => {
	expect([emptyTwiml, lastWordsTwiml].every(isWellFormed)).toBe(true);
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), fc.string(), (any, more) => {
			expect(isWellFormed(messageTwiml(any))).toBe(true);
			const xml = twimlOf(
				[
					{
						kind: "say",
						words: { language: "fi", text: `${any}\ud800${more}` },
					},
					{ kind: "say", words: { audio: any } },
				],
				addresses,
			);
			expect(isWellFormed(xml)).toBe(true);
		}),
	);
});
