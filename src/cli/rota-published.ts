import {
	type PublishedOrRefused,
	publishRota,
} from "../actions/publish-rota.ts";
import type { Rota } from "../domain/rota/rota.ts";
import type { CommandContext } from "./database.ts";
import { printJson, printProblems, problemsAsJson } from "./rota-words.ts";

interface ToPublish {
	readonly rota: Rota;
	readonly basedOn?: number;
	readonly sourceDigest?: string;
}

/** How a command may be asked to publish. */
export interface PublishAsked {
	/** Why, which also accepts the warnings. */
	readonly reason?: string;
	readonly json?: boolean;
}

/** Publishes as the command line, and prints what came of it; a refusal sets exit code 1. */
export async function publishAndTell(
	ctx: CommandContext,
	given: ToPublish,
	{ reason, json }: PublishAsked,
): Promise<void> {
	const { line } = given.rota;
	if (!Object.hasOwn(ctx.config.lines, line)) {
		console.error(
			`There is no line ${line}: add it to service.yaml, or correct \`line\` in the rota.`,
		);
		process.exitCode = 1;
		return;
	}
	const answer = await publishRota(ctx, {
		...given,
		by: "command line",
		...(reason?.trim() && { reason: reason.trim() }),
	});
	if (answer.kind === "refused") tellRefusal(answer, given.rota, json);
	else if (json)
		printJson({
			line,
			version: answer.version,
			problems: problemsAsJson(answer.warnings),
		});
	else {
		console.log(`Published version ${answer.version} of ${line}.`);
		const accepted = answer.warnings.length;
		if (accepted > 0)
			console.log(
				accepted === 1
					? "The accepted warning is on record."
					: `${accepted} accepted warnings are on record.`,
			);
	}
}

function tellRefusal(
	refused: Extract<PublishedOrRefused, { kind: "refused" }>,
	rota: Rota,
	json: boolean | undefined,
): void {
	process.exitCode = 1;
	if (refused.because === "published-meanwhile") {
		console.error(
			`Version ${refused.newest} was published meanwhile: look at it and try again.`,
		);
		return;
	}
	if (json) {
		printJson({ problems: problemsAsJson(refused.problems) });
		return;
	}
	printProblems(refused.problems, rota);
	console.error(
		refused.because === "errors"
			? "\nNot published: correct the errors first."
			: "\nNot published: say why it is right all the same with --reason TEXT.",
	);
}
