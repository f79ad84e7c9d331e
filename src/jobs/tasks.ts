import type { Task, TaskList } from "graphile-worker";
import { askPriceOfMessage } from "../actions/ask-price-of-message.ts";
import { deleteRecording } from "../actions/delete-recording.ts";
import { endForgottenCalls } from "../actions/end-forgotten-calls.ts";
import { eraseBytes } from "../actions/erase-bytes.ts";
import { expireSwaps } from "../actions/expire-swaps.ts";
import { fetchCalendar } from "../actions/fetch-calendar.ts";
import { fetchCalendars } from "../actions/fetch-calendars.ts";
import { followUpCall } from "../actions/follow-up-call.ts";
import { forgetLinks } from "../actions/forget-links.ts";
import { giveUpRecording, keepRecording } from "../actions/keep-recording.ts";
import { verifyAndKeep } from "../actions/keep-verification.ts";
import { mailResetLink } from "../actions/mail-account-link.ts";
import { passOnMessage } from "../actions/pass-on-message.ts";
import { raiseAlarm } from "../actions/raise-alarm.ts";
import { reconcileCalls } from "../actions/reconcile-calls.ts";
import { refreshTicketSearch } from "../actions/refresh-ticket-search.ts";
import { remindOfOverdue } from "../actions/remind-of-overdue.ts";
import { remindOfTicket } from "../actions/remind-of-ticket.ts";
import { removeLostFiles } from "../actions/remove-lost-files.ts";
import { ringForDuty } from "../actions/ring-for-duty.ts";
import { sealAudit, sealWhenDue } from "../actions/seal-audit.ts";
import { seeToDuties } from "../actions/see-to-duties.ts";
import { seeToFailedMessage } from "../actions/see-to-failed-message.ts";
import { giveUpMessage, sendMessage } from "../actions/send-message.ts";
import { tellOfShiftChanges } from "../actions/tell-of-shift-changes.ts";
import { tellOfSwap } from "../actions/tell-of-swap.ts";
import type { Context } from "../context.ts";
import { enteredFrom } from "../database/audit.ts";
import { textIn, textsIn } from "./payload.ts";

/**
 * Every task of the service: name, and what a job of it does. A job may run twice, so each is idempotent; one that throws is tried
 * again, later each time.
 */
export function taskList(ctx: Context): TaskList {
	return Object.fromEntries(
		Object.entries(tasksOf(ctx)).map(([name, task]): [string, Task] => [
			name,
			(payload, helpers) =>
				enteredFrom({ origin: originOf(name), account: null }, () =>
					task?.(payload, helpers),
				),
		]),
	);
}

/** What somebody wrote to the line is theirs, though a job reads it. */
function originOf(task: string): string {
	return task === "pass-on-message" ? "text message" : `job: ${task}`;
}

function tasksOf(ctx: Context): TaskList {
	return {
		"follow-up-call": (payload) => followUpCall(ctx, textIn(payload, "call")),

		"refresh-ticket-search": (payload) =>
			refreshTicketSearch(ctx, textIn(payload, "property")),

		"raise-alarm": (payload) =>
			raiseAlarm(ctx, {
				number: textIn(payload, "ticket"),
				of: (payload as { of?: string }).of ?? null,
				round: Number((payload as { round?: unknown }).round ?? 1),
			}),

		"remind-of-ticket": (payload) =>
			remindOfTicket(ctx, {
				number: textIn(payload, "ticket"),
				round: Number((payload as { round?: unknown }).round),
				revision: Number((payload as { revision?: unknown }).revision),
			}),

		"remind-of-overdue": () => remindOfOverdue(ctx),

		"send-message": async (payload, { job }) => {
			const message = textIn(payload, "message");
			try {
				await sendMessage(ctx, message);
			} catch (error) {
				if (job.attempts >= job.max_attempts) await giveUpMessage(ctx, message);
				throw error;
			}
		},

		"see-to-failed-message": (payload) =>
			seeToFailedMessage(
				ctx,
				textIn(payload, "message"),
				Number((payload as { attempt?: unknown }).attempt),
			),

		"ask-price-of-message": (payload) =>
			askPriceOfMessage(ctx, textIn(payload, "message")),

		"pass-on-message": (payload) =>
			passOnMessage(ctx, textIn(payload, "message")),

		"keep-recording": async (payload, { job }) => {
			const recording = textIn(payload, "recording");
			try {
				await keepRecording(ctx, recording);
			} catch (error) {
				if (job.attempts >= job.max_attempts)
					await giveUpRecording(ctx, recording);
				throw error;
			}
		},

		"delete-recording": (payload) =>
			deleteRecording(ctx, textIn(payload, "recording")),

		"erase-bytes": (payload) =>
			eraseBytes(ctx, {
				recordings: textsIn(payload, "recordings"),
				files: textsIn(payload, "files"),
			}),

		"mail-reset-link": (payload) =>
			mailResetLink(ctx, textIn(payload, "email")),

		"fetch-calendar": (payload) =>
			fetchCalendar(ctx, textIn(payload, "calendar")),

		"fetch-calendars": () => fetchCalendars(ctx),

		"end-forgotten-calls": () => endForgottenCalls(ctx),

		"tell-of-swap": (payload) =>
			tellOfSwap(
				ctx,
				textIn(payload, "swap"),
				Number((payload as { step?: unknown }).step),
			),

		"seal-audit": (payload) =>
			(payload as { whole?: unknown }).whole === true
				? sealAudit(ctx, { whole: true }).then(() => {})
				: sealWhenDue(ctx),

		"verify-audit": () => verifyAndKeep(ctx),

		"reconcile-calls": (payload) =>
			reconcileCalls(ctx, {
				day: (payload as { day?: string }).day ?? null,
			}),

		"remove-lost-files": () => removeLostFiles(ctx),

		"forget-links": () => forgetLinks(ctx),

		"expire-swaps": () => expireSwaps(ctx),

		"see-to-duties": () => seeToDuties(ctx),

		"tell-of-shift-changes": (payload) =>
			tellOfShiftChanges(ctx, textIn(payload, "line")),

		"ring-for-duty": (payload) =>
			ringForDuty(
				ctx,
				textIn(payload, "confirmation"),
				Number((payload as { try?: unknown }).try),
			),
	};
}

/** When tasks run by themselves, as crontab lines. */
export const crontab = [
	"*/10 * * * * end-forgotten-calls",
	"*/15 * * * * fetch-calendars",
	"*/5 * * * * expire-swaps ?max=1",
	"*/5 * * * * remind-of-overdue ?max=1&jobKey=remind-of-overdue",
	"41 3 * * * remove-lost-files ?max=1",
	"11 * * * * forget-links ?max=1",
	"* * * * * seal-audit ?id=seal-audit&max=1&jobKey=seal-audit",
	"41 2 * * * seal-audit ?id=seal-whole-audit&jobKey=seal-whole-audit {whole:true}",
	"51 2 * * * verify-audit ?fill=1d&jobKey=verify-audit",
	"17 3 * * * reconcile-calls ?id=reconcile-at-night&fill=1d&jobKey=reconcile-calls",
	"17 6 * * * reconcile-calls ?id=reconcile-in-the-morning&jobKey=reconcile-calls",
	"* * * * * see-to-duties ?max=1&jobKey=see-to-duties",
].join("\n");
