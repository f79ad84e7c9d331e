import {
	advanceCall,
	rescueCall,
	withoutRecord,
} from "../../actions/advance-call.ts";
import {
	type ArrivingCall,
	answerCall,
	type CallAnswer,
	originOf,
} from "../../actions/answer-call.ts";
import { planOf } from "../../actions/call-plan.ts";
import { recordCall } from "../../actions/record-call.ts";
import { recordRecording } from "../../actions/record-recording.ts";
import type { Switchboard } from "../../actions/switchboard.ts";
import type { LineConfig } from "../../config.ts";
import type { Context } from "../../context.ts";
import { callerOf, e164Of } from "../../domain/call/caller.ts";
import type { CallOrigin } from "../../domain/call/origin.ts";
import type { CallEvent, CallState } from "../../domain/call/state.ts";
import { RequestError } from "../../errors.ts";
import { addressesOf, originIn, stateIn } from "./addresses.ts";
import { callerIsGone, legEnded } from "./outcomes.ts";
import { notOurs, originOfRequest } from "./steps.ts";
import { emptyTwiml, lastWordsTwiml, twimlOf } from "./twiml.ts";
import type { CarrierRequest, Handler } from "./webhooks.ts";

type CallHandlers = Readonly<
	Record<
		| "arrived"
		| "failed"
		| "ended"
		| "pressed"
		| "rung"
		| "recorded"
		| "recordingAnnounced",
		Handler
	>
>;

/** The webhooks of calls: what the carrier says is read here, decided in the actions, and written back as TwiML. */
export function callHandlers(ctx: Context, board: Switchboard): CallHandlers {
	const { publicUrl } = ctx.config;
	const twiml = ({ origin, instructions }: CallAnswer) =>
		twimlOf(instructions, addressesOf(publicUrl, origin));

	/** The call goes on with the next person, or at the very least hears what to do. */
	const inSpiteOf = (error: unknown, origin: CallOrigin, state: CallState) => {
		ctx.log.error(
			"A webhook failed, and the call goes on without it. Tell the developers.",
			{ call: origin.call, error: String(error), stack: stackOf(error) },
		);
		try {
			return twiml(withoutRecord(ctx, board, origin, state));
		} catch {
			return lastWordsTwiml;
		}
	};

	const advance =
		(eventOf: EventReader): Handler =>
		async (request) => {
			const origin = originOfRequest(ctx, request);
			const state = stateIn(request.path, request.query);
			if (!state || request.params.sid("CallSid", "CA") !== origin.call)
				throw notOurs();
			const event = eventOf(request, state, origin);
			try {
				return twiml(await advanceCall(ctx, board, origin, state, event));
			} catch (error) {
				return inSpiteOf(error, origin, state);
			}
		};

	return {
		async arrived(request) {
			const arriving = arrivingCall(ctx, request);
			try {
				return twiml(await answerCall(ctx, board, arriving));
			} catch (error) {
				const origin = originOf(ctx, board, arriving);
				const { language } = origin;
				return inSpiteOf(error, origin, { at: "arriving", language });
			}
		},

		async failed(request) {
			const arriving = arrivingCall(ctx, request);
			const address = request.params.optional("ErrorUrl");
			const failed = failedStep(ctx, address, arriving.call);
			// Our addresses carry the caller's number behind the "?". What is put on record here is there for ever.
			const url = address?.split(/[?#]/)[0] ?? null;
			const origin = failed?.origin ?? originOf(ctx, board, arriving);
			const state: CallState = failed?.state ?? {
				at: "arriving",
				language: origin.language,
			};
			const code = request.params.optional("ErrorCode");
			ctx.log.error(
				"The carrier could not get or follow an answer of ours and asked the fallback URL. The call goes on.",
				{ call: origin.call, code, url },
			);
			if (callerIsGone(request.params)) return emptyTwiml;
			try {
				const { result } = legEnded(request.params, () => false);
				const taken = result === "human";
				return twiml(
					await rescueCall(ctx, board, origin, state, { code, url, taken }),
				);
			} catch (error) {
				return inSpiteOf(error, origin, state);
			}
		},

		async ended(request) {
			const origin = originOf(ctx, board, arrivingCall(ctx, request));
			const status = request.params.required("CallStatus");
			await recordCall(ctx, board, origin, [
				{
					kind: "call-ended",
					status,
					seconds: request.params.count("CallDuration"),
				},
			]);
			return null;
		},

		pressed: advance(({ params }) => ({
			kind: "pressed",
			key: params.optional("Digits") || null,
			callerGone: callerIsGone(params),
		})),

		rung: advance(({ params }, state, origin) =>
			legEnded(
				params,
				() => board.wasTaken(origin.call) || !isScreened(ctx, origin, state),
			),
		),

		recorded: advance(({ params }) => ({
			kind: "recorded",
			seconds: params.count("RecordingDuration"),
			callerGone:
				params.optional("Digits") === "hangup" || callerIsGone(params),
		})),

		async recordingAnnounced(request) {
			const { params } = request;
			await recordRecording(ctx, board, originOfRequest(ctx, request), {
				sid: params.sid("RecordingSid", "RE"),
				status: params.optional("RecordingStatus") ?? "completed",
				seconds: params.count("RecordingDuration"),
			});
			return null;
		},
	};
}

type EventReader = (
	request: CarrierRequest,
	state: CallState,
	origin: CallOrigin,
) => CallEvent;

function isScreened(
	ctx: Context,
	origin: CallOrigin,
	state: CallState,
): boolean {
	const step = state.at === "ringing" ? state.step : -1;
	const people = planOf(ctx, origin).steps[step]?.people ?? [];
	// Nobody can tell any more: then a key was to be pressed.
	return people.length === 0 || people.some(({ screened }) => screened);
}

function arrivingCall(ctx: Context, { params }: CarrierRequest): ArrivingCall {
	const call = params.sid("CallSid", "CA");
	const caller = callerOf(params.required("From"));
	const called = e164Of(params.required("To"));
	if (called === null)
		throw new RequestError(400, "The parameter To is not a phone number.");
	return { call, caller, called, line: lineCalled(ctx, called) };
}

/** A number of ours that no line has is a mistake in the settings, and no reason to leave a caller alone: the first line takes it. */
function lineCalled(ctx: Context, called: string): LineConfig {
	const lines = Object.values(ctx.config.lines);
	const line = lines.find(({ number }) => number === called);
	if (line) return line;
	const [first] = lines;
	if (!first) throw new RequestError(404, "No line has this number.");
	ctx.log.error(
		`A call came to ${called}, which is no line's number: the line ${first.id} takes it. Put the number into config/service.yaml.`,
	);
	return first;
}

/** What failed, where that was one of our own steps of the same call. */
function failedStep(
	ctx: Context,
	url: string | null,
	call: string,
): { origin: CallOrigin; state: CallState } | null {
	const base = `${ctx.config.publicUrl}/twilio`;
	if (!url?.startsWith(`${base}/`)) return null;
	const [path = "", query = ""] = url.slice(base.length).split(/[?#]/);
	const search = new URLSearchParams(query);
	const origin = originIn(search);
	const state = stateIn(path, search);
	if (!origin || !state || origin.call !== call) return null;
	return ctx.config.lines[origin.line] ? { origin, state } : null;
}

function stackOf(error: unknown): string | undefined {
	return error instanceof Error ? error.stack : undefined;
}
