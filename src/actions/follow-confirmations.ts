import { DateTime } from "luxon";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import {
	type Confirmation,
	lockConfirmation,
	openConfirmations,
	saveTry,
	settleConfirmation,
} from "../database/duty-confirmations.ts";
import { nextTry } from "../domain/duty-notice/confirm-call.ts";
import { alarmOfDuty, carrierFailed, settle } from "./alarm-of-duty.ts";
import { type LineDuties, shiftStarting } from "./line-duties.ts";

/** A shift that has gone on for so long without an answer is not asked about any more. */
const latestTry = { minutes: 30 };

/** Sees to everybody who is asked whether they have their duty: rings, rings again, alarms the office, and does so until somebody answers. */
export async function followConfirmations(
	ctx: Context,
	duties: LineDuties,
): Promise<void> {
	const { database } = ctx;
	for (const { id } of await openConfirmations(database, duties.line.id))
		await database.transaction(async (transaction) => {
			const confirmation = await lockConfirmation(database, transaction, id);
			if (confirmation) await follow(ctx, transaction, duties, confirmation);
		});
}

async function follow(
	ctx: Context,
	transaction: Transaction,
	duties: LineDuties,
	confirmation: Confirmation,
): Promise<void> {
	const { database } = ctx;
	const { id, state, acknowledgedAt, alarmedAt } = confirmation;
	const { now } = duties;
	if (acknowledgedAt) return;
	if (!isStillTheirs(duties, confirmation)) {
		await settleConfirmation(database, transaction, id, "withdrawn", now);
		return;
	}
	if (state === "asked") {
		const step = stepFor(confirmation, now);
		if (step === "ring")
			await saveTry(database, transaction, confirmation, now);
		if (step === "give-up")
			await giveUp(ctx, transaction, duties, confirmation);
		return;
	}
	if (state !== "declined" && state !== "unanswered") return;
	const minutes = duties.line.alarmMinutes;
	const last = alarmedAt && DateTime.fromJSDate(alarmedAt);
	if (!last || now >= last.plus({ minutes }))
		await alarmOfDuty(
			ctx,
			transaction,
			duties,
			confirmation,
			becauseOf(confirmation),
		);
}

/** Nobody said yes or no, however often they were rung: the office has to see to it. */
export async function giveUp(
	ctx: Context,
	transaction: Transaction,
	duties: LineDuties,
	confirmation: Confirmation,
): Promise<void> {
	await settle(ctx, transaction, confirmation, "unanswered", {
		actor: `line:${confirmation.line}`,
		at: duties.now,
	});
	const because = becauseOf(confirmation);
	await alarmOfDuty(ctx, transaction, duties, confirmation, because);
}

function becauseOf({ state, outcome }: Confirmation) {
	if (state === "declined") return "declined";
	return outcome?.startsWith(carrierFailed) ? carrierFailed : "unanswered";
}

function stepFor(
	{ tries, rungAt, outcome, startsAt }: Confirmation,
	now: DateTime,
) {
	if (now > DateTime.fromJSDate(startsAt).plus(latestTry)) return "give-up";
	const rung = rungAt && DateTime.fromJSDate(rungAt);
	return nextTry({ tries, rungAt: rung, outcome }, now);
}

/** The shift stands as it was asked about, and is not over; one that began long ago is out of sight, and no longer theirs to confirm. */
function isStillTheirs(
	duties: LineDuties,
	{ duty, person, startsAt }: Confirmation,
): boolean {
	const start = startsAt.getTime();
	const shift = shiftStarting(duties, { duty, person, start });
	if (!shift || shift.startsBefore) return false;
	return shift.end === null || shift.end > duties.now;
}
