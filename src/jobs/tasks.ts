import type { TaskList } from "graphile-worker";
import { deleteRecording } from "../actions/delete-recording.ts";
import { endForgottenCalls } from "../actions/end-forgotten-calls.ts";
import { followUpCall } from "../actions/follow-up-call.ts";
import { giveUpRecording, keepRecording } from "../actions/keep-recording.ts";
import { passOnMessage } from "../actions/pass-on-message.ts";
import { raiseAlarm } from "../actions/raise-alarm.ts";
import { sendMessage } from "../actions/send-message.ts";
import type { Context } from "../context.ts";
import { textIn } from "./payload.ts";

/**
 * Every task of the service: name, and what a job of it does. A job may run twice, so each is idempotent; one that throws is tried
 * again, later each time.
 */
export function taskList(ctx: Context): TaskList {
	return {
		"follow-up-call": (payload) => followUpCall(ctx, textIn(payload, "call")),

		"raise-alarm": (payload) =>
			raiseAlarm(
				ctx,
				textIn(payload, "ticket"),
				Number((payload as { round?: unknown }).round ?? 1),
			),

		"send-message": (payload) => sendMessage(ctx, textIn(payload, "message")),

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

		"end-forgotten-calls": () => endForgottenCalls(ctx),
	};
}

/** When tasks run by themselves, as crontab lines. */
export const crontab = "*/10 * * * * end-forgotten-calls";
