import { existsSync } from "node:fs";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { acknowledgeTicket } from "../../src/actions/acknowledge-ticket.ts";
import { followUpCall } from "../../src/actions/follow-up-call.ts";
import { keepRecording } from "../../src/actions/keep-recording.ts";
import { receiveMessage } from "../../src/actions/receive-message.ts";
import { recordDelivery } from "../../src/actions/record-delivery.ts";
import { recordRecording } from "../../src/actions/record-recording.ts";
import { callerOf } from "../../src/domain/call/caller.ts";
import type { Actor } from "../../src/domain/ticket/life.ts";
import { HeldRotas } from "../../src/published-rotas.ts";
import { wavOfLength } from "../../src/telephony/emulator/wav.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall, callEnded, ringEnded } from "../support/calls.ts";
import { lineNumber } from "../support/open-line.ts";

let work: AtWork;
afterEach(() => work.close());

const messages = () =>
	work.rows<{ purpose: string; recipient: string; status: string }>(
		"select purpose, recipient, status from messages where direction = 'out' order by created_at, purpose, recipient",
	);
const kalle = "+358401000002";
const aino = "+358401000001";

test("who took the call gets the ticket to go with, once", async () => {
	work = await atWork();
	const call = await arrivedCall(work);
	await call.record(ringEnded({ result: "human", talkSeconds: 9 }));
	await work.runJobs();
	await call.record(callEnded);
	await work.runJobs();
	expect(await messages()).toEqual([
		{ purpose: "taken", recipient: kalle, status: "queued" },
	]);
	expect(await work.jobs()).toEqual([]);
});

test("a rota that cannot even be read when the service starts: its fallback people are rung, and told", async () => {
	work = await atWork();
	// What a version says is never changed; that the program reads it otherwise than the one before is the same.
	await work.rows("alter table rota_versions disable trigger user");
	await work.rows(
		"update rota_versions set document = (document::jsonb - 'hours')::json",
	);
	const { database, clock, log } = work.ctx;
	const rotas = new HeldRotas({ database, clock, log });
	await rotas.load();
	rotas.stop();
	expect(rotas.current("fault-line")).toBeUndefined();
	const ctx = { ...work.ctx, rotas };
	const call = await arrivedCall({ ...work, ctx });
	expect(call.origin).toMatchObject({ rotaVersion: 1, lastResortFrom: 0 });
	expect(
		await work.rows(
			"select data->'people'->0->>'person' as rung from call_facts where kind = 'step-rung'",
		),
	).toEqual([{ rung: "aino" }]);
	await call.record(ringEnded(), { kind: "message-offered" }, callEnded);
	await followUpCall(ctx, call.origin.call);
	// The fallback, and who is named for a closed office without any duty.
	expect(await messages()).toMatchObject([
		{ purpose: "unanswered", recipient: aino },
		{ purpose: "unanswered", recipient: kalle },
	]);
});

test("nobody took it: everybody responsible is told, and reminded until somebody acknowledges it", async () => {
	work = await atWork({ alarmMinutes: 7 });
	const call = await arrivedCall(work);
	await call.record(ringEnded(), { kind: "message-offered" }, callEnded);
	await work.runJobs();
	expect(await messages()).toMatchObject([
		{ purpose: "unanswered", recipient: aino },
		{ purpose: "unanswered", recipient: kalle },
	]);
	expect(await work.jobs()).toEqual([
		{
			task: "raise-alarm",
			payload: {
				ticket: "2026-000001",
				of: "2026-03-03T00:00:00.000Z",
				round: 1,
			},
			minutes: 7,
		},
	]);
	await work.runJobs();
	expect(
		(await messages()).filter(({ purpose }) => purpose === "alarm"),
	).toHaveLength(2);
	expect(await work.jobs()).toMatchObject([
		{ payload: { round: 2 }, minutes: 7 },
	]);
	const { ctx } = work;
	const number = "2026-000001";
	const by: Actor = {
		name: "Liisa Lind",
		role: "technician",
		account: null,
		people: [{ line: "fault-line", person: "liisa" }],
	};
	expect(await acknowledgeTicket(ctx, { number, by })).toEqual({
		kind: "changed",
		number,
	});
	await work.runJobs();
	expect(await work.jobs()).toEqual([]);
	expect(
		(await messages()).filter(({ purpose }) => purpose === "alarm"),
	).toHaveLength(2);
});

