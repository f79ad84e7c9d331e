import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { createToken } from "../../src/actions/create-token.ts";
import { loadConfig } from "../../src/config.ts";
import { type Service, startService } from "../../src/service.ts";
import { paths } from "../../src/telephony/twilio/addresses.ts";
import { signatureOf } from "../../src/telephony/twilio/signature.ts";
import {
	type AnyRequest,
	anyCarrierParams,
	anyRequest,
	closeConnections,
	signed,
	statusOf,
} from "../support/any-request.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { freePort } from "../support/free-port.ts";

/*
 * `ANY_INPUT=all npm test -- test/web/any-input` sends 5,000 to every endpoint, some under way together, for most of an hour. Each run
 * has others: what anybody can reach gets 500 of them, and what needs a token first 50, for there are some two hundred such
 * endpoints. They are made once, for making them costs more than answering them.
 */
const seed = Date.now() | 0;
const isWhole = process.env.ANY_INPUT === "all";
const sample = { numRuns: isWhole ? 5_000 : 500, seed };
const everySo = isWhole ? 1 : 10;
const together = 16;
const requests = fc.sample(anyRequest, sample);
const carrierParams = fc.sample(anyCarrierParams, sample);
const noise = fc.sample(fc.string(), sample);

const authToken = "0123456789abcdef0123456789abcdef";
const webhooks = [
	"/voice",
	"/voice/fallback",
	"/voice/status",
	"/messages",
	"/messages/status",
	...Object.values(paths),
];

let database: TestDatabase;
let folder: string;
let service: Service;
let url: string;
let token: string;
let carrier: { readonly url: string; close(): void };

beforeAll(async () => {
	database = await testDatabase();
	folder = await mkdtemp(join(tmpdir(), "faultline-any-"));
	carrier = await quietCarrier();
	const port = await freePort();
	url = `http://localhost:${port}`;
	service = await startService(
		loadConfig({
			PORT: String(port),
			DATABASE_URL: database.url,
			DATA_DIR: folder,
			TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
			TWILIO_AUTH_TOKEN: authToken,
			TWILIO_API_URL: carrier.url,
			LOG_LEVEL: "error",
		}),
	);
	const created = await createToken(service.ctx, {
		name: "any input",
		role: "admin",
		by: "test",
	});
	token = created.secret;
});

afterAll(async () => {
	closeConnections();
	await service.stop();
	carrier.close();
	await database.close();
	await rm(folder, { recursive: true, force: true });
});

test("no input to any endpoint of the API makes a 5xx or a crash", async () => {
	const some = requests.filter((_, index) => index % everySo === 0);
	for (const { method, path } of await endpoints())
		await survives(
			method,
			`${url}${path}`,
			path.startsWith("/api/") ? some : requests,
			{
				authorization: `Bearer ${token}`,
				"x-faultline-console": "1",
			},
		);
}, 3_600_000);

test.each([
	["GET", "/healthz"],
	["GET", "/readyz"],
	["GET", "/metrics"],
	["GET", "/"],
	["GET", "/sign-in/anything"],
	["POST", "/sign-in/anything"],
	["GET", "/audio/anything"],
	["PUT", "/anything"],
])(
	"no input to %s %s makes a 5xx or a crash",
	async (method, path) => {
		await survives(method, `${url}${path}`, requests);
	},
	300_000,
);

// Last, for they fill the database.
test.each(webhooks)(
	"no input to POST /twilio%s makes a 5xx or a crash",
	async (path) => {
		const target = `${url}/twilio${path}`;
		const queries = await queriesOfACall();
		await survives(
			"POST",
			target,
			requests.map((request, i) =>
				i % 4 === 0
					? request
					: signed(
							authToken,
							target,
							queryLike(["", ...queries], i),
							carrierParams[i] ?? {},
						),
			),
		);
	},
	300_000,
);

/** One of the queries, every other one with something else in the place of one of its characters. */
function queryLike(queries: readonly string[], i: number): string {
	const query = queries[i % queries.length] ?? "";
	if (i % 2 === 0) return query;
	const at = (i * 31) % (query.length + 1);
	const instead = noise[i]?.replace(/\p{Surrogate}/gu, "") ?? "";
	return `${query.slice(0, at)}${encodeURIComponent(instead)}${query.slice(at + 1)}`;
}

/** Sends the requests and, at the end, makes sure that a call is still answered. */
async function survives(
	method: string,
	target: string,
	requests: readonly AnyRequest[],
	headers: Record<string, string> = {},
): Promise<void> {
	const failures: unknown[] = [];
	for (let i = 0; i < requests.length; i += together)
		await Promise.all(
			requests.slice(i, i + together).map(async (one) => {
				const status = await statusOf(method, `${target}${one.query}`, {
					...one,
					headers: { ...one.headers, ...headers },
				});
				if (status >= 500)
					failures.push({
						...{ status, method, target, seed },
						...{ ...one, body: one.body.toString() },
					});
			}),
		);
	expect(failures).toEqual([]);
	expect(await newCall()).toContain("<Dial");
}

/** What a caller hears on a new call, as TwiML. */
async function newCall(): Promise<string> {
	const target = `${url}/twilio/voice`;
	const params = {
		AccountSid: `AC${"0".repeat(32)}`,
		CallSid: `CA${crypto.randomUUID().replaceAll("-", "")}`,
		CallStatus: "ringing",
		From: "+46701740691",
		To: "+358942721234",
	};
	const twiml = await post(target, params);
	const menu = /<Redirect[^>]*>([^<]*)</.exec(twiml)?.[1];
	return menu ? post(menu.replaceAll("&amp;", "&"), params) : twiml;
}

/** What the carrier gets for these parameters, signed. */
async function post(
	target: string,
	params: Record<string, string>,
): Promise<string> {
	const response = await fetch(target, {
		method: "POST",
		body: new URLSearchParams(params),
		headers: {
			"X-Twilio-Signature": signatureOf(authToken, target, params),
		},
	});
	return response.text();
}

/** The queries that our own TwiML carries, for every kind of step. */
async function queriesOfACall(): Promise<string[]> {
	const twiml = await newCall();
	return [...twiml.matchAll(/\/twilio\/[^?"]*(\?[^"<\s]*)/g)].map(([, query]) =>
		(query ?? "").replaceAll("&amp;", "&"),
	);
}

/** Every endpoint that the API's own description names, with something in the place of its parameters. */
async function endpoints(): Promise<{ method: string; path: string }[]> {
	const response = await fetch(`${url}/api/openapi.json`, {
		headers: { authorization: `Bearer ${token}` },
	});
	const { paths } = (await response.json()) as {
		paths: Record<string, Record<string, unknown>>;
	};
	return Object.entries(paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => ({
			method: method.toUpperCase(),
			path: path.replace(/\{[^}]+\}/g, "2026-000001"),
		})),
	);
}

/** A carrier that takes whatever the service sends, so that nothing is sent anywhere, and nothing again and again. */
async function quietCarrier(): Promise<{ url: string; close(): void }> {
	const server = createHttpServer((request, response) => {
		request.resume();
		response.writeHead(201, { "Content-Type": "application/json" });
		response.end(
			JSON.stringify({
				sid: `SM${crypto.randomUUID().replaceAll("-", "")}`,
				status: "queued",
			}),
		);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	const port = address && typeof address === "object" ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
