import { accessSync, constants, mkdirSync } from "node:fs";
import { readdir, readFile, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { realClock } from "../clock.ts";
import { type Config, isDemo, loadConfig } from "../config.ts";
import { allAccounts } from "../database/accounts.ts";
import { newestRotas } from "../database/rotas.ts";
import { environment } from "../environment.ts";
import { plainWords, SetupError } from "../errors.ts";
import { checkRota } from "../rota-document/read-rota.ts";
import { carrierClient } from "../telephony/twilio/client.ts";
import { provision } from "../telephony/twilio/provision.ts";
import { withDatabase } from "./database.ts";

interface Finding {
	readonly check: string;
	readonly well: boolean;
	/** What was found; when it is not well, also what to do. */
	readonly says: string;
}

const leastFreeBytes = 1_000_000_000;

/** Looks at everything that a running service needs, and advises on each thing that is not well. */
export function doctorCommand(): Command {
	return new Command("doctor")
		.description("check the installation, and say what to do about each fault")
		.option("--json", "print JSON")
		.action(doctor);
}

async function doctor({ json }: { json?: boolean }): Promise<void> {
	const findings = await findingsOf();
	if (json) console.log(JSON.stringify({ findings }, null, "\t"));
	else
		for (const { check, well, says } of findings)
			console.log(`${well ? "ok   " : "FAULT"}  ${check}: ${says}`);
	if (findings.some(({ well }) => !well)) process.exitCode = 1;
}

async function findingsOf(): Promise<Finding[]> {
	const node = await look("Node.js", async () => process.versions.node);
	let config: Config | undefined;
	const settings = await look("settings", async () => {
		config = loadConfig(environment());
		const lines = Object.keys(config.lines);
		return `${lines.length} ${lines.length === 1 ? "line" : "lines"} (${lines.join(", ")})`;
	});
	if (!config) return [node, settings];
	const known = config;
	return [
		node,
		settings,
		await look("data folder", () => dataFolder(known)),
		await look("database", () => database(known)),
		await look("accounts", () => accounts(known)),
		await look("rota files", () => rotaFiles(known)),
		await look("public address", () => publicAddress(known)),
		await look("carrier", () => carrier(known)),
	];
}

async function look(
	check: string,
	find: () => Promise<string>,
): Promise<Finding> {
	try {
		return { check, well: true, says: await find() };
	} catch (error) {
		return { check, well: false, says: plainWords(error) };
	}
}

async function dataFolder({ dataDir }: Config): Promise<string> {
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch {
		throw new SetupError(
			`${dataDir} cannot be read and written by this user: give the rights, or set DATA_DIR to another folder.`,
		);
	}
	const { bavail, bsize } = await statfs(dataDir);
	const free = `${Math.round((bavail * bsize) / 1e8) / 10} GB free`;
	if (bavail * bsize < leastFreeBytes)
		throw new SetupError(
			`${dataDir} has only ${free}: make room, recordings and the database need it.`,
		);
	return `${dataDir}, ${free}`;
}

async function database(config: Config): Promise<string> {
	const rotas = await withDatabase(({ database }) => newestRotas(database));
	const unpublished = Object.keys(config.lines).filter(
		(line) => !rotas.some((rota) => rota.line === line),
	);
	const where = config.databaseUrl ? "answers" : "the embedded one answers";
	return unpublished.length === 0
		? `${where}; every line has a rota`
		: `${where}; the next start publishes the rota of ${unpublished.join(", ")}`;
}

async function accounts(config: Config): Promise<string> {
	if (isDemo(config)) return "the demo, where anybody looks around as anybody";
	const people = await withDatabase(({ database }) =>
		allAccounts(database, { demo: false }),
	);
	const admins = people.filter(
		({ role, disabledAt }) => role === "admin" && !disabledAt,
	);
	if (admins.length === 0)
		throw new SetupError(
			"nobody can sign in to the console: make the first account with npx faultline admin create.",
		);
	const [first] = admins;
	return `${people.length} in all, ${admins.length} of them admin (${first?.email}${admins.length > 1 ? ", …" : ""})`;
}

async function rotaFiles({ schedulesDir, lines }: Config): Promise<string> {
	const names = await readdir(schedulesDir).catch(() => {
		throw new SetupError(
			`${schedulesDir} cannot be read: make it, or set SCHEDULES_DIR to the folder with the rotas.`,
		);
	});
	const files = names.filter((name) => /\.ya?ml$/.test(name));
	const counts = { errors: 0, warnings: 0 };
	for (const name of files) {
		const text = await readFile(join(schedulesDir, name), "utf8");
		for (const { severity } of checkRota(text, realClock.now()).problems)
			counts[severity === "error" ? "errors" : "warnings"] += 1;
	}
	const missing = Object.keys(lines).filter(
		(line) => !files.some((name) => name.replace(/\.ya?ml$/, "") === line),
	);
	const command = `npx faultline rota check ${join(schedulesDir, "FILE")} shows them`;
	if (counts.errors > 0)
		throw new SetupError(`${counts.errors} errors: ${command}.`);
	if (missing.length > 0)
		throw new SetupError(
			`no file for ${missing.join(", ")}: write ${join(schedulesDir, `${missing[0]}.yaml`)}.`,
		);
	return counts.warnings > 0
		? `no errors, ${counts.warnings} warnings (${command})`
		: "no errors, no warnings";
}

async function publicAddress(config: Config): Promise<string> {
	const { publicUrl } = config;
	if (config.carrier.kind === "twilio" && !publicUrl.startsWith("https:"))
		throw new SetupError(
			`${publicUrl} is not HTTPS, and the carrier will send callers' numbers there: set PUBLIC_URL to an https address.`,
		);
	const answer = await fetch(`${publicUrl}/healthz`, {
		signal: AbortSignal.timeout(5_000),
	}).catch(() => null);
	if (!answer?.ok)
		throw new SetupError(
			`${publicUrl} does not answer: start the service, and see that the address leads to its port ${config.port}.`,
		);
	return `${publicUrl} answers`;
}

async function carrier(config: Config): Promise<string> {
	if (config.carrier.kind === "built-in")
		return "the built-in phone network, which no real phone can reach";
	const results = await provision(carrierClient(config.carrier), config, {
		dryRun: true,
	}).catch((cause) => {
		throw new SetupError(
			`the carrier refuses (${(cause as Error).message}): correct TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.`,
			{ cause },
		);
	});
	const wrong = results.filter(({ kind }) => kind !== "right");
	if (wrong.length > 0)
		throw new SetupError(
			`calls to ${wrong.map(({ line }) => line.number).join(", ")} do not lead here yet: run npx faultline twilio provision.`,
		);
	return "the credentials are right, and every line's number leads here";
}
