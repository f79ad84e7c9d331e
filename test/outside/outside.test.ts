import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { openOutside } from "../../src/outside/outside.ts";
import { isPublicAddress } from "../../src/outside/public-address.ts";

type Answer = (response: ServerResponse, path: string) => void;

let server: Server;
let url: string;
let answer: Answer;
const asked: { path: string; headers: NodeJS.Dict<string | string[]> }[] = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		asked.push({ path: request.url ?? "", headers: request.headers });
		answer(response, request.url ?? "");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
	asked.length = 0;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const nothing = { etag: null, lastModified: null };
/** What only tests have: a way to this machine. */
const here = openOutside({ mayReach: () => true });
const world = openOutside();

describe("the public internet and nothing else", () => {
	test.each([
		["8.8.8.8", true],
		["2606:4700::1111", true],
		["::ffff:8.8.8.8", true],
		["127.0.0.1", false],
		["10.0.0.1", false],
		["172.16.0.1", false],
		["192.168.1.1", false],
		["100.64.0.1", false],
		["169.254.169.254", false],
		["0.0.0.0", false],
		["192.0.2.1", false],
		["198.18.0.1", false],
		["224.0.0.1", false],
		["240.0.0.1", false],
		["255.255.255.255", false],
		["::1", false],
		["::", false],
		["::ffff:127.0.0.1", false],
		["::ffff:a9fe:a9fe", false],
		["::127.0.0.1", false],
		["fe80::1", false],
		["fc00::1", false],
		["fd00:ec2::254", false],
		["ff02::1", false],
		["2002:7f00:1::", false],
		["64:ff9b::7f00:1", false],
		["2001::1", false],
		["no address", false],
	])("%s", (address, is) => {
		expect(isPublicAddress(address)).toBe(is);
	});

	test.each([
		"http://127.0.0.1:PORT/",
		"http://localhost:PORT/",
		"http://127.1:PORT/",
		"http://2130706433:PORT/",
		"http://0x7f.0.0.1:PORT/",
		"http://0177.0.0.1:PORT/",
		"http://[::1]:PORT/",
		"http://[::ffff:127.0.0.1]:PORT/",
		"http://[::ffff:7f00:1]:PORT/",
		"http://0.0.0.0:PORT/",
		"http://127.0.0.1.:PORT/",
		"http://①②⑦.0.0.1:PORT/",
		"webcal://127.0.0.1:PORT/",
		"http://169.254.169.254/latest/meta-data/",
		"http://kalle:secret@127.0.0.1:PORT/",
	])("%s is not asked", async (address) => {
		answer = (response) => response.end("secret");
		const port = new URL(url).port;
		expect(await world.read(address.replace("PORT", port), nothing)).toEqual({
			kind: "failed",
			because: "address-not-allowed",
			status: null,
		});
		expect(asked).toEqual([]);
	});

	test("a redirect is looked at like the first address", async () => {
		const onlyFirst = openOutside({
			mayReach: (address) => address === "127.0.0.1",
		});
		answer = (response) =>
			response
				.writeHead(302, { Location: url.replace("127.0.0.1", "127.0.0.2") })
				.end();
		expect(await onlyFirst.read(url, nothing)).toMatchObject({
			because: "address-not-allowed",
		});
		expect(asked).toHaveLength(1);
	});

	test("the address that was looked at is the one that is connected to", async () => {
		const looked: string[] = [];
		const outside = openOutside({
			mayReach: (address) => {
				looked.push(address);
				return true;
			},
		});
		answer = (response) => response.end("text");
		const byName = url.replace("127.0.0.1", "localhost");
		await outside.read(byName, nothing);
		expect(looked).toContain("127.0.0.1");
		expect(asked[0]?.headers.host).toBe(new URL(byName).host);
	});
});

test.each([
	"",
	"ftp://example.org/x.ics",
	"file:///etc/passwd",
	"jour.ics",
	"http://",
	"javascript:alert(1)",
])("%s is no address", async (address) => {
	expect(await world.read(address, nothing)).toMatchObject({
		because: "bad-address",
	});
});

test("a name that nobody has", async () => {
	expect(
		await world.read("https://nobody.invalid/x.ics", nothing),
	).toMatchObject({
		because: "host-not-found",
	});
});

