import { createAccount } from "./actions/create-account.ts";
import { isDemo } from "./config.ts";
import type { Context } from "./context.ts";
import { allAccounts } from "./database/accounts.ts";
import type { Language } from "./domain/language.ts";
import type { Role } from "./domain/role.ts";

/** One of each role; those who are in the example rota have its addresses. */
const people: readonly {
	readonly name: string;
	readonly email: string;
	readonly role: Role;
	readonly language: Language;
}[] = [
	{
		name: "Kalle Korhonen",
		email: "kalle@example.org",
		role: "technician",
		language: "fi",
	},
	{
		name: "Liisa Lind",
		email: "liisa@example.org",
		role: "technician",
		language: "sv",
	},
	{
		name: "Aino Virtanen",
		email: "aino@example.org",
		role: "office",
		language: "fi",
	},
	{
		name: "Maija Laine",
		email: "maija@example.org",
		role: "planner",
		language: "fi",
	},
	{
		name: "Ritva Mäkelä",
		email: "ritva@example.org",
		role: "manager",
		language: "fi",
	},
	{
		name: "Timo Saarinen",
		email: "timo@example.org",
		role: "admin",
		language: "fi",
	},
];

/** Gives the demonstration its people, at its first start; whoever was taken out later stays out. */
export async function createDemoAccounts(
	ctx: Pick<Context, "config" | "database" | "clock">,
): Promise<void> {
	if (!isDemo(ctx.config)) return;
	const there = await allAccounts(ctx.database, { demo: true });
	if (there.length > 0) return;
	for (const person of people)
		await createAccount(ctx, { ...person, isDemo: true, by: "first start" });
}
