import type { DateTime } from "luxon";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import {
	type Confirmation,
	type ConfirmationState,
	saveAlarmRound,
	settleConfirmation,
} from "../database/duty-confirmations.ts";
import { addOutgoing } from "../database/messages.ts";
import {
	confirmedAfterAllText,
	type Unconfirmed,
	unconfirmedText,
} from "../domain/duty-notice/confirm-texts.ts";
import type { NoticeText } from "../domain/duty-notice/texts.ts";
import type { Language } from "../domain/language.ts";
import {
	aboutDuty,
	dutyMessage,
	type LineDuties,
	officeContacts,
	personOf,
} from "./line-duties.ts";

/** What the carrier's refusal of a call is kept as; what it said follows. */
export const carrierFailed = "carrier-failed";

/** Ends the asking with an answer or the lack of one, and says so in the audit log. */
export async function settle(
	ctx: Context,
	transaction: Transaction,
	confirmation: Confirmation,
	state: ConfirmationState,
	by: { readonly actor: string; readonly at: DateTime },
): Promise<void> {
	const { database } = ctx;
	await settleConfirmation(
		database,
		transaction,
		confirmation.id,
		state,
		by.at,
	);
	await auditEntry(database, transaction, {
		...by,
		action: `duty-${state}`,
		subject: dutySubject(confirmation),
		before: { state: confirmation.state },
		after: { state, tries: confirmation.tries },
	});
}

/** The shift that a confirmation is about, as audit entries name it. */
export function dutySubject({ line, duty, startsAt }: Confirmation) {
	return { kind: "duty", id: `${line}/${duty}/${startsAt.toISOString()}` };
}

/** Tells the office that nobody has said to have the duty; one more round of it. */
export async function alarmOfDuty(
	ctx: Context,
	transaction: Transaction,
	duties: LineDuties,
	confirmation: Confirmation,
	because: Unconfirmed["because"],
): Promise<void> {
	const person = personOf(duties, confirmation.person);
	const round = confirmation.alarmRound + 1;
	const outcome = confirmation.outcome ?? "";
	const who: Unconfirmed = {
		name: person?.name ?? confirmation.person,
		phone: person?.phone ?? "",
		start: startOf(confirmation, duties),
		because,
		error: outcome.startsWith(carrierFailed)
			? outcome.slice(carrierFailed.length + 2)
			: null,
	};
	await tellOffice(ctx, transaction, duties, confirmation, {
		purpose: "alarm",
		round,
		text: (about, language) => unconfirmedText(about, who, language),
	});
	const { database } = ctx;
	const { id } = confirmation;
	await saveAlarmRound(database, transaction, id, round, duties.now);
}

/** Tells those who were alarmed that it is well after all; nothing when nobody was. */
export async function endAlarmOfDuty(
	ctx: Context,
	transaction: Transaction,
	duties: LineDuties,
	confirmation: Confirmation,
): Promise<void> {
	if (confirmation.alarmRound === 0) return;
	const name =
		personOf(duties, confirmation.person)?.name ?? confirmation.person;
	const start = startOf(confirmation, duties);
	await tellOffice(ctx, transaction, duties, confirmation, {
		purpose: "alarm-over",
		round: 0,
		text: (about, language) =>
			confirmedAfterAllText(about, { name, start }, language),
	});
}

async function tellOffice(
	ctx: Context,
	transaction: Transaction,
	duties: LineDuties,
	{ id, duty, person }: Confirmation,
	told: {
		readonly purpose: string;
		readonly round: number;
		readonly text: (
			about: ReturnType<typeof aboutDuty>,
			language: Language,
		) => NoticeText;
	},
): Promise<void> {
	const about = aboutDuty(ctx, duties, duty, "notices");
	for (const contact of officeContacts(ctx, duties, person)) {
		const text = told.text(about, contact.language);
		const key = `${id}:${told.round}:${contact.to}`;
		const message = dutyMessage(duties, contact, text, {
			purpose: told.purpose,
			key,
		});
		await addOutgoing(ctx.database, transaction, message);
	}
}

function startOf({ startsAt }: Confirmation, { now }: LineDuties): DateTime {
	return now.plus(startsAt.getTime() - now.toMillis());
}
