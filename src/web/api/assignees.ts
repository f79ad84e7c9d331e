import { z } from "zod";
import { isDemo } from "../../config.ts";
import type { Context } from "../../context.ts";
import { allAccounts } from "../../database/accounts.ts";
import type { Assignee } from "../../domain/ticket/ticket.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { line } from "./rotas.ts";
import { assignee, namedShapes } from "./shapes.ts";

const assignees = z
	.object({ assignees: z.array(assignee) })
	.register(namedShapes, { id: "Assignees" });

export const assigneesEndpoint = jsonEndpoint({
	path: "/assignees",
	summary:
		"Who can be given a ticket of the line: the people of its rota, then the accounts of everybody else",
	permission: "edit tickets",
	query: { line },
	answers: assignees,
	handle: async (ctx, { query }) => ({
		assignees: await assigneesOf(ctx, query.line),
	}),
});

async function assigneesOf(
	{ database, rotas, config }: Context,
	line: string,
): Promise<Assignee[]> {
	const people = Object.entries(rotas.current(line)?.rota.people ?? {});
	const onRota = new Set(people.map(([, one]) => one.email?.toLowerCase()));
	const everybody = await allAccounts(database, { demo: isDemo(config) });
	const accounts = everybody.filter(
		({ disabledAt, email }) => !disabledAt && !onRota.has(email),
	);
	const byName = (one: Assignee, other: Assignee) =>
		one.name.localeCompare(other.name);
	return [
		...people
			.map(([person, { name }]) => ({ person, account: null, name }))
			.sort(byName),
		...accounts
			.map(({ id, name }) => ({ person: null, account: id, name }))
			.sort(byName),
	];
}
