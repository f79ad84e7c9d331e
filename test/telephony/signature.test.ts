import { createHash } from "node:crypto";
import {
	isSignedRight,
	paramsOfForm,
	signatureOf,
	urlThatIsSigned,
} from "../../src/telephony/twilio/signature.ts";

const token = "0123456789abcdef0123456789abcdef";
const account = `AC${"a".repeat(32)}`;
const call = `CA${"1".repeat(32)}`;
const child = `CA${"2".repeat(32)}`;
const message = `SM${"3".repeat(32)}`;

const incoming = {
	AccountSid: account,
	ApiVersion: "2010-04-01",
	CallSid: call,
	CallStatus: "ringing",
	Called: "+358942721234",
	Caller: "+358401234567",
	Direction: "inbound",
	From: "+358401234567",
	FromCountry: "FI",
	FromCity: "",
	To: "+358942721234",
	ToCountry: "FI",
};
const incomingUrl = "https://tw.example.fi/voice/incoming";
const incomingSignature = "k9pqLYMRc4A5vQXtw7SCXjtMIvg=";

const vectors = [
	{
		name: "V0, the published one",
		token: "12345",
		url: "https://example.com/myapp.php?foo=1&bar=2",
		params: {
			CallSid: "CA1234567890ABCDE",
			Caller: "+14158675310",
			Digits: "1234",
			From: "+14158675310",
			To: "+18005551212",
		},
		signature: "L/OH5YylLD5NRKLltdqwSvS0BnU=",
	},
	{
		name: "V1, an incoming call with a blank parameter",
		token,
		url: incomingUrl,
		params: incoming,
		signature: incomingSignature,
	},
	{
		name: "V2, a Dial action with a query",
		token,
		url: "https://tw.example.fi/voice/dial-done?tenant=7&step=2",
		params: {
			AccountSid: account,
			CallSid: call,
			CallStatus: "in-progress",
			DialBridged: "true",
			DialCallDuration: "42",
			DialCallSid: child,
			DialCallStatus: "completed",
			From: "+358401234567",
			To: "+358942721234",
		},
		signature: "pRImFqbfxjODaqoVuFZHmgYzUbA=",
	},
	{
		name: "V3, a message with å, ä, ö and an emoji",
		token,
		url: "https://tw.example.fi/sms",
		params: {
			AccountSid: account,
			Body: "Hissi jumissa, apua! Åäö 👷",
			From: "+358401234567",
			MessageSid: message,
			NumMedia: "0",
			NumSegments: "1",
			To: "+358942721234",
		},
		signature: "QvBMLR1rrd+XfLAO5nFSSpMZ0X0=",
	},
	{
		name: "V4, a GET whose parameters are in the query",
		token,
		url: `https://tw.example.fi/voice?CallSid=${call}&From=%2B358401234567&To=%2B358942721234`,
		params: {},
		signature: "CRSpD8+y5hUFDGvKv1xI4Tcti8c=",
	},
	{
		name: "V6, a port that is written out",
		token,
		url: "https://tw.example.fi:443/voice/incoming",
		params: incoming,
		signature: "la/kzyMXuUpMtYeixPelZZBM8cg=",
	},
	{
		name: "V6, another port",
		token,
		url: "https://tw.example.fi:8443/voice/incoming",
		params: incoming,
		signature: "K7iTK7+XufspLTfc7NMIr4DGYRY=",
	},
];