test("the tenant gets the number of the ticket where the line says so, a withheld one does not", async () => {
	work = await atWork({ tenantSms: true });
	const one = await arrivedCall(work);
	await one.record(ringEnded({ result: "cancelled", callerGone: true }));
	const withheld = await arrivedCall(work, { from: "anonymous" });
	await withheld.record(ringEnded({ result: "cancelled", callerGone: true }));
	await work.runJobs();
	expect(
		(await messages()).filter(({ purpose }) => purpose === "receipt"),
	).toMatchObject([{ recipient: "+358401009001" }]);
});

test("a message the carrier refuses is on record as failed, and told of in the log", async () => {
	work = await atWork({ tenantSms: true });
	const call = await arrivedCall(work, { from: "+15005550001" });
	await call.record(ringEnded({ result: "cancelled", callerGone: true }));
	await work.runJobs();
	expect(await messages()).toMatchObject([
		{ purpose: "missed", recipient: kalle, status: "queued" },
		{ purpose: "receipt", recipient: "+15005550001", status: "failed" },
	]);
	expect(work.logged.join()).toContain("refuses a text message");
});

test("what became of a message is told in any order, and the furthest stays", async () => {
	work = await atWork();
	const call = await arrivedCall(work);
	await call.record(ringEnded({ result: "human", talkSeconds: 9 }));
	await work.runJobs();
	const [message] = await work.rows<{ id: string }>("select id from messages");
	for (const status of ["delivered", "sent", "queued", "nonsense"])
		await recordDelivery(work.board, {
			message: message?.id ?? "",
			attempt: 1,
			carrierSid: `SM${"1".repeat(32)}`,
			status,
			error: null,
		});
	expect(await messages()).toMatchObject([{ status: "delivered" }]);
});

describe("a recording", () => {
	async function recorded(line = {}) {
		work = await atWork(line);
		const call = await arrivedCall(work);
		const { sid } = work.network.recordings.start({
			callSid: call.origin.call,
			startedAt: work.network.now(),
			source: "RecordVerb",
			channels: 1,
		});
		const recording = work.network.recordings.bySid(sid);
		if (!recording) throw new Error("no recording");
		await recordRecording(work.ctx, work.board, call.origin, {
			sid,
			status: "completed",
			seconds: 4,
		});
		return recording;
	}
	const states = () =>
		work.rows(
			"select state, bytes > 44 as kept, length(sha256) as hash from recordings",
		);

	test("is fetched, checked and kept; the carrier's copy stays unless the line says otherwise", async () => {
		const recording = await recorded();
		Object.assign(recording, { status: "completed", seconds: 4 });
		await work.runJobs();
		expect(await states()).toEqual([{ state: "kept", kept: true, hash: 64 }]);
		expect(
			existsSync(
				join(work.ctx.config.dataDir, "recordings", `${recording.sid}.wav`),
			),
		).toBe(true);
		expect(work.network.recordings.bySid(recording.sid)).toBeDefined();
	});

	test("is deleted at the carrier once it is kept, where the line says so", async () => {
		const recording = await recorded({
			voicemail: { enabled: true, maxSeconds: 120, deleteAtCarrier: true },
		});
		Object.assign(recording, { status: "completed", seconds: 4 });
		await work.runJobs();
		expect(await states()).toMatchObject([{ state: "only-here" }]);
		expect(work.network.recordings.bySid(recording.sid)).toBeUndefined();
	});

	test("that the carrier stores elsewhere is fetched there, and who asks is told to the carrier alone", async () => {
		const recording = await recorded();
		Object.assign(recording, { status: "completed", seconds: 4 });
		work.network.settings.mediaIsAt = "https://storage.example/media";
		const ask = fetch;
		const elsewhere: (string | null)[] = [];
		const spy = jest
			.spyOn(globalThis, "fetch")
			.mockImplementation(async (address, options) => {
				if (!String(address).startsWith("https://storage.example/"))
					return ask(address, options);
				elsewhere.push(new Headers(options?.headers).get("authorization"));
				return new Response(new Uint8Array(wavOfLength(4)));
			});
		await work.runJobs();
		spy.mockRestore();
		expect(elsewhere).toEqual([null]);
		expect(await states()).toMatchObject([{ state: "kept" }]);
	});

	test.each(["http://storage.example/media", "in a circle"])(
		"that the carrier sends on to %s is not followed there",
		async (where) => {
			const recording = await recorded();
			Object.assign(recording, { status: "completed", seconds: 4 });
			const { network, ctx } = work;
			network.settings.mediaIsAt =
				where === "in a circle"
					? `${network.url}/2010-04-01/Accounts/${ctx.config.carrier.accountSid}/Recordings`
					: where;
			await expect(keepRecording(ctx, recording.sid)).rejects.toThrow(
				where === "in a circle" ? "more than 5 times" : "not reached by https",
			);
			expect(await states()).toMatchObject([{ state: "announced" }]);
		},
	);

	test("that the carrier does not give yet is tried again", async () => {
		const recording = await recorded();
		await work.runJobs();
		expect(await states()).toMatchObject([{ state: "announced" }]);
		Object.assign(recording, { status: "completed", seconds: 4 });
		await work.runJobs();
		expect(await states()).toMatchObject([{ state: "kept" }]);
	});

	test("that never comes is on the ticket as lost, and told of in the log", async () => {
		await recorded();
		for (let i = 0; i < 20; i++) await work.runJobs();
		expect(await states()).toMatchObject([{ state: "lost" }]);
		expect(work.logged.join()).toContain("could not be fetched");
	});
});

