import { DateTime } from "luxon";
import type { Context } from "../context.ts";
import {
	type Confirmation,
	lockConfirmation,
	saveOutcome,
} from "../database/duty-confirmations.ts";
import { ringSeconds } from "../domain/duty-notice/confirm-call.ts";
import { alarmOfDuty, carrierFailed } from "./alarm-of-duty.ts";
import { type DutyCall, dutyCallUrl } from "./duty-call.ts";
import { type LineDuties, lineDuties, personOf } from "./line-duties.ts";

/**
 * Rings somebody about the shift that they have next. For each try one call is made at most: should it get lost, the next try
 * finds out. A carrier that does not place it is a line that may be broken, so the office hears of it at once.
 */
export async function ringForDuty(
	ctx: Context,
	id: string,
	tries: number,
): Promise<void> {
	const { database } = ctx;
	const confirmation = await database.transaction((transaction) =>
		lockConfirmation(database, transaction, id),
	);
	if (confirmation?.state !== "asked" || confirmation.tries !== tries) return;
	const duties = await lineDuties(ctx, confirmation.line);
	if (!duties) return;
	const failure = await ring(ctx, duties, confirmation);
	if (!failure) return;
	ctx.log.error(
		`The carrier did not place a call of the line ${confirmation.line} (${failure}). The office is told.`,
		{ duty: confirmation.duty },
	);
	await database.transaction(async (transaction) => {
		const outcome = `${carrierFailed}: ${failure}`;
		await saveOutcome(database, transaction, id, {
			...{ tries, outcome, callSid: null },
		});
		const failed = await lockConfirmation(database, transaction, id);
		if (failed?.state === "asked")
			await alarmOfDuty(ctx, transaction, duties, failed, carrierFailed);
	});
}

/** What went wrong, or null. */
async function ring(
	ctx: Context,
	duties: LineDuties,
	confirmation: Confirmation,
): Promise<string | null> {
	const person = personOf(duties, confirmation.person);
	if (!person) return null;
	const { publicUrl } = ctx.config;
	const zone = duties.rota.zone;
	const call: DutyCall = {
		...{ id: confirmation.id, tries: confirmation.tries },
		...{ line: confirmation.line, duty: confirmation.duty },
		start: DateTime.fromJSDate(confirmation.startsAt, { zone }),
		end:
			confirmation.endsAt && DateTime.fromJSDate(confirmation.endsAt, { zone }),
		language: person.language ?? duties.line.language,
	};
	try {
		await ctx.carrier.calls.create({
			to: person.phone,
			from: duties.line.number,
			url: dutyCallUrl(publicUrl, "answered", call),
			statusCallback: dutyCallUrl(publicUrl, "ended", call),
			statusCallbackEvent: ["completed"],
			// The carrier adds 5 s of its own. Source: Twilio, "Call resource", Timeout.
			timeout: ringSeconds - 5,
		});
		return null;
	} catch (error) {
		const { code, message } = error as { code?: unknown; message?: string };
		return `${code ?? ""} ${message ?? ""}`.trim().slice(0, 120);
	}
}
