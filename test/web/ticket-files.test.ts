import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { removeLostFiles } from "../../src/actions/remove-lost-files.ts";
import { ticketFile } from "../../src/web/api/ticket-history-shapes.ts";
import { accountOf, askerOf, consoleOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let number: string;
let office: Awaited<ReturnType<typeof askerOf>>["agent"];
beforeAll(async () => {
	line = await openLine();
	await line.tenant.dials();
	await line.tenant.hangsUp();
	await line.clock.passes({ seconds: 5 });
	({ number } = await line.ticket.view());
	office = (await askerOf(line.service, "office")).agent;
});
afterAll(() => line.close());

const folder = () => join(line.config.dataDir, "files");

function add(content: Buffer | string, name = "kuva.jpg", agent = office) {
	return agent
		.post(`/api/tickets/${number}/files?${new URLSearchParams({ name })}`)
		.set("Content-Type", "application/octet-stream")
		.send(Buffer.from(content));
}

function photo(width = 40, height = 20) {
	const background = { r: 200, g: 40, b: 40 };
	return sharp({ create: { width, height, channels: 3, background } });
}

test("a photo is kept upright and smaller, without where it was taken", async () => {
	const sent = await photo(3000, 1500)
		.withExif({
			IFD0: { ImageDescription: "<script>alert(1)</script>", Make: "Phone" },
			IFD3: { GPSLatitudeRef: "N", GPSLatitude: "60/1 13/1 0/1" },
		})
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
	expect((await sharp(sent).metadata()).exif).toBeDefined();
	const { status, body } = await add(
		Buffer.concat([sent, Buffer.from("<script>alert(2)</script>")]),
		"../kylpy huone äö.png",
	);
	expect(status).toBe(200);
	expect(ticketFile.parse(body)).toMatchObject({
		...{ name: "kylpy huone äö.jpg", mediaType: "image/jpeg" },
		...{ isImage: true, url: `/files/${body.id}` },
	});
	const served = await office.get(body.url).buffer();
	const kept = served.body as Buffer;
	expect(kept.length).toBe(body.bytes);
	const metadata = await sharp(kept).metadata();
	expect(metadata).toMatchObject({ width: 1280, height: 2560 });
	for (const part of ["exif", "iptc", "xmp", "icc", "comments"] as const)
		expect(metadata[part]).toBeUndefined();
	expect(metadata.orientation).toBeUndefined();
	expect(kept.includes("script")).toBe(false);
	expect(kept.includes("Phone")).toBe(false);
});

test("what is served can be shown and cannot run", async () => {
	const { body } = await add(await photo().png().toBuffer(), "a\"b;'%ä.png");
	const served = await office.get(body.url);
	expect(served.headers).toMatchObject({
		"content-type": "image/png",
		"content-disposition": `inline; filename="a_b____.png"; filename*=UTF-8''a%22b%3B%27%25%C3%A4.png`,
		"content-security-policy": "default-src 'none'; sandbox",
		"x-content-type-options": "nosniff",
		"cross-origin-resource-policy": "same-origin",
		"cache-control": "private, no-cache",
	});
	const again = await office
		.get(body.url)
		.set("If-None-Match", served.headers.etag ?? "");
	expect(again.status).toBe(304);
	const webp = await add(await photo().webp().toBuffer(), "a.webp");
	expect(webp.body.mediaType).toBe("image/webp");
});

test("a PDF stays as it is and is only ever downloaded", async () => {
	const pdf = "%PDF-1.7\n<script>alert(1)</script>";
	const { body } = await add(pdf, "raportti.html");
	expect(body).toMatchObject({
		...{ name: "raportti.html.pdf", mediaType: "application/pdf" },
		...{ isImage: false, bytes: pdf.length },
	});
	const served = await office.get(body.url).buffer();
	expect(String(served.body)).toBe(pdf);
	expect(served.headers).toMatchObject({
		"content-type": "application/pdf",
		"content-disposition": expect.stringMatching(/^attachment; /),
		"content-security-policy": "default-src 'none'; sandbox",
		"x-content-type-options": "nosniff",
	});
});

describe("refused in words, and nothing is left of it:", () => {
	const svg =
		'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
	test.each<[string, () => Promise<Buffer | string> | Buffer | string, RegExp]>(
		[
			["a drawing that can run", () => svg, /may be JPEG, PNG or WebP/],
			["a page", () => "<!doctype html><script></script>", /may be JPEG/],
			[
				"a GIF that is a script too",
				() => "GIF89a/*\x01\0\x01\0*/=1",
				/may be/,
			],
			["an iPhone's photo", () => "\0\0\0\x18ftypheic\0\0\0\0", /iPhone/],
			["nothing", () => "", /empty/],
			["a PNG in name only", () => "\x89PNG\r\n\x1a\nrest", /may be JPEG/],
			[
				"a broken PNG",
				() => Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
				/read/,
			],
			[
				"half a photo",
				async () => (await photo(900, 900).jpeg().toBuffer()).subarray(0, 3000),
				/could not be read/,
			],
			["a small file of a huge picture", () => hugePng(), /too many pixels/],
		],
	)("%s", async (_, content, says) => {
		const before = lying();
		const { status, body } = await add(await content());
		expect(status).toBe(415);
		expect(body.error).toMatch(says);
		expect(lying()).toEqual(before);
	});

	test("more than 10 MB", async () => {
		const { status, body } = await add(Buffer.alloc(10 * 1024 * 1024 + 1));
		expect(status).toBe(413);
		expect(body.error).toMatch(/10 MB/);
	});

	test("a ticket that there is not", async () => {
		for (const odd of ["2026-999999", "x", "..%2F..%2Fetc"]) {
			const { status } = await office
				.post(`/api/tickets/${odd}/files?name=a`)
				.send(Buffer.from("%PDF-"));
			expect([odd, status]).toEqual([odd, 404]);
		}
	});
});

test("up to 30 files are kept, however many come at once", async () => {
	await line.neighbour.dials();
	await line.neighbour.hangsUp();
	await line.clock.passes({ seconds: 5 });
	const other = (await line.ticket.view()).number;
	const answers = await Promise.all(
		Array.from({ length: 33 }, () =>
			office.post(`/api/tickets/${other}/files`).send(Buffer.from("%PDF-1")),
		),
	);
	const statuses = answers.map(({ status }) => status);
	expect(statuses.filter((status) => status === 200)).toHaveLength(30);
	expect(statuses.filter((status) => status === 409)).toHaveLength(3);
	const refused = answers.find(({ status }) => status === 409);
	expect(refused?.body.error).toMatch(/30 files already/);
});

test("what is sent twice with one key, because its answer got lost, is there once", async () => {
	const { agent: kalle } = await askerOf(line.service, "technician");
	const pdf = Buffer.from("%PDF-once");
	const send = (key: string, agent = kalle) =>
		agent
			.post(`/api/tickets/${number}/files?name=once.pdf&key=${key}`)
			.send(pdf);
	const before = readdirSync(folder()).length;
	const key = "a".repeat(16);
	const first = await Promise.all([send(key), send(key)]);
	const again = await send(key);
	expect([...first, again].map(({ status }) => status)).toEqual([
		200, 200, 200,
	]);
	expect(new Set([...first, again].map(({ body }) => body.id)).size).toBe(1);
	expect(readdirSync(folder())).toHaveLength(before + 1);
	await kalle.delete(`/api/tickets/${number}/files/${again.body.id}`);
	expect((await send(key)).body).toMatchObject({ url: null });
	const others = await send(key, office);
	expect(others.body.id).not.toBe(again.body.id);
	expect((await send("b".repeat(16))).body.id).not.toBe(again.body.id);
	expect((await send("../../short")).status).toBe(400);
});

test("every role adds; one removes one's own, the office anybody's, and what was removed is gone but on record", async () => {
	const { agent: kalle, name } = await askerOf(line.service, "technician");
	const { agent: liisa } = await askerOf(line.service, "technician");
	const mine = (await add("%PDF-1.4", "mine.pdf", kalle)).body;
	const path = `/api/tickets/${number}/files/${mine.id}`;
	const refused = await liisa.delete(path);
	expect(refused.status).toBe(403);
	expect(refused.body.error).toMatch(/ask the office/i);
	expect((await kalle.delete(path)).status).toBe(200);
	expect((await kalle.get(mine.url)).status).toBe(404);
	expect((await kalle.delete(path)).status).toBe(404);
	expect(lying()).not.toContain(mine.id);
	const again = (await add("%PDF-1.4", "mine.pdf", kalle)).body;
	const byOffice = await office.delete(
		`/api/tickets/${number}/files/${again.id}?reason=wrong+ticket`,
	);
	expect(byOffice.status).toBe(200);
	const [entries] = await line.service.ctx.database.query(
		`select actor, action, reason, coalesce(before, after)->>'name' as name from audit_entries
		where action like 'ticket-file-%' and coalesce(before, after)->>'file' in ($1, $2) order by id`,
		{ bind: [mine.id, again.id] },
	);
	expect(entries).toEqual([
		{
			actor: name,
			action: "ticket-file-added",
			reason: null,
			name: "mine.pdf",
		},
		expect.objectContaining({ actor: name, action: "ticket-file-removed" }),
		expect.objectContaining({ actor: name, action: "ticket-file-added" }),
		expect.objectContaining({
			...{ action: "ticket-file-removed", reason: "wrong ticket" },
		}),
	]);
});

test("a name that two people share is not enough to remove the other's", async () => {
	const { ctx } = line.service;
	const named = (email: string) =>
		accountOf(ctx, { role: "technician", name: "Matti Meikäläinen", email });
	const one = await consoleOf(
		line.service,
		"technician",
		await named("m1@e.x"),
	);
	const two = await consoleOf(
		line.service,
		"technician",
		await named("m2@e.x"),
	);
	const { body } = await add("%PDF-1.4", "a.pdf", one as typeof office);
	const path = `/api/tickets/${number}/files/${body.id}`;
	expect((await two.delete(path)).status).toBe(403);
	expect((await one.delete(path)).status).toBe(200);
});

test("nobody unknown sees a file, and no odd address leads anywhere", async () => {
	const { body } = await add("%PDF-1.4");
	const stranger = await fetch(`${line.service.url}${body.url}`);
	expect(stranger.status).toBe(401);
	for (const odd of [
		"..%2F..%2Fetc%2Fpasswd",
		"%2e%2e%2fpostgres",
		`${body.id}%00`,
		String(body.id).toUpperCase(),
		"00000000-0000-4000-8000-000000000000",
	]) {
		const { status } = await office.get(`/files/${odd}`);
		expect([odd, status]).toEqual([odd, 404]);
	}
});

test("what lies there and belongs to no ticket is cleared away once it is old", async () => {
	mkdirSync(folder(), { recursive: true });
	const before = lying();
	await add("%PDF-1.4");
	const known = lying().find((name) => !before.includes(name)) ?? "";
	const lost = ["old", "fresh"].map((name) => join(folder(), name));
	for (const path of lost) writeFileSync(path, "lost");
	const anHourAgo = Date.now() / 1000 - 3_700;
	utimesSync(join(folder(), "old"), anHourAgo, anHourAgo);
	utimesSync(join(folder(), known), anHourAgo, anHourAgo);
	await removeLostFiles(line.service.ctx);
	expect(lying()).toEqual(expect.arrayContaining(["fresh", known]));
	expect(lying()).not.toContain("old");
});

function lying(): string[] {
	return readdirSync(folder()).sort();
}

/** 60,000 pixels each way in a kilobyte. */
function hugePng(): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(60_000, 0);
	header.writeUInt32BE(60_000, 4);
	header.set([8, 2], 8);
	return Buffer.concat([
		Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
		chunk("IHDR", header),
		chunk("IDAT", deflateSync(Buffer.alloc(100_000))),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

function chunk(name: string, data: Buffer): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const content = Buffer.concat([Buffer.from(name), data]);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(content));
	return Buffer.concat([length, content, check]);
}
