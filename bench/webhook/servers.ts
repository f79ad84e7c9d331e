import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { account } from "./calls.ts";

export interface Server {
	readonly url: string;
	stop(): Promise<void>;
}

/** The built service, as `npm start` runs it, on a database of its own and with a carrier that it never has to reach, of which it may complain. */
export async function startService(
	databaseUrl: string,
	dataDir: string,
	says: "inherit" | "ignore" = "inherit",
): Promise<Server> {
	const port = await freePort();
	const environment = {
		DATABASE_URL: databaseUrl,
		DATA_DIR: dataDir,
		TWILIO_ACCOUNT_SID: account.sid,
		TWILIO_AUTH_TOKEN: account.authToken,
		TWILIO_API_URL: "http://127.0.0.1:9",
		LOG_LEVEL: "error",
	};
	return start(["dist/server/main.js"], port, environment, says);
}

export async function startBareServer(databaseUrl: string): Promise<Server> {
	const port = await freePort();
	return start(["--import", "tsx", "bench/webhook/bare-server.ts"], port, {
		DATABASE_URL: databaseUrl,
	});
}

async function start(
	program: string[],
	port: number,
	environment: Record<string, string>,
	says: "inherit" | "ignore" = "inherit",
): Promise<Server> {
	const child = spawn(process.execPath, program, {
		env: { ...process.env, PORT: String(port), ...environment },
		stdio: ["ignore", "ignore", says],
	});
	const url = `http://localhost:${port}`;
	await answering(url, child);
	return {
		url,
		stop: async () => {
			const ended = once(child, "exit");
			child.kill("SIGTERM");
			await ended;
		},
	};
}

async function answering(url: string, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + 30_000;
	while (child.exitCode === null && Date.now() < deadline) {
		try {
			await fetch(`${url}/readyz`);
			return;
		} catch {
			await new Promise((again) => setTimeout(again, 50));
		}
	}
	child.kill("SIGKILL");
	throw new Error(`no answer from ${url}: run npm start once, to build it`);
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const address = probe.address();
	probe.close();
	await once(probe, "close");
	if (address === null || typeof address === "string")
		throw new Error("the system gave no port");
	return address.port;
}
