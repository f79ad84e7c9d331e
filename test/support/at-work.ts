import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { Logger, runOnce } from "graphile-worker";
import { DateTime } from "luxon";
import { QueryTypes } from "sequelize";
import { createLogger, format, transports } from "winston";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { Switchboard } from "../../src/actions/switchboard.ts";
import type { Config, LineConfig } from "../../src/config.ts";
import type { Context } from "../../src/context.ts";
import { ChangeListener } from "../../src/database/changes.ts";
import { taskList } from "../../src/jobs/tasks.ts";
import { openMail } from "../../src/mail/smtp.ts";
import { openOutside } from "../../src/outside/outside.ts";
import { HeldRotas } from "../../src/published-rotas.ts";
import {
	type PhoneNetwork,
	startPhoneNetwork,
} from "../../src/telephony/emulator/network.ts";
import { carrierClient } from "../../src/telephony/twilio/client.ts";
import type { TestDatabase } from "./database.ts";
import { testDatabase } from "./database.ts";
import { lineNumber, rotaOf } from "./open-line.ts";

/** What actions work with: a database, a carrier and a rota, with no worker and nothing listening. */
export interface AtWork {
	readonly ctx: Context;
	readonly board: Switchboard;
	readonly network: PhoneNetwork;
	readonly test: TestDatabase;
	/** Everything that was logged, as text. */
	readonly logged: string[];
	rows<T extends object>(sql: string, ...bind: unknown[]): Promise<T[]>;
	/** Names and payloads of the jobs that wait, oldest first. */
	jobs(): Promise<{ task: string; payload: unknown; minutes: number }[]>;
	/** Runs all jobs, however long they were to wait, until none of these tasks is left. */
	runJobs(): Promise<void>;
	close(): Promise<void>;
}

/** Sets it up, with one line and the rota of the scenarios. */
export async function atWork(line: Partial<LineConfig> = {}): Promise<AtWork> {
	const test = await testDatabase();
	const { database } = test;
	const network = await startPhoneNetwork({
		port: 0,
		accountSid,
		authToken,
		clock: "still",
		startsAt: DateTime.fromISO("2026-03-03T02:00", { zone: "Europe/Helsinki" }),
	});
	const dataDir = mkdtempSync(join(tmpdir(), "faultline-at-work-"));
	network.numbers.register({ number: lineNumber });
	const config = configOf(dataDir, network.url, line);
	const logged: string[] = [];
	const log = createLogger({
		transports: [new transports.Stream({ stream: linesInto(logged) })],
		format: format.printf(({ level, message }) => `${level}: ${message}`),
	});
	const rotas = new HeldRotas({ database, clock: network, log });
	const changes = new ChangeListener({
		database,
		log,
		missed: () => rotas.load(),
	});
	const ctx: Context = {
		config,
		log,
		clock: network,
		database,
		rotas,
		changes,
		carrier: carrierClient(config.carrier),
		mail: openMail(null),
		outside: openOutside({ mayReach: () => true }),
	};
	await publishRota(ctx, {
		rota: rotaOf("fault-line", {}),
		by: "test",
		reason: "test",
	});
	// What a publish itself brings about is a story of its own.
	await database.query(
		"select graphile_worker.remove_job('tell-of-shift-changes:fault-line')",
	);
	await rotas.load();
	const board = await Switchboard.open(ctx, { patienceMs: 30_000 });
	const rows = <T extends object>(sql: string, ...bind: unknown[]) =>
		database.query<T>(sql, { bind, type: QueryTypes.SELECT });
	return {
		ctx,
		board,
		network,
		test,
		logged,
		rows,
		jobs: () =>
			rows(
				`select tasks.identifier as task, payload,
					round(extract(epoch from run_at - now()) / 60)::int as minutes
				from graphile_worker._private_jobs as jobs
				join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id order by jobs.id`,
			),
		runJobs: async () => {
			await database.query(
				"update graphile_worker._private_jobs set run_at = now()",
			);
			await runOnce({
				connectionString: test.url,
				taskList: taskList(ctx),
				noHandleSignals: true,
				logger: new Logger(() => () => {}),
			});
		},
		close: async () => {
			await board.stop();
			rotas.stop();
			await network.close();
			await test.close();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

const accountSid = `AC${"a".repeat(32)}`;
const authToken = "0123456789abcdef0123456789abcdef";

function linesInto(lines: string[]): Writable {
	return new Writable({
		write: (chunk, _, done) => {
			lines.push(String(chunk));
			done();
		},
	});
}

function configOf(
	dataDir: string,
	apiUrl: string,
	line: Partial<LineConfig>,
): Config {
	return {
		production: false,
		port: 0,
		publicUrl: "http://127.0.0.1:9",
		dataDir,
		configDir: dataDir,
		schedulesDir: dataDir,
		carrier: { kind: "twilio", accountSid, authToken, apiUrl },
		mail: null,
		signInProviders: [],
		logLevel: "info",
		logFormat: "json",
		lines: {
			"fault-line": {
				id: "fault-line",
				number: lineNumber,
				name: { fi: "Vikanumero", sv: "Felanmälan", en: "Fault line" },
				language: "en",
				languages: ["en"],
				joinMinutes: 0,
				notices: { recording: true },
				voicemail: { enabled: true, maxSeconds: 120, deleteAtCarrier: false },
				blocked: [],
				prompts: {},
				tenantSms: false,
				alarmMinutes: 10,
				...line,
			},
		},
	};
}