describe("a text message that comes in", () => {
	const receive = (from: string, body: string, sid = "1") =>
		receiveMessage(work.ctx, work.board, {
			carrierSid: `SM${sid.repeat(32)}`,
			sender: callerOf(from),
			recipient: lineNumber,
			body,
		});

	test("is kept once, thanked for, and passed on to everybody responsible", async () => {
		work = await atWork();
		const reply = await receive("+358401009001", "Water in the cellar");
		expect(reply).toContain("passed on to the person on duty");
		expect(await receive("+358401009001", "Water in the cellar")).toBe(reply);
		await work.runJobs();
		expect(
			await work.rows(
				"select sender, body from messages where direction = 'in'",
			),
		).toEqual([{ sender: "+358401009001", body: "Water in the cellar" }]);
		expect(await messages()).toMatchObject([
			{ purpose: "passed-on", recipient: aino },
			{ purpose: "passed-on", recipient: kalle },
		]);
	});

	test("from somebody of the rota that says OK acknowledges the newest call that nobody took", async () => {
		work = await atWork();
		const call = await arrivedCall(work);
		await call.record(ringEnded(), { kind: "message-offered" }, callEnded);
		await receive(kalle, "ok", "2");
		await work.runJobs();
		expect(
			await work.rows("select status, acknowledged_by from tickets"),
		).toEqual([{ status: "acknowledged", acknowledged_by: "Kalle Korhonen" }]);
		expect((await messages()).map(({ recipient }) => recipient)).toContain(
			kalle,
		);
	});

	test("from a stranger that says OK acknowledges nothing", async () => {
		work = await atWork();
		const call = await arrivedCall(work);
		await call.record(ringEnded(), { kind: "message-offered" }, callEnded);
		await receive("+358401009001", "ok", "3");
		await work.runJobs();
		expect(await work.rows("select status from tickets")).toEqual([
			{ status: "new" },
		]);
	});
});

test("a call of which the carrier never tells the end is ended, and followed up", async () => {
	work = await atWork();
	await arrivedCall(work);
	await work.network.clock.passes({ hours: 6 });
	const { endForgottenCalls } = await import(
		"../../src/actions/end-forgotten-calls.ts"
	);
	await endForgottenCalls(work.ctx);
	await endForgottenCalls(work.ctx);
	expect(await work.rows("select outcome from tickets")).toEqual([
		{ outcome: "abandoned" },
	]);
	expect(await work.jobs()).toMatchObject([{ task: "follow-up-call" }]);
});
