import { Command, Option } from "commander";
import { version } from "./rota-publish.ts";
import { printJson } from "./rota-words.ts";

/** Lists every version of a line's rota: who, when, why. */
export function versionsCommand(): Command {
	return new Command("versions")
		.description("list every version of a line's rota")
		.argument("<line>", "id of the line")
		.addOption(new Option("--json", "print JSON"))
		.action(async (line: string, asked: { json?: boolean }) => {
			const { rotaVersions } = await import("../database/rotas.ts");
			const { withDatabase } = await import("./database.ts");
			const versions = await withDatabase(({ database }) =>
				rotaVersions(database, line),
			);
			if (asked.json)
				printJson(
					versions.map(({ version, publishedAt, publishedBy, note }) => ({
						version,
						publishedAt: publishedAt.toISOString(),
						publishedBy,
						note,
					})),
				);
			else
				for (const { version, publishedAt, publishedBy, note } of versions)
					console.log(
						`${String(version).padStart(4)}  ${publishedAt.toISOString().slice(0, 16)}Z  ${publishedBy}${note ? `: ${note}` : ""}`,
					);
			if (versions.length > 0) return;
			if (!asked.json) console.error(`The line ${line} has no published rota.`);
			process.exitCode = 1;
		});
}

/** Publishes an older version again, as a new one. */
export function restoreCommand(): Command {
	return new Command("restore")
		.description("publish an older version of a line's rota again")
		.argument("<line>", "id of the line")
		.argument("<version>", "number of the version", version)
		.option("--reason <text>", "why, which also accepts the warnings")
		.addOption(new Option("--json", "print JSON"))
		.action(
			async (
				line: string,
				number: number,
				asked: { reason?: string; json?: boolean },
			) => {
				const { newestRota, rotaVersion } = await import(
					"../database/rotas.ts"
				);
				const { withDatabase } = await import("./database.ts");
				const { publishAndTell } = await import("./rota-published.ts");
				await withDatabase(async (ctx) => {
					const newest = await newestRota(ctx.database, line);
					const found = await rotaVersion(ctx.database, line, number);
					if (!newest || !found) {
						console.error(`The line ${line} has no version ${number}.`);
						process.exitCode = 1;
						return;
					}
					await publishAndTell(
						ctx,
						{ rota: found.rota, basedOn: newest.version },
						asked,
					);
				});
			},
		);
}
