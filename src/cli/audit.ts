import { Command, InvalidArgumentError } from "commander";
import { DateTime } from "luxon";
import { actionInWords, actionsOf } from "../domain/audit/actions.ts";
import {
	type AuditKind,
	type AuditView,
	auditKinds,
} from "../domain/audit/entry.ts";
import { readLocalDate } from "../domain/rota/wall-clock.ts";
import { type CommandContext, withDatabase } from "./database.ts";
import { printJson } from "./rota-words.ts";

/** What was done is on record: look for it, and see that nobody has changed it. */
export function auditCommand(): Command {
	const command = new Command("audit").description(
		"who did what, and whether the record of it still holds",
	);
	for (const each of [verifyCommand(), searchCommand()])
		command.addCommand(each);
	return command;
}

interface VerifyAsked {
	readonly head?: string;
	readonly json?: boolean;
}

function verifyCommand(): Command {
	return new Command("verify")
		.description(
			"work every seal out again; exits with 1 when anything was changed past the service",
		)
		.option(
			"--head <hash>",
			"a seal that you kept: it must still be there",
			hash,
		)
		.option("--json", "print JSON")
		.action(async (asked: VerifyAsked) => {
			await withDatabase((ctx) => verify(ctx, asked));
		});
}

async function verify(
	ctx: CommandContext,
	{ head, json }: VerifyAsked,
): Promise<void> {
	const { verifyAudit } = await import("../actions/verify-audit.ts");
	const { lateInWords, tamperingInWords } = await import(
		"../domain/audit/verification.ts"
	);
	const verified = await verifyAudit(ctx, { head: head ?? null });
	if (!verified.isIntact) process.exitCode = 1;
	if (json) return printJson(verified);
	const { entries, rotas, calls, waiting, late, lateOnes = [] } = verified;
	const counted = `${entries} entries, ${rotas} versions of rotas, ${calls} calls, head ${verified.head ?? "none yet"}`;
	if (!verified.isIntact) {
		for (const one of verified.found)
			console.error(`${tamperingInWords(one).en}.`);
		console.error(
			`tampered: ${verified.tamperings} found in ${counted}. Compare with a backup, and see who may sign in to the database.`,
		);
		return;
	}
	console.log(`intact: ${counted}`);
	if (waiting > 0) console.log(`${waiting} wait for the next seal.`);
	if (late > 0)
		console.log(
			`${late} things about calls were put on record later than they happened, as after an outage: ${lateOnes.map((one) => lateInWords(one).en).join(", ")}${late > lateOnes.length ? " and more" : ""}. Calls that came late are compared with the carrier again by night.`,
		);
	if (!verified.comparedWithFile)
		console.log(
			"There is no audit-heads.log in DATA_DIR to compare with: a chain that was made anew as a whole would not be found out.",
		);
}

interface SearchAsked {
	readonly who?: string;
	readonly what?: AuditKind;
	readonly about?: string;
	readonly from?: string;
	readonly to?: string;
	readonly text?: string;
	readonly limit: number;
	readonly json?: boolean;
}

function searchCommand(): Command {
	return new Command("search")
		.description("look for what was done, newest first")
		.option("--who <name>", "who did it: a name or a part of one")
		.option("--what <kind>", `one of ${auditKinds.join(", ")}`, kind)
		.option("--about <id>", "a ticket's number, a line, an account's id")
		.option("--from <date>", "from this day, UTC", date)
		.option("--to <date>", "up to and with this day, UTC", date)
		.option("--text <words>", "words, or their beginnings, anywhere")
		.option("--limit <count>", "at most so many", count, 50)
		.option("--json", "print JSON")
		.action(async (asked: SearchAsked) => {
			await withDatabase((ctx) => search(ctx, asked));
		});
}

async function search(
	{ database }: CommandContext,
	asked: SearchAsked,
): Promise<void> {
	const { findEntries } = await import("../database/audit-search.ts");
	const { auditView } = await import("../domain/audit/view.ts");
	const { who, what, about, from, to, text, limit } = asked;
	const found = await findEntries(
		database,
		{
			...{ actor: who, subject: about, text },
			...(what && { actions: actionsOf(what) }),
			...(from && { from: DateTime.fromISO(from, { zone: "utc" }) }),
			...(to && {
				to: DateTime.fromISO(to, { zone: "utc" }).plus({ days: 1 }),
			}),
		},
		{ after: null, limit },
	);
	const entries = found.map(auditView);
	if (asked.json) return printJson(entries);
	for (const entry of entries) console.log(lineOf(entry));
	if (entries.length === 0) console.log("Nothing fits.");
}

function lineOf(entry: AuditView): string {
	const { at, actor, action, subject, reason, origin } = entry;
	return [
		at.slice(0, 19).replace("T", " "),
		`${actor} ${actionInWords(action).en}`,
		`${subject.kind} ${subject.id}`,
		...(reason ? [`because: ${reason}`] : []),
		...(origin ? [`from: ${origin}`] : []),
	].join("  ");
}

function hash(value: string): string {
	if (!/^[0-9a-f]{64}$/i.test(value))
		throw new InvalidArgumentError("Give a hash of 64 hexadecimal digits.");
	return value;
}

function kind(value: string): AuditKind {
	const found = auditKinds.find((each) => each === value);
	if (!found)
		throw new InvalidArgumentError(`Give one of ${auditKinds.join(", ")}.`);
	return found;
}

function date(value: string): string {
	if (readLocalDate(value) === null)
		throw new InvalidArgumentError("Give a date such as 2026-12-24.");
	return value;
}

function count(value: string): number {
	if (!/^[1-9]\d{0,3}$/.test(value))
		throw new InvalidArgumentError("Give a number from 1 to 9999.");
	return Number(value);
}
