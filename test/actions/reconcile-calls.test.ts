import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DateTime } from "luxon";
import { reconcileCalls } from "../../src/actions/reconcile-calls.ts";
import { sealAudit } from "../../src/actions/seal-audit.ts";
import type { Context } from "../../src/context.ts";
import {
	findingsOf,
	reconciliationsOf,
} from "../../src/database/reconciliations.ts";
import { carrierClient } from "../../src/telephony/twilio/client.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall } from "../support/calls.ts";
import { lineNumber } from "../support/open-line.ts";

const zone = "Europe/Helsinki";

let work: AtWork;
let desk: RecordsDesk;
/** As the service, but the carrier's records are asked for at the desk. */
let ctx: Context;
beforeEach(async () => {
	work = await atWork();
	desk = await recordsDesk(work.network.url);
	const { carrier } = work.ctx.config;
	ctx = {
		...work.ctx,
		carrier: carrierClient({ ...carrier, apiUrl: desk.url }),
	};
	const nowhere = "http://127.0.0.1:9/twilio/voice";
	work.network.numbers.register({
		...{ number: lineNumber, voiceUrl: nowhere },
		...{ voiceFallbackUrl: nowhere, statusCallback: nowhere },
	});
}, 60_000);
afterEach(async () => {
	await desk.close();
	await work.close();
});

/** The carrier's records on their way here: they may be refused, or told a few at a time. */
interface RecordsDesk {
	readonly url: string;
	/** The first instants of the lists that were asked for, in order. */
	readonly asked: string[];
	/** What a list from this instant is answered with; null: what the carrier tells. */
	answers(from: string): "cut" | 503 | null;
	callsOnAPage: number;
	close(): Promise<void>;
}

