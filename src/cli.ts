import { Command, CommanderError } from "commander";
import { plainWords } from "./errors.ts";

/** Each noun's commands are loaded only when they are asked for: a look into a rota needs no database. */
const nouns: Readonly<Record<string, () => Promise<Command>>> = {
	start: async () =>
		new Command("start")
			.description("start the service, as `npm start` does")
			.action(async () => (await import("./run-service.ts")).runService()),
	rota: async () => (await import("./cli/rota.ts")).rotaCommand(),
	token: async () => (await import("./cli/token.ts")).tokenCommand(),
	"sign-in": async () => (await import("./cli/sign-in.ts")).signInCommand(),
	twilio: async () => (await import("./cli/twilio.ts")).twilioCommand(),
	doctor: async () => (await import("./cli/doctor.ts")).doctorCommand(),
	backup: async () => (await import("./cli/backup.ts")).backupCommand(),
	restore: async () => (await import("./cli/backup.ts")).restoreCommand(),
};

/**
 * Runs one command line. Exit code 0: all is well; 1: the answer is that something is wrong, said in one sentence;
 * 2: the command line itself is wrong.
 */
export async function runCommand(argv: readonly string[]): Promise<void> {
	const program = new Command("faultline")
		.description("one phone number for faults, the same at any hour")
		.showHelpAfterError("(add --help to see how it is used)");
	const noun = nouns[argv[2] ?? ""];
	const asked = noun ? [noun] : Object.values(nouns);
	for (const load of asked) program.addCommand(await load());
	throwUsageErrors(program);
	try {
		await program.parseAsync(argv);
	} catch (error) {
		process.exitCode = exitCodeOf(error);
	}
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
