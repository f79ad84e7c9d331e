import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { ticketsPage } from "../../src/database/ticket-list.ts";
import type { TicketView } from "../../src/domain/ticket/ticket.ts";
import { signatureOf } from "../../src/telephony/twilio/signature.ts";
import { eventually } from "../support/eventually.ts";
import { freePort } from "../support/free-port.ts";
import { lineNumber, type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let running: ChildProcess | undefined;
afterEach(async () => {
	running?.kill("SIGKILL");
	await line.close();
});

test("killed right after the answer: every call that was answered is a ticket with its first attempt", async () => {
	line = await openLine({ closed: ["kalle"] });
	const url = await startProgram();
	const calls = await Promise.all(
		Array.from({ length: 20 }, (_, i) => arrives(url, i)),
	);
	await kill();
	expect(calls.map(({ status }) => status)).toEqual(calls.map(() => 200));
	const tickets = await eventuallyTickets(20);
	expect(new Set(tickets.map(({ number }) => number)).size).toBe(20);
	for (const { ringing } of tickets)
		expect(ringing.map(({ person }) => person)).toEqual(["kalle"]);
});

test("killed right after an answer that only the spool knows of: the next start brings it in", async () => {
	line = await openLine({ closed: ["kalle"] });
	const url = await startProgram();
	line.loseDatabase("goDead");
	const { status, twiml } = await arrives(url, 1);
	await kill();
	expect(status).toBe(200);
	expect(twiml).toContain("+358401000002");
	expect(await line.tickets()).toEqual([]);
	line.link.restore();
	await startProgram();
	const [ticket] = await eventuallyTickets(1);
	expect(ticket).toMatchObject({
		caller: "+358401009101",
		ringing: [{ person: "kalle" }],
	});
});

/** The service as a program of its own, on the same database; resolves with its address. */
async function startProgram(): Promise<string> {
	const { config } = line;
	const port = String(await freePort());
	const program = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
		env: {
			PATH: process.env.PATH,
			PORT: port,
			DATABASE_URL: config.databaseUrl,
			DATA_DIR: `${config.dataDir}-program`,
			CONFIG_DIR: config.configDir,
			SCHEDULES_DIR: config.schedulesDir,
			TWILIO_ACCOUNT_SID: config.carrier.accountSid,
			TWILIO_AUTH_TOKEN: config.carrier.authToken,
			TWILIO_API_URL: config.carrier.apiUrl,
			LOG_LEVEL: "error",
		},
		stdio: "ignore",
	});
	running = program;
	const url = `http://localhost:${port}`;
	await eventually(
		async () => {
			if (program.exitCode !== null) throw new Error("it did not start");
			const ready = await fetch(`${url}/readyz`).catch(() => null);
			return ready?.ok ? true : null;
		},
		{ withinMs: 40_000 },
	);
	return url;
}

async function kill(): Promise<void> {
	if (!running) return;
	const gone = once(running, "exit");
	running.kill("SIGKILL");
	await gone;
}

async function arrives(
	url: string,
	i: number,
): Promise<{ status: number; twiml: string }> {
	const address = `${url}/twilio/voice`;
	const params = {
		AccountSid: line.config.carrier.accountSid,
		CallSid: `CA${randomBytes(16).toString("hex")}`,
		CallStatus: "ringing",
		From: `+3584010091${String(i).padStart(2, "0")}`,
		To: lineNumber,
	};
	const response = await fetch(address, {
		method: "POST",
		body: new URLSearchParams(params),
		headers: {
			"x-twilio-signature": signatureOf(
				line.config.carrier.authToken,
				address,
				params,
			),
		},
	});
	return { status: response.status, twiml: await response.text() };
}

async function eventuallyTickets(count: number): Promise<TicketView[]> {
	return eventually(async () => {
		const { database } = line.database;
		const { tickets } = await ticketsPage(database, { limit: 100 });
		return tickets.length >= count ? tickets : null;
	});
}
