import { Command, Option } from "commander";
import { createToken } from "../actions/create-token.ts";
import { revokeToken } from "../actions/revoke-token.ts";
import { apiTokens } from "../database/tokens.ts";
import { type Role, roles } from "../domain/role.ts";
import { withDatabase } from "./database.ts";

/** Keys to the API: make, list, revoke. */
export function tokenCommand(): Command {
	const command = new Command("token").description("keys to the API");
	command
		.command("create")
		.description("make a token and print it; it cannot be shown again")
		.requiredOption("--name <name>", "what or who will use it")
		.addOption(
			new Option("--role <role>", "what it may do")
				.choices(roles)
				.makeOptionMandatory(),
		)
		.action(create);
	command
		.command("list")
		.description("show every token's name and role, never the token")
		.option("--json", "print JSON")
		.action(list);
	command
		.command("revoke")
		.description("take the tokens of this name out of use, at once")
		.requiredOption("--name <name>", "the token's name")
		.action(revoke);
	return command;
}

async function create({ name, role }: { name: string; role: Role }) {
	const { secret } = await withDatabase((ctx) =>
		createToken(ctx, { name, role, by: "command line" }),
	);
	console.log(secret);
}

async function list({ json }: { json?: boolean }) {
	const tokens = await withDatabase(({ database }) => apiTokens(database));
	if (json) {
		console.log(JSON.stringify(tokens, null, "\t"));
		return;
	}
	for (const { name, role, createdAt, revokedAt } of tokens) {
		const since = `since ${createdAt.toISOString().slice(0, 10)}`;
		const until = revokedAt
			? `, revoked ${revokedAt.toISOString().slice(0, 10)}`
			: "";
		console.log(`${name}  ${role}  ${since}${until}`);
	}
	if (tokens.length === 0)
		console.log(
			"No tokens yet. `faultline token create --name NAME --role ROLE` makes one.",
		);
}

async function revoke({ name }: { name: string }) {
	const answer = await withDatabase((ctx) =>
		revokeToken(ctx, { name, by: "command line" }),
	);
	if (answer.kind === "revoked") {
		console.log(
			answer.tokens === 1
				? `The token ${name} no longer works.`
				: `${answer.tokens} tokens named ${name} no longer work.`,
		);
		return;
	}
	console.error(
		`No token in use is named ${name}: \`faultline token list\` shows them.`,
	);
	process.exitCode = 1;
}
