import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { DateTime } from "luxon";
import { QueryTypes } from "sequelize";
import { type Config, loadConfig } from "../../src/config.ts";
import { ticketsPage } from "../../src/database/ticket-list.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import type { TicketView } from "../../src/domain/ticket/ticket.ts";
import { type Service, startService } from "../../src/service.ts";
import {
	type PhoneNetwork,
	startPhoneNetwork,
} from "../../src/telephony/emulator/network.ts";
import type { DialOptions, Phone } from "../../src/telephony/emulator/phone.ts";
import { type BreakableLink, breakableLink } from "./breakable-link.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { eventually } from "./eventually.ts";
import { freePort } from "./free-port.ts";

jest.setTimeout(60_000);

export const lineNumber = "+358942721234";

/** Whom a step rings: one person, or several together. */
type Steps = readonly (string | readonly string[])[];

export interface LineOptions {
	/** Steps by day and by night; 20 s each. */
	readonly open?: Steps;
	readonly closed?: Steps;
	readonly fallback?: readonly string[];
	/** How everybody answers; default: the office directly, the others with a key. */
	readonly answers?: "directly" | "confirm";
	/** Over the line of the configuration file. */
	readonly line?: object;
	/** More lines of the configuration file, by id; they share the rota. */
	readonly lines?: Readonly<Record<string, object>>;
	/** When it begins; default: a Tuesday night in March, 2026-03-03 02:00 in Helsinki. */
	readonly at?: string;
	/** Over the environment of the service. */
	readonly settings?: Readonly<Record<string, string>>;
	/** Real milliseconds that the network waits for an answer of the service. */
	readonly patienceMs?: number;
	/** Real milliseconds that a call waits for the database; default: so long that a busy machine never turns to the spool. */
	readonly databasePatienceMs?: number;
}

/** A whole service, a phone network that stands still, and the phones of everybody. */
export interface OpenLine {
	readonly service: Service;
	readonly network: PhoneNetwork;
	readonly database: TestDatabase;
	/** By which the first instance reaches its database. */
	readonly link: BreakableLink;
	readonly config: Config;
	readonly tenant: Caller;
	readonly neighbour: Caller;
	readonly aino: Phone;
	readonly kalle: Phone;
	readonly liisa: Phone;
	readonly pekka: Phone;
	readonly clock: PhoneNetwork["clock"];
	/** The newest ticket. */
	readonly ticket: {
		view(): Promise<TicketView>;
		story(): Promise<readonly string[]>;
	};
	tickets(): Promise<TicketView[]>;
	/** Starts a second instance on the same database and sends the carrier there. */
	secondInstance(): Promise<Service>;
	/** Takes the database away in this way, with nothing of what follows from it in the test's output. */
	loseDatabase(how: "cut" | "goDead"): void;
	/** Sends the carrier's requests to this instance from now on. */
	leadsTo(service: Service): void;
	close(): Promise<void>;
}

/** A tenant's phone, which knows what number to dial. */
export interface Caller {
	readonly phone: Phone;
	dials(options?: DialOptions & { number?: string }): Promise<void>;
	hears: Phone["hears"];
	presses: Phone["presses"];
	hangsUp: Phone["hangsUp"];
	isTalkingTo: Phone["isTalkingTo"];
}

const people: Rota["people"] = {
	aino: {
		name: "Aino Virtanen",
		phone: "+358401000001",
		language: "fi",
		answers: "directly",
	},
	kalle: { name: "Kalle Korhonen", phone: "+358401000002", language: "en" },
	liisa: { name: "Liisa Lind", phone: "+358401000003", language: "en" },
	pekka: { name: "Pekka Nieminen", phone: "+358401000004", language: "fi" },
};

/** The rota of the scenarios: open on weekdays from 8 to 16. */
export function rotaOf(line: string, options: LineOptions): Rota {
	const steps = (names: Steps) =>
		names.map((ring) => ({
			ring: typeof ring === "string" ? [ring] : ring,
			seconds: 20,
		}));
	return {
		rota: 1,
		line,
		name: "Scenario",
		zone: "Europe/Helsinki",
		people: Object.fromEntries(
			Object.entries(people).map(([id, person]) => [
				id,
				options.answers ? { ...person, answers: options.answers } : person,
			]),
		),
		hours: [
			{
				rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
				start: "08:00",
				end: "16:00",
			},
		],
		duties: {
			technician: [
				{
					shifts: [
						{
							person: "kalle",
							start: "2026-01-01T00:00",
							end: "2027-12-31T00:00",
						},
					],
				},
			],
		},
		routing: {
			open: steps(options.open ?? ["aino"]),
			closed: steps(options.closed ?? ["kalle", "liisa"]),
		},
		fallback: options.fallback ?? ["aino"],
	};
}

