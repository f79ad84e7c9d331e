import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
	chownSync,
	closeSync,
	fstatSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Account } from "./account.ts";
import {
	disownPidFile,
	type RunningServer,
	runningServer,
	sendSignal,
	serves,
} from "./pid-file.ts";
import type { Programs } from "./programs.ts";

/** A cluster folder and what is needed to run it. */
export interface Cluster {
	readonly directory: string;
	readonly programs: Programs;
	readonly account: Account;
	readonly logFile: string;
	/** PostgreSQL's settings over ours, for example in tests. */
	readonly settings?: Readonly<Record<string, string>>;
}

/** Why PostgreSQL itself did not do what it was asked, with its own last words. */
export class ServerError extends Error {
	override readonly name = "ServerError";
}

const quietSettings = {
	listen_addresses: "127.0.0.1",
	unix_socket_directories: "",
	max_connections: "60",
	shared_buffers: "64MB",
	max_wal_size: "512MB",
	wal_level: "minimal",
	max_wal_senders: "0",
	io_method: "sync",
	max_parallel_workers_per_gather: "0",
	jit: "off",
	timezone: "UTC",
	log_timezone: "UTC",
	log_checkpoints: "off",
	// A failed statement is told to whoever sent it; its values (callers, names) have no place in a log file.
	log_min_messages: "log",
	log_min_error_statement: "panic",
	scram_iterations: "1",
};

// Environment variables such as LD_LIBRARY_PATH or PGDATA must not steer the programs.
const quietEnvironment = {
	...(process.platform === "win32" ? process.env : {}),
	PATH: process.env.PATH ?? "",
	LC_ALL: "C",
};

/** Makes a new cluster at `cluster.directory`; it appears there only when it is whole. */
export function createCluster(cluster: Cluster, password: string): void {
	const draft = `${cluster.directory}.new`;
	const passwordFile = `${cluster.directory}.password.new`;
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { mode: 0o700 });
	writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
	give(cluster.account, draft, passwordFile);
	const folder = openSync(draft, "r");
	const secret = openSync(passwordFile, "r");
	try {
		const made = spawnSync(
			cluster.programs.initdb,
			[
				...["-D", throughDescriptor(cluster.account, 3, draft)],
				`--pwfile=${throughDescriptor(cluster.account, 4, passwordFile)}`,
				"--username=faultline",
				"--auth=scram-sha-256",
				"--encoding=UTF8",
				"--locale=C",
				"--locale-provider=builtin",
				"--builtin-locale=C.UTF-8",
				"--no-instructions",
				...["-c", "scram_iterations=1"],
			],
			{
				...identity(cluster.account),
				stdio: ["ignore", "ignore", "pipe", folder, secret],
				encoding: "utf8",
			},
		);
		if (made.error) throw new ServerError(made.error.message);
		if (made.status !== 0) throw new ServerError(lastWords(made.stderr));
	} finally {
		closeSync(folder);
		closeSync(secret);
		rmSync(passwordFile, { force: true });
	}
	renameSync(draft, cluster.directory);
}

/**
 * Starts the server on the given port and waits until it takes connections, however long a recovery takes.
 *
 * @throws ServerError with PostgreSQL's own reason when it ends instead.
 */
export async function startServer(
	cluster: Cluster,
	port: number,
): Promise<RunningServer> {
	disownPidFile(cluster.directory);
	const log = openSync(cluster.logFile, "a+", 0o600);
	const from = fstatSync(log).size;
	const folder = openSync(cluster.directory, "r");
	try {
		const child = spawnServer(cluster, port, log, folder);
		return await untilReady(cluster, child, () =>
			readFileSync(cluster.logFile).toString("utf8", from),
		);
	} finally {
		closeSync(folder);
		closeSync(log);
	}
}

/** Stops the server: connections are ended, everything is on disk when this returns. */
export async function stopServer(
	cluster: Cluster,
	server: RunningServer,
): Promise<void> {
	const signals = ["SIGINT", "SIGQUIT", "SIGKILL"] as const;
	for (const signal of signals) {
		if (process.platform === "win32")
			spawnSync(cluster.programs.pgCtl, [
				...["stop", "-m", "fast", "-D", cluster.directory],
			]);
		else sendSignal(server.pid, signal);
		for (let waited = 0; waited < 15_000; waited += 10) {
			if (!serves(server.pid, cluster.directory)) return;
			await pause(10);
		}
	}
}

/** A TCP port of the loopback that nobody listens on; `wanted` if it is free. */
export async function freePort(wanted?: number): Promise<number> {
	const open = (port: number) =>
		new Promise<number | null>((resolve) => {
			const server = createServer();
			server.once("error", () => resolve(null));
			server.listen(port, "127.0.0.1", () => {
				const address = server.address();
				const found = typeof address === "object" ? address?.port : null;
				server.close(() => resolve(found ?? null));
			});
		});
	const port = (wanted ? await open(wanted) : null) ?? (await open(0));
	if (!port) throw new ServerError("no free port on 127.0.0.1");
	return port;
}

function spawnServer(
	cluster: Cluster,
	port: number,
	log: number,
	folder: number,
): ChildProcess {
	const settings = { ...quietSettings, ...cluster.settings };
	const child = spawn(
		cluster.programs.postgres,
		[
			...["-D", throughDescriptor(cluster.account, 3, cluster.directory)],
			...["-p", String(port)],
			...Object.entries(settings).flatMap(([name, value]) => [
				"-c",
				`${name}=${value}`,
			]),
		],
		{
			...identity(cluster.account),
			// Ctrl-C in a terminal reaches the whole group; the service stops its database last, by itself.
			detached: true,
			stdio: ["ignore", log, log, folder],
			windowsHide: true,
		},
	);
	child.unref();
	return child;
}

async function untilReady(
	cluster: Cluster,
	child: ChildProcess,
	said: () => string,
): Promise<RunningServer> {
	let ended: Error | null = null;
	child.once("error", (error) => {
		ended = error;
	});
	child.once("exit", () => {
		ended ??= new ServerError("");
	});
	for (;;) {
		if (ended)
			throw new ServerError((ended as Error).message || lastWords(said()));
		const server = runningServer(cluster.directory);
		if (server?.ready && server.pid === child.pid) return server;
		await pause(10);
	}
}

/**
 * Under root the account may have no right to walk the path to the folder, so it is opened here and inherited: this name
 * for an inherited descriptor needs no rights on the folders above it.
 */
function throughDescriptor(
	account: Account,
	descriptor: number,
	path: string,
): string {
	return account && process.platform === "linux"
		? `/proc/self/fd/${descriptor}`
		: path;
}

function identity(account: Account) {
	return { ...account, cwd: "/", env: quietEnvironment };
}

function give(account: Account, ...paths: string[]): void {
	if (!account) return;
	for (const path of paths) chownSync(path, account.uid, account.gid);
}

function lastWords(output: string): string {
	const lines = output.trim().split("\n");
	const reason =
		lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? "";
	return reason.replace(/^.*?(FATAL|PANIC|error):\s*/, "");
}
