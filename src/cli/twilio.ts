import { Command } from "commander";
import { loadConfig } from "../config.ts";
import { environment } from "../environment.ts";
import { SetupError } from "../errors.ts";
import { carrierClient } from "../telephony/twilio/client.ts";
import { type Provisioned, provision } from "../telephony/twilio/provision.ts";

/** The account at the carrier. */
export function twilioCommand(): Command {
	const command = new Command("twilio").description(
		"the account at the carrier",
	);
	command
		.command("provision")
		.description("have the carrier bring the lines' calls and messages here")
		.option("--dry-run", "only show what would change")
		.action(provisionNumbers);
	return command;
}

async function provisionNumbers({ dryRun = false }: { dryRun?: boolean }) {
	const config = loadConfig(environment());
	if (config.carrier.kind !== "twilio")
		throw new SetupError(
			"There is no carrier to set up: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
		);
	if (!config.publicUrl.startsWith("https://") && !config.carrier.apiUrl)
		throw new SetupError(
			`The carrier cannot reach ${config.publicUrl}: set PUBLIC_URL to the https address that leads here.`,
		);
	const results = await provision(carrierClient(config.carrier), config, {
		dryRun,
	}).catch((cause) => {
		throw new SetupError(
			`The carrier does not do as asked (${(cause as Error).message}): see that TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are right.`,
			{ cause },
		);
	});
	for (const result of results)
		for (const sentence of sentencesFor(result, dryRun)) console.log(sentence);
	if (results.some(({ kind }) => kind === "missing" || kind === "taken"))
		process.exitCode = 1;
}

function sentencesFor(result: Provisioned, dryRun: boolean): string[] {
	const { id, number } = result.line;
	switch (result.kind) {
		case "missing":
			return [
				`${id} ${number}: the account has no such number. Buy or move it there, or correct config/service.yaml.`,
			];
		case "taken":
			return [
				`${id} ${number}: calls go to ${result.by}. Take the number out of it in the carrier's console.`,
			];
		case "right":
			return [`${id} ${number}: all is as it should be.`];
		case "changed":
			return [
				`${id} ${number}: ${dryRun ? "would be set" : "set"}`,
				...result.changes.map(
					({ setting, before, after }) =>
						`  ${setting}: ${before || "(nothing)"} -> ${after}`,
				),
			];
	}
}