test("a text, with what tells it from a later one", async () => {
	answer = (response) =>
		response
			.writeHead(200, {
				ETag: '"1"',
				"Last-Modified": "Sat, 21 Nov 2026 10:00:00 GMT",
			})
			.end("Päivystys");
	expect(await here.read(`${url}/jour.ics?key=1`, nothing)).toEqual({
		kind: "text",
		text: "Päivystys",
		etag: '"1"',
		lastModified: "Sat, 21 Nov 2026 10:00:00 GMT",
	});
	expect(asked[0]?.path).toBe("/jour.ics?key=1");
});

test("what has not changed does not come again", async () => {
	answer = (response) => response.writeHead(304).end();
	const known = { etag: '"1"', lastModified: "Sat, 21 Nov 2026 10:00:00 GMT" };
	expect(await here.read(url, known)).toEqual({ kind: "unchanged" });
	expect(asked[0]?.headers).toMatchObject({
		"if-none-match": '"1"',
		"if-modified-since": known.lastModified,
	});
	expect(await here.read(url, nothing)).toMatchObject({
		because: "status",
		status: 304,
	});
});

test("a name and password in the address go along, but not to where it leads on", async () => {
	answer = (response, path) =>
		path === "/"
			? response
					.writeHead(302, {
						Location: `${url.replace("127.0.0.1", "localhost")}/on`,
					})
					.end()
			: response.end("text");
	await here.read(url.replace("//", "//kalle:salasana%21@"), nothing);
	expect(
		asked.map(({ path, headers }) => [path, headers.authorization]),
	).toEqual([
		["/", `Basic ${Buffer.from("kalle:salasana!").toString("base64")}`],
		["/on", undefined],
	]);
});

test("three redirects are followed, a fourth is not", async () => {
	const hops =
		(most: number): Answer =>
		(response, path) => {
			const hop = Number(path.slice(1));
			if (hop < most)
				response.writeHead(307, { Location: `/${hop + 1}` }).end();
			else response.end("there");
		};
	answer = hops(3);
	expect(await here.read(`${url}/0`, nothing)).toMatchObject({ text: "there" });
	answer = hops(4);
	expect(await here.read(`${url}/0`, nothing)).toMatchObject({
		because: "too-many-redirects",
	});
});

test.each([404, 403, 500])("status %i", async (status) => {
	answer = (response) => response.writeHead(status).end("no");
	expect(await here.read(url, nothing)).toEqual({
		kind: "failed",
		because: "status",
		status,
	});
});

const large = Buffer.alloc(2 * 1024 * 1024 + 1, "x");

test.each<[string, Answer]>([
	[
		"said beforehand",
		(response) =>
			response.writeHead(200, { "Content-Length": large.length }).end(large),
	],
	[
		"not said",
		(response) => {
			response.write(large.subarray(0, 10));
			response.end(large);
		},
	],
	[
		"packed by gzip",
		(response) =>
			response
				.writeHead(200, { "Content-Encoding": "gzip" })
				.end(gzipSync(large)),
	],
	[
		"packed by brotli",
		(response) =>
			response
				.writeHead(200, { "Content-Encoding": "br" })
				.end(brotliCompressSync(large)),
	],
])("more than 2 MB, %s", async (_, sends) => {
	answer = sends;
	expect(await here.read(url, nothing)).toMatchObject({ because: "too-big" });
});

test("packed texts are unpacked", async () => {
	answer = (response) =>
		response
			.writeHead(200, { "Content-Encoding": "gzip" })
			.end(gzipSync("Päivystys"));
	expect(await here.read(url, nothing)).toMatchObject({ text: "Päivystys" });
});

test("what breaks off is given as far as it came", async () => {
	answer = (response) => {
		response
			.writeHead(200, { "Content-Length": 100 })
			.write("BEGIN", () => response.destroy());
	};
	expect(await here.read(url, nothing)).toMatchObject({
		kind: "text",
		text: "BEGIN",
	});
});

test("a connection that is refused", async () => {
	const closed = createServer();
	await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
	const { port } = closed.address() as AddressInfo;
	await new Promise((resolve) => closed.close(resolve));
	expect(await here.read(`http://127.0.0.1:${port}/`, nothing)).toMatchObject({
		because: "connection-failed",
	});
	expect(await here.read(url.replace("http", "https"), nothing)).toMatchObject({
		kind: "failed",
	});
});

test("a server that drips is given so long in all", async () => {
	const hasty = openOutside({ mayReach: () => true, totalMilliseconds: 300 });
	answer = (response) => {
		const drip = setInterval(() => response.write("x"), 20);
		response.on("close", () => clearInterval(drip));
	};
	expect(await hasty.read(url, nothing)).toMatchObject({
		because: "no-answer",
	});
});
