import { Command, Option } from "commander";
import { placesNaming } from "../domain/rota/edits/places-naming.ts";
import { withPersonReplaced } from "../domain/rota/edits/replace-person.ts";
import { withDatabase } from "./database.ts";
import type { PublishAsked } from "./rota-published.ts";

interface ReplaceAsked extends PublishAsked {
	readonly by?: string;
	readonly drop?: boolean;
}

/** Takes a person out of a line's rota, with another in every place to come or with nobody, and publishes that. */
export function replaceCommand(): Command {
	return new Command("replace")
		.description("put another in all the places that name a person")
		.argument("<line>", "id of the line")
		.argument("<person>", "id of the person who leaves")
		.addOption(
			new Option("--by <id>", "who comes in their place").conflicts("drop"),
		)
		.option("--drop", "nobody comes: drop the places where that can be")
		.option("--reason <text>", "why, which also accepts the warnings")
		.addOption(new Option("--json", "print JSON"))
		.action(
			async (
				line: string,
				person: string,
				asked: ReplaceAsked,
				command: Command,
			) => {
				const { by = null } = asked;
				if (by === null && !asked.drop)
					command.error(
						"Say who comes in their place with --by, or that nobody does with --drop.",
						{ exitCode: 2 },
					);
				await withDatabase(async (ctx) => {
					const { newestRota } = await import("../database/rotas.ts");
					const { publishAndTell } = await import("./rota-published.ts");
					const newest = await newestRota(ctx.database, line);
					if (!newest) return refuse(`The line ${line} has no published rota.`);
					const { rota, version } = newest;
					for (const id of by === null ? [person] : [person, by])
						if (!Object.hasOwn(rota.people, id) || by === person)
							return refuse(
								`The rota has no ${by === person ? "other person" : "person"} ${id}: it has ${Object.keys(rota.people).join(", ")}.`,
							);
					if (!asked.json)
						for (const { says, where } of placesNaming(rota, person))
							console.log(`${where}  ${says.en}`);
					const now = ctx.clock.now();
					await publishAndTell(
						ctx,
						{
							rota: withPersonReplaced(rota, person, by, now),
							basedOn: version,
						},
						asked,
					);
				});
			},
		);
}

function refuse(sentence: string): void {
	console.error(sentence);
	process.exitCode = 1;
}