describe("signature vectors", () => {
	test.each(vectors)("$name", ({ token, url, params, signature }) => {
		expect(signatureOf(token, url, params)).toBe(signature);
		expect(isSignedRight(token, signature, url, params)).toBe(true);
	});

	test("V5, a JSON body whose hash is in the URL", () => {
		const body = `{"CallSid":"${call}","Event":"x"}`;
		const hash = createHash("sha256").update(body).digest("hex");
		const url = `https://tw.example.fi/json?bodySHA256=${hash}`;
		const signature = "U1/4VJSLLDOctxnQWGGpiGpCPw4=";
		expect(signatureOf(token, url, {})).toBe(signature);
		expect(isSignedRight(token, signature, url, body)).toBe(true);
		expect(isSignedRight(token, signature, url, `${body} `)).toBe(false);
	});

	test.each([":443", ":8443", ""])(
		"V6, the port-less signature is right for the URL with port '%s'",
		(port) => {
			const url = `https://tw.example.fi${port}/voice/incoming`;
			expect(isSignedRight(token, incomingSignature, url, incoming)).toBe(true);
		},
	);
});

describe("what is not signed right", () => {
	const { FromCity: _dropped, ...withoutBlank } = incoming;
	const cases: [string, string | undefined, string, typeof withoutBlank][] = [
		["a dropped blank", incomingSignature, incomingUrl, withoutBlank],
		[
			"an added parameter",
			incomingSignature,
			incomingUrl,
			Object.assign({}, incoming, { StirVerstat: "x" }),
		],
		[
			"a changed value",
			incomingSignature,
			incomingUrl,
			{ ...incoming, From: "+358401234568" },
		],
		[
			"http instead of https",
			incomingSignature,
			incomingUrl.replace("https", "http"),
			incoming,
		],
		["a trailing slash", incomingSignature, `${incomingUrl}/`, incoming],
		["another path", incomingSignature, `${incomingUrl}2`, incoming],
		["no signature", undefined, incomingUrl, incoming],
		["an empty signature", "", incomingUrl, incoming],
		[
			"a shortened signature",
			incomingSignature.slice(0, -1),
			incomingUrl,
			incoming,
		],
		["an unreadable URL", incomingSignature, "not a url", incoming],
	];
	test.each(cases)("%s", (_name, signature, url, params) => {
		expect(isSignedRight(token, signature, url, params)).toBe(false);
	});

	test("another auth token", () => {
		expect(
			isSignedRight(`${token}0`, incomingSignature, incomingUrl, incoming),
		).toBe(false);
	});
});

describe("the URL that is signed", () => {
	test("has neither fragment nor user and password", () => {
		const dressed =
			"https://user:p%40ss@tw.example.fi/voice/incoming#rc=2&rp=ct";
		expect(signatureOf(token, dressed, incoming)).toBe(incomingSignature);
		expect(isSignedRight(token, incomingSignature, dressed, incoming)).toBe(
			true,
		);
	});

	test.each([
		["voice", "https://u:p@a.fi:8443/x?y=1#rc=2", "https://a.fi/x?y=1"],
		["voice", "https://a.fi:443", "https://a.fi"],
		["voice", "https://[::1]:8443/x", "https://[::1]/x"],
		["voice", "http://a.fi:8080/x", "http://a.fi:8080/x"],
		["messaging", "https://a.fi:8443/x", "https://a.fi:8443/x"],
		["voice", "https://a.fi/x?at=12:30", "https://a.fi/x?at=12:30"],
	] as const)("%s %s → %s", (channel, url, signed) => {
		expect(urlThatIsSigned(url, channel)).toBe(signed);
	});
});

describe("the parameters of a form", () => {
	test("keep blanks, spaces, order of repeats and odd names", () => {
		const params = paramsOfForm("a=&b=+x+&c=1&c=2&c=1&__proto__=p&d=%C3%A4");
		expect(Object.entries(params)).toEqual([
			["a", ""],
			["b", " x "],
			["c", ["1", "2", "1"]],
			["__proto__", "p"],
			["d", "ä"],
		]);
	});

	test("are signed in byte order of their names, A A1 B _ a b", () => {
		const params = { b: "6", a: "5", _: "4", B: "3", A1: "2", A: "1" };
		expect(signatureOf(token, incomingUrl, params)).toBe(
			signatureOf(token, `${incomingUrl}A1A12B3_4a5b6`, {}),
		);
	});
});
