import { createHash } from "node:crypto";
import { Command, InvalidArgumentError, Option } from "commander";
import type { Clock } from "../context.ts";
import type { Rota } from "../domain/rota/rota.ts";
import { checkRota } from "../rota-document/read-rota.ts";
import { writeRota } from "../rota-document/write-rota.ts";
import { type Asked, fileText } from "./rota-files.ts";
import { printJson, printProblems, problemsAsJson } from "./rota-words.ts";

/** Publishes a file as the next version of its line. Warnings are accepted only with a reason. */
export function importCommand(clock: Clock): Command {
	return new Command("import")
		.description("publish a rota as the next version of its line")
		.argument("<file>", "the rota, YAML or JSON")
		.option("--reason <text>", "why, which also accepts the warnings")
		.addOption(new Option("--json", "print JSON"))
		.action(
			async (
				file: string,
				asked: Asked & { reason?: string },
				command: Command,
			) => {
				const text = fileText(file, command);
				const { rota, problems } = checkRota(text, clock.now());
				if (rota && (problems.length === 0 || asked.reason?.trim()))
					return publish(rota, text, asked);
				if (asked.json) printJson({ problems: problemsAsJson(problems) });
				else {
					printProblems(problems, rota);
					console.error(
						rota
							? "\nNot published: say why it is right all the same with --reason TEXT."
							: "\nNot published: correct the errors first.",
					);
				}
				process.exitCode = 1;
			},
		);
}

async function publish(
	rota: Rota,
	text: string,
	asked: Asked & { reason?: string },
): Promise<void> {
	const { publishAndTell } = await import("./rota-published.ts");
	const { withDatabase } = await import("./database.ts");
	const sourceDigest = createHash("sha256").update(text).digest("hex");
	await withDatabase((ctx) =>
		publishAndTell(ctx, { rota, sourceDigest }, asked),
	);
}
/** Prints the published rota of a line, the newest or a given version. */
export function exportCommand(): Command {
	return new Command("export")
		.description("print the published rota of a line as YAML")
		.argument("<line>", "id of the line")
		.option("--version <number>", "an older version than the newest", version)
		.addOption(new Option("--json", "print JSON"))
		.action(async (line: string, asked: Asked & { version?: number }) => {
			const { newestRota, rotaVersion } = await import("../database/rotas.ts");
			const { withDatabase } = await import("./database.ts");
			const found = await withDatabase(({ database }) =>
				asked.version === undefined
					? newestRota(database, line)
					: rotaVersion(database, line, asked.version),
			);
			if (found && asked.json) printJson(found.rota);
			else if (found) process.stdout.write(writeRota(found.rota));
			else {
				console.error(
					asked.version === undefined
						? `The line ${line} has no published rota: \`faultline rota import FILE\` publishes one.`
						: `The line ${line} has no version ${asked.version}.`,
				);
				process.exitCode = 1;
			}
		});
}

/** A version's number as an argument of a command. */
export function version(value: string): number {
	if (!/^[1-9]\d{0,8}$/.test(value))
		throw new InvalidArgumentError("Give the number of a version, from 1.");
	return Number(value);
}
