import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { addConfirmation } from "../database/duty-confirmations.ts";
import { type DutyTold, dutyTold } from "../database/duty-notices.ts";
import { addOutgoing } from "../database/messages.ts";
import {
	type DutyNotice,
	noticesDue,
	type PlannedNotice,
} from "../domain/duty-notice/due.ts";
import type { NoticeText } from "../domain/duty-notice/texts.ts";
import {
	beginsText,
	gapText,
	overText,
	reminderText,
} from "../domain/duty-notice/texts.ts";
import type { Language } from "../domain/language.ts";
import {
	aboutDuty,
	contactOfPerson,
	dutyMessage,
	type LineDuties,
	officeContacts,
	personOf,
} from "./line-duties.ts";

/**
 * Tells what is due now: who has a shift tomorrow, who has the duty from now on and who no longer has it, that nobody has it; and begins
 * to ask by phone. May be asked any number of times: what was told is not told again.
 */
export async function giveDutyNotices(
	ctx: Context,
	duties: LineDuties,
): Promise<void> {
	const { settings, now, shifts } = duties;
	const due = noticesDue(shifts, settings, now);
	if (due.length === 0) return;
	await ctx.database.transaction(async (transaction) => {
		const told = await dutyTold(ctx.database, duties.line.id, transaction);
		for (const planned of due) {
			if (isNeedless(planned, told, duties)) continue;
			await give(ctx, transaction, duties, planned.notice);
		}
	});
}

/** A reminder waits until the news of a change is out, and is left out when that news has just said the same. */
function isNeedless(
	{ at, notice }: PlannedNotice,
	told: readonly DutyTold[],
	{ now }: LineDuties,
): boolean {
	if (notice.kind !== "reminder" || told.length === 0) return false;
	const { person, duty, start } = notice.shift;
	const known = told
		.find((one) => one.person === person)
		?.shifts.find(
			(one) => one.duty === duty && Date.parse(one.start) === start.toMillis(),
		);
	if (!known) return now < start.minus({ minutes: 30 });
	return known.toldAt !== null && Date.parse(known.toldAt) >= at.toMillis();
}

async function give(
	ctx: Context,
	transaction: Transaction,
	duties: LineDuties,
	notice: DutyNotice,
): Promise<void> {
	const { kind, shift } = notice;
	if (kind === "confirm") {
		// A desk phone has nobody beside it outside office hours, and inside them it needs no asking.
		if (personOf(duties, shift.person)?.answers === "directly") return;
		const { duty, person, start, end } = shift;
		const asked = { line: duties.line.id, duty, person, start, end };
		await addConfirmation(ctx.database, transaction, asked);
		return;
	}
	const contacts =
		kind === "gap"
			? officeContacts(ctx, duties, null)
			: [contactOfPerson(ctx, duties, notice.shift.person)];
	const at = (kind === "over" ? shift.end : shift.start)?.toMillis();
	for (const contact of contacts) {
		if (!contact) continue;
		const whom = kind === "gap" ? contact.to : notice.shift.person;
		const message = dutyMessage(
			duties,
			contact,
			textOf(ctx, duties, notice, contact.language),
			{ purpose: kind, key: `${shift.duty}:${whom}:${at}` },
		);
		await addOutgoing(ctx.database, transaction, message);
	}
}

function textOf(
	ctx: Context,
	duties: LineDuties,
	notice: Exclude<DutyNotice, { kind: "confirm" }>,
	language: Language,
): NoticeText {
	const { kind, shift } = notice;
	const name = (id: string | null) => personOf(duties, id)?.name ?? id;
	const about = aboutDuty(
		ctx,
		duties,
		shift.duty,
		kind === "gap" ? "notices" : "own",
	);
	switch (kind) {
		case "reminder":
			return reminderText(about, shift, language);
		case "begins": {
			const before = name(notice.before);
			return beginsText(about, { end: shift.end, before }, language);
		}
		case "over":
			return overText(about, name(notice.after), language);
		case "gap": {
			const before = name(notice.before) ?? "";
			return gapText(about, { end: shift.end, before }, language);
		}
	}
}
