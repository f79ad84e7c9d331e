import { text } from "node:stream/consumers";
import { Command, Option } from "commander";
import { createAccount } from "../actions/create-account.ts";
import { createAccountLink } from "../actions/create-account-link.ts";
import { setPasswordByLink } from "../actions/reset-password.ts";
import { allAccounts } from "../database/accounts.ts";
import { stateOf } from "../domain/account/account.ts";
import { emailOf } from "../domain/account/email.ts";
import {
	type PasswordProblem,
	problemWithPassword,
} from "../domain/account/password.ts";
import { type Language, languages } from "../domain/language.ts";
import { SetupError } from "../errors.ts";
import { type CommandContext, withDatabase } from "./database.ts";

/** The people who keep the accounts of all others: make one, list them. */
export function adminCommand(): Command {
	const command = new Command("admin").description(
		"those who keep everybody's accounts",
	);
	command
		.command("create")
		.description(
			"make an admin, and print a link to set the password with, once, within 7 days",
		)
		.requiredOption("--email <address>", "their e-mail address")
		.requiredOption("--name <name>", "their name")
		.addOption(
			new Option("--language <language>", "of their mail")
				.choices(languages)
				.default("en"),
		)
		.option("--password-stdin", "read the password instead of making a link")
		.action(create);
	command
		.command("list")
		.description("show every admin")
		.option("--json", "print JSON")
		.action(list);
	return command;
}

interface Asked {
	readonly email: string;
	readonly name: string;
	readonly language: Language;
	readonly passwordStdin?: true;
}

async function create(asked: Asked): Promise<void> {
	const { passwordStdin, ...admin } = asked;
	if (emailOf(admin.email) === null)
		throw new SetupError(
			`"${admin.email}" is not an e-mail address: give one such as maija@example.org.`,
		);
	const password = passwordStdin ? await passwordFromInput(admin) : null;
	console.log(
		await withDatabase((ctx) =>
			password === null ? invite(ctx, admin) : createWith(ctx, admin, password),
		),
	);
}

async function invite(ctx: CommandContext, admin: Asked): Promise<string> {
	return (await linkFor(ctx, admin)).url;
}

async function createWith(
	ctx: CommandContext,
	admin: Asked,
	password: string,
): Promise<string> {
	const { url } = await linkFor(ctx, admin);
	const secret = url.slice(url.lastIndexOf("/") + 1);
	const set = await setPasswordByLink(ctx, {
		...{ secret, password, purpose: "invitation" },
		alongside: async () => null,
	});
	if (set.kind === "refused")
		throw new Error("the account was made, but its password was not set");
	return `${admin.name} can sign in at ${ctx.config.publicUrl}/sign-in`;
}

async function linkFor(ctx: CommandContext, admin: Asked) {
	const by = "command line";
	const created = await createAccount(ctx, { ...admin, role: "admin", by });
	if (created.kind === "refused")
		throw new SetupError(
			`${admin.email} has an account already: an admin can give it another role, and \`npx faultline sign-in --email ${admin.email}\` opens it.`,
		);
	const link = await createAccountLink(ctx, {
		...{ id: created.id, purpose: "invitation", by },
	});
	if (link.kind === "refused")
		throw new Error("a new account was refused its invitation");
	return link;
}

async function passwordFromInput(admin: Asked): Promise<string> {
	const password = (await text(process.stdin)).replace(/\r?\n$/, "");
	const problem = problemWithPassword(password, admin);
	if (problem) throw new SetupError(problemWords[problem]);
	return password;
}

const problemWords: Readonly<Record<PasswordProblem, string>> = {
	"too-short": "The password needs at least 12 characters: choose another.",
	"too-long": "The password can have at most 256 characters: choose another.",
	"too-common":
		"Passwords like this are among the first to be tried: choose another.",
	"names-you":
		"The password is mostly the admin's name or address: choose another.",
};

async function list({ json }: { json?: true }): Promise<void> {
	const admins = await withDatabase(async ({ database, config }) =>
		(await allAccounts(database, { demo: !config.production })).filter(
			({ role }) => role === "admin",
		),
	);
	const shown = admins.map((admin) => ({
		email: admin.email,
		name: admin.name,
		state: stateOf(admin),
		secondFactor: admin.secondFactorSince !== null,
		...(admin.isDemo && { demo: true }),
	}));
	if (json) {
		console.log(JSON.stringify(shown, null, "\t"));
		return;
	}
	for (const { email, name, state, secondFactor, demo } of shown) {
		const factor = secondFactor ? "second factor on" : "no second factor yet";
		console.log([email, name, state, demo ? "of the demo" : factor].join("  "));
	}
	if (shown.length === 0)
		console.log(
			"No admin yet. `faultline admin create --email ADDRESS --name NAME` makes one.",
		);
}
