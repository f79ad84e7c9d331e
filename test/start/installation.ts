import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { signatureOf } from "../../src/telephony/twilio/signature.ts";
import { freePort } from "../support/free-port.ts";

export const project = resolve(import.meta.dirname, "../..");
const authToken = "0123456789abcdef0123456789abcdef";
const accountSid = `AC${"a".repeat(32)}`;

/** With a carrier that nobody reaches, so that a test can sign requests like the carrier. */
export const withCarrier = {
	TWILIO_ACCOUNT_SID: accountSid,
	TWILIO_AUTH_TOKEN: authToken,
	TWILIO_API_URL: "http://127.0.0.1:9",
};

export interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** A program of ours, running. */
export interface Running {
	readonly child: ChildProcess;
	/** Everything it has said so far. */
	said(): Omit<Ended, "code">;
	/** Resolves when it has said this on stdout; rejects when it ends before. */
	says(words: RegExp): Promise<void>;
	readonly ended: Promise<Ended>;
}

/** An installation in a folder of its own: the example's configuration and rotas, two free ports, no data yet. */
export class Installation {
	readonly folder: string;
	readonly port: number;
	readonly environment: Readonly<Record<string, string>>;
	readonly #running = new Set<ChildProcess>();

	private constructor(folder: string, port: number, networkPort: number) {
		this.folder = folder;
		this.port = port;
		cpSync(join(project, "config"), join(folder, "config"), {
			recursive: true,
		});
		cpSync(join(project, "schedules"), join(folder, "schedules"), {
			recursive: true,
		});
		this.environment = {
			PATH: process.env.PATH ?? "",
			HOME: process.env.HOME ?? "",
			PORT: String(port),
			PHONE_NETWORK_PORT: String(networkPort),
			DATA_DIR: join(folder, "data"),
			CONFIG_DIR: join(folder, "config"),
			SCHEDULES_DIR: join(folder, "schedules"),
			LOG_LEVEL: "error",
		};
	}

	/** @param within a folder that exists; default: the system's for temporary things. */
	static async prepare(within = tmpdir()): Promise<Installation> {
		mkdirSync(within, { recursive: true, mode: 0o700 });
		const folder = mkdtempSync(join(within, "faultline-start-"));
		return new Installation(folder, await freePort(), await freePort());
	}

	get dataDir(): string {
		return join(this.folder, "data");
	}

	/** Runs one of our programs in this installation. */
	run(
		words: readonly string[],
		environment: Readonly<Record<string, string>> = {},
		program = process.execPath,
	): Running {
		const child = spawn(program, words, {
			cwd: project,
			env: { ...this.environment, ...environment },
			stdio: ["ignore", "pipe", "pipe"],
		});
		this.#running.add(child);
		return following(child);
	}

	service(environment: Readonly<Record<string, string>> = {}): Running {
		return this.run(["dist/server/main.js"], environment);
	}

	/** Runs a command to its end. */
	command(...words: string[]): Promise<Ended> {
		return this.run(["bin/faultline.js", ...words]).ended;
	}

	/** Starts the service and waits until it has said so. */
	async started(
		environment: Readonly<Record<string, string>> = withCarrier,
	): Promise<Running> {
		const running = this.service(environment);
		await running.says(/is running/);
		return running;
	}

	/** A call arrives, signed by the carrier; gives the TwiML. */
	async call(sid: string): Promise<string> {
		const url = `http://localhost:${this.port}/twilio/voice`;
		const params = {
			AccountSid: accountSid,
			ApiVersion: "2010-04-01",
			CallSid: sid,
			CallStatus: "ringing",
			Direction: "inbound",
			From: "+46701740690",
			To: "+358942721234",
		};
		const response = await fetch(url, {
			method: "POST",
			headers: {
				"X-Twilio-Signature": signatureOf(authToken, url, params),
			},
			body: new URLSearchParams(params),
			signal: AbortSignal.timeout(15_000),
		});
		if (!response.ok) throw new Error(`answered with ${response.status}`);
		return response.text();
	}

	/** Whether the embedded database's server still runs. */
	hasDatabaseRunning(): boolean {
		return existsSync(join(this.dataDir, "postgres", "postmaster.pid"));
	}

	/** Ends what still runs, and takes the folder away. */
	async remove(): Promise<void> {
		for (const child of this.#running) {
			if (child.exitCode !== null || child.signalCode !== null) continue;
			child.kill("SIGTERM");
			await once(child, "exit");
		}
		// A service that was killed has left its database running: a command adopts it, and stops it after itself.
		if (this.hasDatabaseRunning()) await this.command("token", "list");
		rmSync(this.folder, { recursive: true, force: true });
	}
}

function following(child: ChildProcess): Running {
	const chunks = { out: "", err: "" };
	child.stdout?.setEncoding("utf8").on("data", (text) => {
		chunks.out += text;
	});
	child.stderr?.setEncoding("utf8").on("data", (text) => {
		chunks.err += text;
	});
	const ended = once(child, "close").then(([code]) => ({ code, ...chunks }));
	const says = (words: RegExp) =>
		new Promise<void>((resolve, reject) => {
			const look = () => {
				if (words.test(chunks.out)) resolve();
			};
			child.stdout?.on("data", look);
			child.once("close", () =>
				reject(new Error(`it ended: ${chunks.out}${chunks.err}`)),
			);
			look();
		});
	return { child, ended, says, said: () => ({ ...chunks }) };
}
