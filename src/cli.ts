import { existsSync, readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { enteredFrom } from "./database/audit.ts";
import { plainWords } from "./errors.ts";

/** Each noun's commands are loaded only when they are asked for: a look into a rota needs no database. */
const nouns: Readonly<Record<string, () => Promise<Command>>> = {
	start: async () =>
		new Command("start")
			.description("start the service, as `npm start` does")
			.action(async () => (await import("./run-service.ts")).runService()),
	rota: async () => (await import("./cli/rota.ts")).rotaCommand(),
	swap: async () => (await import("./cli/swap.ts")).swapCommand(),
	absence: async () => (await import("./cli/absence.ts")).absenceCommand(),
	fairness: async () => (await import("./cli/fairness.ts")).fairnessCommand(),
	pay: async () => (await import("./cli/fairness.ts")).payCommand(),
	audit: async () => (await import("./cli/audit.ts")).auditCommand(),
	calls: async () => (await import("./cli/calls.ts")).callsCommand(),
	token: async () => (await import("./cli/token.ts")).tokenCommand(),
	admin: async () => (await import("./cli/admin.ts")).adminCommand(),
	"sign-in": async () => (await import("./cli/sign-in.ts")).signInCommand(),
	twilio: async () => (await import("./cli/twilio.ts")).twilioCommand(),
	doctor: async () => (await import("./cli/doctor.ts")).doctorCommand(),
	backup: async () => (await import("./cli/backup.ts")).backupCommand(),
	restore: async () => (await import("./cli/backup.ts")).restoreCommand(),
};

const versionFlags = ["-V", "--version"];

/**
 * Runs one command line. Exit code 0: all is well; 1: the answer is that something is wrong, said in one sentence;
 * 2: the command line itself is wrong.
 */
export async function runCommand(argv: readonly string[]): Promise<void> {
	const program = new Command("faultline")
		.description("one phone number for faults, the same at any hour")
		.version(versionOfPackage(), versionFlags.join(", "), "print the version")
		// Or the version asked for by `rota export` would be taken for this one.
		.enablePositionalOptions()
		.showHelpAfterError("(add --help to see how it is used)");
	const [first = ""] = argv.slice(2);
	const noun = Object.hasOwn(nouns, first) ? nouns[first] : undefined;
	const others = versionFlags.includes(first) ? [] : Object.values(nouns);
	const asked = noun ? [noun] : others;
	for (const load of asked) program.addCommand(await load());
	throwUsageErrors(program);
	try {
		await enteredFrom({ origin: commandLine(), account: null }, () =>
			program.parseAsync(argv),
		);
	} catch (error) {
		process.exitCode = exitCodeOf(error);
	}
}

/** Where what a command enters comes from: whose session of the machine it is. */
function commandLine(): string {
	try {
		return `command line: ${userInfo().username}`;
	} catch {
		// A container's user may have a number and no name.
		return "command line";
	}
}

/** The package's own file stands beside `src` as well as above what is built from it. */
function versionOfPackage(): string {
	for (const above of ["..", "../.."]) {
		const file = join(import.meta.dirname, above, "package.json");
		if (!existsSync(file)) continue;
		const { version } = JSON.parse(readFileSync(file, "utf8")) as {
			version: string;
		};
		return version;
	}
	return "unknown";
}

function exitCodeOf(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
	console.error(plainWords(error));
	return 1;
}

/** Commander would end the process itself, with 1. */
function throwUsageErrors(command: Command): void {
	command.exitOverride();
	for (const each of command.commands) throwUsageErrors(each);
}