async function recordsDesk(carrier: string): Promise<RecordsDesk> {
	const server: Server = createServer(async (request, response) => {
		const url = new URL(request.url ?? "/", carrier);
		const from = url.searchParams.get("StartTime>") ?? "";
		if (!url.searchParams.has("Page")) records.asked.push(from);
		const answer = records.answers(from);
		if (answer === "cut") return void request.socket.destroy();
		if (answer !== null)
			return void response.writeHead(answer).end('{"message": "Not now"}');
		url.searchParams.set("PageSize", String(records.callsOnAPage));
		const { authorization = "" } = request.headers;
		const told = await fetch(url, { headers: { authorization } });
		response.writeHead(told.status, { "content-type": "application/json" });
		response.end(await told.text());
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const records: RecordsDesk = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked: [],
		answers: () => null,
		callsOnAPage: 1_000,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
	return records;
}

/** Calls that reach nobody, each a minute long, at these times on the line's wall clock. */
async function lostCalls(...times: string[]): Promise<void> {
	const { network } = work;
	for (const [i, time] of times.entries()) {
		network.clock.set(DateTime.fromISO(time, { zone }));
		const number = `+3584010${String(10_000 + i)}`;
		const phone =
			network.phones.find(number) ??
			network.phones.add({ name: number, number, role: "tenant" });
		await phone.dials(lineNumber);
		await network.clock.passes({ minutes: 1 });
	}
}

const nightOf = (day: string) =>
	work.network.clock.set(DateTime.fromISO(`${day}T05:17`, { zone }));

const days = async () =>
	(
		await reconciliationsOf(ctx.database, {
			...{ first: "2026-01-01", last: "2026-12-31" },
		})
	).map(({ day, comparedAt, carrierCalls, ourCalls, error }) => ({
		...{ day, isCompared: comparedAt !== null, error },
		...{ carrierCalls, ourCalls },
	}));

const found = () =>
	findingsOf(ctx.database, { first: "2026-01-01", last: "2026-12-31" });

test.each([
	["refuses", 503],
	["is away", "cut"],
] as const)(
	"while the carrier %s, the day is not compared; it is tried again, and what was compared once stays so",
	async (_, answer) => {
		await lostCalls("2026-03-03T12:00");
		nightOf("2026-03-04");
		desk.answers = () => answer;
		await expect(reconcileCalls(ctx)).rejects.toThrow(
			"records of 1 days could not be read",
		);
		expect(await days()).toMatchObject([
			{ day: "2026-03-03", isCompared: false, error: expect.any(String) },
		]);
		expect(await found()).toEqual([]);
		desk.answers = () => null;
		await reconcileCalls(ctx);
		expect(await days()).toEqual([
			{
				...{ day: "2026-03-03", isCompared: true, error: null },
				...{ carrierCalls: 1, ourCalls: 1 },
			},
		]);
		expect(await found()).toMatchObject([{ kind: "missing-here" }]);
		desk.answers = () => answer;
		await expect(reconcileCalls(ctx)).rejects.toThrow("could not be read");
		expect(await days()).toMatchObject([
			{ day: "2026-03-03", isCompared: true, carrierCalls: 1, ourCalls: 1 },
		]);
	},
);

test("a call that only the service knows of is named, and counted on its side alone", async () => {
	const { origin } = await arrivedCall(work);
	nightOf("2026-03-04");
	await reconcileCalls(ctx);
	expect(await days()).toMatchObject([{ carrierCalls: 0, ourCalls: 1 }]);
	expect(await found()).toMatchObject([
		{ kind: "missing-at-carrier", call: origin.call, ticket: "2026-000001" },
	]);
});

test("a call that is put into a compared day is asked for the night after it is sealed, once, however long ago the day was", async () => {
	await lostCalls("2026-03-03T12:00");
	nightOf("2026-03-04");
	await reconcileCalls(ctx);
	const [real] = await found();
	nightOf("2026-06-01");
	await reconcileCalls(ctx);
	await work.rows(
		`insert into calls (sid, ticket_id, line, caller, called, language, arrived_at, ended_at)
		select 'CAforged', ticket_id, line, caller, called, language, arrived_at + interval '1 hour', ended_at + interval '1 hour'
		from calls`,
	);
	await sealAudit(ctx, { whole: true });
	nightOf("2026-06-02");
	await reconcileCalls(ctx);
	expect(await found()).toEqual([
		expect.objectContaining({ call: "CAforged", kind: "missing-at-carrier" }),
		real,
	]);
	expect(
		await findingsOf(ctx.database, {
			...{ first: "2026-05-15", last: "2026-06-15" },
		}),
	).toMatchObject([{ call: "CAforged", day: "2026-03-03" }]);
	desk.asked.length = 0;
	await reconcileCalls(ctx);
	expect(desk.asked).toEqual(["2026-05-31T20:00:00Z"]);
});

test("missed nights are caught up, the oldest first, thirty at most; one that is refused holds no other up", async () => {
	await lostCalls("2026-03-20T12:00", "2026-04-11T12:00");
	nightOf("2026-04-12");
	const refused = "2026-04-01T20:00:00Z";
	desk.answers = (from) => (from === refused ? 503 : null);
	await expect(reconcileCalls(ctx)).rejects.toThrow("of 1 days");
	expect(desk.asked).toHaveLength(30);
	expect(desk.asked).toEqual([...desk.asked].sort());
	// An hour before midnight, in the winter and in the summer.
	expect([desk.asked[0], desk.asked.at(-1)]).toEqual([
		...["2026-03-12T21:00:00Z", "2026-04-10T20:00:00Z"],
	]);
	const waiting = (await days()).filter(({ isCompared }) => !isCompared);
	expect(waiting.map(({ day }) => day)).toEqual(["2026-04-02"]);
	expect((await found()).map(({ day }) => day)).toEqual([
		...["2026-04-11", "2026-03-20"],
	]);
	desk.asked.length = 0;
	desk.answers = () => null;
	await reconcileCalls(ctx);
	expect(desk.asked).toEqual([refused, "2026-04-10T20:00:00Z"]);
	expect((await days()).every(({ isCompared }) => isCompared)).toBe(true);
});

test("a list of several pages is read to its end, once", async () => {
	desk.callsOnAPage = 2;
	await lostCalls(
		...[9, 10, 11, 12, 13].map(
			(hour) =>
				DateTime.fromISO("2026-03-03", { zone }).set({ hour }).toISO() ?? "",
		),
	);
	nightOf("2026-03-04");
	for (const _ of ["the first time", "and the same again"]) {
		await reconcileCalls(ctx);
		expect(await days()).toMatchObject([{ carrierCalls: 5, ourCalls: 5 }]);
		const sids = (await found()).map(({ call }) => call);
		expect(new Set(sids).size).toBe(5);
		expect(await work.rows("select from tickets")).toHaveLength(5);
	}
});

test.each([
	["in spring", "2026-03-29", ["00:00:10", "02:59", "04:00", "23:58"]],
	["in autumn", "2026-10-25", ["00:00:10", "02:59", "04:00", "23:58"]],
])(
	"on the night of the clock change %s each call belongs to its own day on the line's wall clock",
	async (_, day, times) => {
		const at = DateTime.fromISO(day, { zone });
		const [before, after] = [at.minus({ days: 1 }), at.plus({ days: 1 })].map(
			(each) => each.toISODate() ?? "",
		);
		await lostCalls(
			`${before}T23:58:30`,
			...times.map((time) => `${day}T${time}`),
			`${after}T00:00:10`,
		);
		nightOf(at.plus({ days: 2 }).toISODate() ?? "");
		await reconcileCalls(ctx);
		expect((await days()).slice(0, 3)).toMatchObject([
			{ day: after, carrierCalls: 1, ourCalls: 1 },
			{ day, carrierCalls: times.length, ourCalls: times.length },
			{ day: before, carrierCalls: 1, ourCalls: 1 },
		]);
		expect(await found()).toHaveLength(times.length + 2);
	},
);