/** Opens a line; `close` it afterwards. */
export async function openLine(options: LineOptions = {}): Promise<OpenLine> {
	const database = await testDatabase();
	const link = await breakableLink(database.url);
	const folder = mkdtempSync(join(tmpdir(), "faultline-scenario-"));
	const lines = {
		"fault-line": {
			number: lineNumber,
			name: "Scenario line",
			language: "en",
			...options.line,
		},
		...options.lines,
	};
	writeFolders(folder, lines, options);
	const network = await startPhoneNetwork({
		port: 0,
		accountSid,
		authToken,
		clock: "still",
		startsAt: DateTime.fromISO(options.at ?? "2026-03-03T02:00", {
			zone: "Europe/Helsinki",
		}),
		...(options.patienceMs ? { patienceMs: options.patienceMs } : {}),
	});
	const start = async (instance: number) => {
		const config = await configOf(folder, link.url, network, instance, options);
		const service = await startService(config, {
			clock: network,
			patienceMs: options.databasePatienceMs ?? 10_000,
		});
		return { config, service };
	};
	const { service, config } = await start(1);
	await untilNoJob(database, "is due or under way");
	const services = [service];
	const leadsTo = (to: Service) => {
		for (const { number } of Object.values(lines))
			network.numbers.register(numberOf(number, to));
	};
	leadsTo(service);
	const add = (name: string, number: string, role: "tenant" | "technician") =>
		network.phones.add({ name, number, role });
	const phone = (id: string) => {
		const { name, phone: number } = people[id] ?? { name: id, phone: "" };
		return add(name, number, "technician");
	};
	const tickets = async () =>
		(await ticketsPage(database.database, { limit: 50 })).tickets;
	const view = async () => {
		await network.settled();
		const [newest] = await tickets();
		if (!newest) throw new Error("there is no ticket");
		return newest;
	};
	return {
		service,
		network,
		database,
		link,
		config,
		tenant: callerOn(add("Tenant", "+358401009001", "tenant")),
		neighbour: callerOn(add("Neighbour", "+358401009002", "tenant")),
		aino: phone("aino"),
		kalle: phone("kalle"),
		liisa: phone("liisa"),
		pekka: phone("pekka"),
		clock: network.clock,
		ticket: { view, story: async () => (await view()).story },
		tickets,
		loseDatabase: (how) => {
			for (const { ctx } of services) ctx.log.silent = true;
			link[how]();
		},
		leadsTo,
		secondInstance: async () => {
			const second = await start(services.length + 1);
			services.push(second.service);
			return second.service;
		},
		close: async () => {
			// What breaks off now is meant to.
			for (const { ctx } of services) ctx.log.silent = true;
			await network.close();
			await untilNoJob(database, "is under way");
			for (const each of services) await each.stop();
			await link.close();
			await database.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/**
 * The queue says that a job is done without waiting for the answer; were its database to go away just then, the test would
 * be blamed.
 */
async function untilNoJob(
	{ database }: TestDatabase,
	which: "is due or under way" | "is under way",
): Promise<void> {
	const isDue = which === "is under way" ? "" : "or run_at <= now()";
	await eventually(async () => {
		const [found] = await database.query<{ count: number }>(
			`select count(*)::int as count from graphile_worker._private_jobs
			where attempts < max_attempts and (locked_at is not null ${isDue})`,
			{ type: QueryTypes.SELECT },
		);
		return found?.count === 0 ? true : null;
	});
}

const accountSid = `AC${"a".repeat(32)}`;
const authToken = "0123456789abcdef0123456789abcdef";

function callerOn(phone: Phone): Caller {
	return {
		phone,
		dials: ({ number = lineNumber, ...options } = {}) =>
			phone.dials(number, options),
		hears: (...heard) => phone.hears(...heard),
		presses: (digits) => phone.presses(digits),
		hangsUp: () => phone.hangsUp(),
		isTalkingTo: (...other) => phone.isTalkingTo(...other),
	};
}

function writeFolders(
	folder: string,
	lines: Readonly<Record<string, object>>,
	options: LineOptions,
): void {
	for (const name of ["config", "schedules"]) mkdirSync(join(folder, name));
	// JSON is YAML.
	writeFileSync(
		join(folder, "config", "service.yaml"),
		JSON.stringify({ lines }),
	);
	for (const line of Object.keys(lines))
		writeFileSync(
			join(folder, "schedules", `${line}.yaml`),
			JSON.stringify(rotaOf(line, options)),
		);
}

async function configOf(
	folder: string,
	databaseUrl: string,
	network: PhoneNetwork,
	instance: number,
	{ settings = {} }: LineOptions,
): Promise<Config> {
	return loadConfig({
		PORT: String(await freePort()),
		DATABASE_URL: databaseUrl,
		DATA_DIR: join(folder, `data-${instance}`),
		CONFIG_DIR: join(folder, "config"),
		SCHEDULES_DIR: join(folder, "schedules"),
		TWILIO_ACCOUNT_SID: accountSid,
		TWILIO_AUTH_TOKEN: authToken,
		TWILIO_API_URL: network.url,
		LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
		LOG_FORMAT: "json",
		...settings,
	});
}

function numberOf(number: string, { url }: Service) {
	return {
		number,
		voiceUrl: `${url}/twilio/voice`,
		voiceFallbackUrl: `${url}/twilio/voice/fallback`,
		statusCallback: `${url}/twilio/voice/status`,
		smsUrl: `${url}/twilio/messages`,
	};
}
