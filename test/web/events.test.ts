import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let secret: string;
const streams: AbortController[] = [];
beforeAll(async () => {
	line = await openLine({ closed: ["kalle"] });
	({ secret } = await askerOf(line.service, "technician"));
});
afterEach(() => {
	for (const stream of streams.splice(0)) stream.abort();
});
afterAll(() => line.close());

/** Reads events until one of the wanted kind comes. */
async function listen(lastId?: string) {
	const stream = new AbortController();
	streams.push(stream);
	const response = await fetch(`${line.service.url}/api/events`, {
		headers: {
			Authorization: `Bearer ${secret}`,
			...(lastId ? { "Last-Event-ID": lastId } : {}),
		},
		signal: stream.signal,
	});
	expect(response.status).toBe(200);
	expect(response.headers.get("content-type")).toContain("text/event-stream");
	const reader = response.body
		?.pipeThrough(new TextDecoderStream())
		.getReader();
	let text = "";
	return async (kind: string) => {
		for (;;) {
			const found = eventIn(text, kind);
			if (found) return found;
			const read = await reader?.read();
			if (!read || read.done) throw new Error(`no ${kind} came: ${text}`);
			text += read.value;
		}
	};
}

function eventIn(text: string, kind: string) {
	const event = text
		.split("\n\n")
		.slice(0, -1)
		.find((each) => each.includes(`event: ${kind}\n`));
	if (!event) return null;
	return {
		id: /^id: (.*)$/m.exec(event)?.[1],
		data: JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? "null"),
	};
}

test("the service's time comes first, then each change as it happens", async () => {
	const hears = await listen();
	expect((await hears("heartbeat")).data.at).toMatch(/^2026-03-03T00:00:/);
	await line.tenant.dials();
	const { id, data } = await hears("ticket-changed");
	expect(data).toEqual({ number: "2026-000001", line: "fault-line" });
	expect(id).toMatch(/^[0-9a-f]{8}-\d+$/);
});

test("who comes back with an id is told what came after it", async () => {
	const { id } = await (await listen())("heartbeat").then(async () => {
		const hears = await listen();
		await line.neighbour.dials();
		return hears("ticket-changed");
	});
	await line.neighbour.hangsUp();
	await line.clock.passes({ seconds: 1 });
	const again = await (await listen(id))("ticket-changed");
	expect(again.id).not.toBe(id);
	expect(again.data.line).toBe("fault-line");
});

test.each(["nonsense", "00000000-1", "00000000-NaN", "-", "x".repeat(1000)])(
	"who comes back with an id that is not known loads everything anew: %s",
	async (id) => {
		const hears = await listen(id);
		expect((await hears("missed")).data).toEqual({});
	},
);

test("a look at the headers alone does not hang", async () => {
	const { status } = await fetch(`${line.service.url}/api/events`, {
		method: "HEAD",
		headers: { Authorization: `Bearer ${secret}` },
	});
	expect(status).toBe(200);
});

test("an open stream does not keep the service from stopping", async () => {
	const hears = await listen();
	await hears("heartbeat");
	const second = await line.secondInstance();
	const response = await fetch(`${second.url}/api/events`, {
		headers: { Authorization: `Bearer ${secret}` },
	});
	await second.stop();
	// However it was cut off, it has come to its end.
	await response.text().catch(() => undefined);
});
