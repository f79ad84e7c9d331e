import { once } from "node:events";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { freePort } from "../support/free-port.ts";
import { Installation } from "./installation.ts";

const patience = 60_000;

let installation: Installation;
beforeEach(async () => {
	installation = await Installation.prepare();
}, patience);
afterEach(() => installation.remove(), patience);

/** What stands in the way, and the one sentence that says what to do about it. */
const faults: readonly [
	string,
	() => Promise<Record<string, string>> | Record<string, string>,
	RegExp,
][] = [
	[
		"a setting that makes no sense",
		() => ({ PORT: "http" }),
		/^PORT is "http", which is not a port: set it to a number from 1 to 65535\.\n$/,
	],
	[
		"no carrier in production",
		() => ({ NODE_ENV: "production" }),
		/^The carrier credentials are missing: set TWILIO_ACCOUNT_SID .*\n$/,
	],
	[
		"a data folder that is none",
		() => {
			const file = join(installation.folder, "a-file");
			writeFileSync(file, "");
			return { DATA_DIR: file };
		},
		/^The data folder .* is not a folder: set DATA_DIR to one\.\n$/,
	],
	[
		"a data folder below a file",
		() => {
			const file = join(installation.folder, "a-file");
			writeFileSync(file, "");
			return { DATA_DIR: join(file, "data") };
		},
		/^The data folder .* is not a folder: set DATA_DIR to one\.\n$/,
	],
	[
		"a data folder where none can be made",
		() => ({ DATA_DIR: "/proc/faultline/data" }),
		/^The data folder \/proc\/faultline\/data cannot be (made|read and written) .* set DATA_DIR to another folder\.\n$/,
	],
	[
		"a data folder that is none, the database being elsewhere",
		async () => {
			const file = join(installation.folder, "a-file");
			writeFileSync(file, "");
			return { DATA_DIR: file, ...(await silentServer()) };
		},
		/^The data folder .* is not a folder: set DATA_DIR to one\.\n$/,
	],
	[
		"a database that does not answer",
		async () => ({
			DATABASE_URL: `postgres://me@127.0.0.1:${await freePort()}/faultline`,
		}),
		/^The database at 127\.0\.0\.1:\d+ does not answer \(ECONNREFUSED\): see .*\n$/,
	],
	[
		"a database that takes the connection and says nothing",
		() => silentServer(),
		/^The database at 127\.0\.0\.1:\d+ does not answer \(.*\): see .*\n$/,
	],
	[
		"a mistyped key",
		() => {
			edit("config/service.yaml", (text) =>
				text.replace("joinMinutes", "joinMinuts"),
			);
			return {};
		},
		/^In .*service\.yaml: the key `joinMinuts` under lines\.fault-line is unknown: did you mean `joinMinutes`\? .*\n$/,
	],
	[
		"two lines with one number",
		() => {
			edit("config/service.yaml", (text) =>
				text.replace(
					"lines:\n",
					'lines:\n  other: { number: "+358942721234" }\n',
				),
			);
			return {};
		},
		/^In .*service\.yaml: other and fault-line have the same number .*\n$/,
	],
	[
		"a line without a rota",
		() => {
			rmSync(join(installation.folder, "schedules/fault-line.yaml"));
			return {};
		},
		/^The line fault-line has no rota: write .*fault-line\.yaml, .*\n$/,
	],
	[
		"the rota of a line that there is not",
		() => {
			const rotas = join(installation.folder, "schedules");
			renameSync(
				join(rotas, "fault-line.yaml"),
				join(rotas, "fault-lines.yaml"),
			);
			return {};
		},
		/^The rota .*fault-lines\.yaml is of a line `fault-lines` that is not in service\.yaml: rename it to fault-line\.yaml .*\n$/,
	],
	[
		"a rota in error",
		() => {
			edit("schedules/fault-line.yaml", (text) =>
				text.replace("fallback:", "fallbck:"),
			);
			return {};
		},
		/^The rota .*fault-line\.yaml is in error: .*fallbck.*\n$/,
	],
];

test.each(faults)(
	"%s ends the start with one sentence",
	async (_, prepare, sentence) => {
		const { code, out, err } = await installation.service(await prepare())
			.ended;
		expect(err).toMatch(sentence);
		expect({ code, out }).toEqual({ code: 1, out: "" });
		expect(installation.hasDatabaseRunning()).toBe(false);
	},
	patience,
);

test.each(["PORT", "PHONE_NETWORK_PORT"])(
	"a taken %s ends the start with one sentence",
	async (variable) => {
		const port = installation.environment[variable];
		const squatter = createServer().listen(Number(port));
		await once(squatter, "listening");
		const { code, err } = await installation.service().ended;
		squatter.close();
		expect(err).toBe(
			`Port ${port} is taken by another program: stop that program, or set ${variable} to another port.\n`,
		);
		expect(code).toBe(1);
	},
	patience,
);

test(
	"wrong usage of a command is exit code 2, and what is wrong is said once",
	async () => {
		const { code, out, err } = await installation.command(
			...["token", "create", "--name", "x", "--role", "emperor"],
		);
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).toContain("Allowed choices are technician, office");
	},
	patience,
);

function edit(path: string, change: (text: string) => string): void {
	const file = join(installation.folder, path);
	writeFileSync(file, change(readFileSync(file, "utf8")));
}

async function silentServer(): Promise<Record<string, string>> {
	const server = createServer().listen(0, "127.0.0.1").unref();
	await once(server, "listening");
	const address = server.address();
	const port = typeof address === "object" ? address?.port : 0;
	return { DATABASE_URL: `postgres://me@127.0.0.1:${port}/faultline` };
}
