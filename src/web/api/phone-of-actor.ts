import type { Context } from "../../context.ts";
import type { Actor } from "../../domain/ticket/life.ts";

/** Whose phone rings when the actor wants to be put through: theirs on the rota of the ticket's line, else on any other. */
export function phoneOfActor(
	{ rotas }: Pick<Context, "rotas">,
	{ people }: Actor,
	line: string,
): Actor["people"][number] | null {
	const known = people.filter(
		(one) => rotas.current(one.line)?.rota.people[one.person],
	);
	return known.find((one) => one.line === line) ?? known[0] ?? null;
}
