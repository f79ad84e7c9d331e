import { type Input, Interrupted } from "../call.ts";
import { rfc2822 } from "../call-params.ts";
import type { Recording } from "../recordings.ts";
import type { Element } from "./document.ts";
import { methodIn, wholeNumber } from "./grammar.ts";
import type { Next } from "./next.ts";
import type { Player } from "./player.ts";

/**
 * `<Record>`: records after the beep until a finishing key, the longest length, silence or the caller's hang-up, then
 * turns to the action, which is told of a hang-up too. The file and its own callback come later.
 */
export async function record(player: Player, verb: Element): Promise<Next> {
	const { call, carrier } = player;
	if (verb.attributes.playBeep !== "false") call.hear({ kind: "beep" });
	const recording = carrier.recordings.start({
		callSid: call.sid,
		startedAt: carrier.clock.now(),
		source: "RecordVerb",
		channels: 1,
	});
	tellOfRecording(player, verb, recording);
	const taking = new Taking(player, verb, recording);
	try {
		const digits = await call.guard(taking.ended);
		finishRecording(player, verb, recording);
		return player.goTo(verb, recordedParams(player, recording, digits));
	} catch (error) {
		if (!(error instanceof Interrupted)) throw error;
		finishRecording(player, verb, recording);
		if (call.isOver) {
			player.tell(verb, recordedParams(player, recording, "hangup"));
		}
		throw error;
	} finally {
		taking.stop();
	}
}

/** Waits for the end of what is being said. */
class Taking {
	/** The key that ended it; empty for silence and the longest length. */
	readonly ended: Promise<string>;
	readonly #player: Player;
	readonly #recording: Recording;
	readonly #finishOnKey: string;
	readonly #silenceMs: number;
	readonly #cancelLongest: () => void;
	#cancelSilence = () => {};
	#end: (digits: string) => void = () => {};

	constructor(player: Player, verb: Element, recording: Recording) {
		const { clock } = player.carrier;
		this.#player = player;
		this.#recording = recording;
		this.#finishOnKey = verb.attributes.finishOnKey ?? "1234567890*#";
		this.#silenceMs = wholeNumber(verb, "timeout", 5) * 1000;
		this.ended = new Promise((resolve) => {
			this.#end = resolve;
		});
		this.#cancelLongest = clock.after(
			wholeNumber(verb, "maxLength", 3600, 1, 86_400) * 1000,
			() => this.#end(""),
		);
		player.call.onInput = (input) => this.#take(input);
		this.#awaitSilence();
	}

	stop(): void {
		this.#cancelLongest();
		this.#cancelSilence();
		this.#player.call.onInput = undefined;
	}

	#take(input: Input): void {
		if (input.kind === "speech") {
			this.#recording.words.push(input.words);
			this.#awaitSilence();
		} else if (this.#finishOnKey.includes(input.digit)) this.#end(input.digit);
	}

	/** Only a phone that keeps silent falls silent: a human at the phone is taken to be speaking. */
	#awaitSilence(): void {
		this.#cancelSilence();
		if (!this.#player.call.handset?.silent || this.#silenceMs === 0) return;
		this.#cancelSilence = this.#player.carrier.clock.after(
			this.#silenceMs,
			() => this.#end(""),
		);
	}
}

/** Ends the recording now; its file, and the callback that says so, come a little later. */
export function finishRecording(
	player: Player,
	verb: Element,
	recording: Recording,
): void {
	const { clock, settings } = player.carrier;
	const seconds = clock.now().diff(recording.startedAt).as("seconds");
	recording.seconds = Math.round(seconds);
	recording.status = "processing";
	clock.after(settings.recordingDelaySeconds * 1000, () => {
		recording.status = "completed";
		tellOfRecording(player, verb, recording);
	});
}

/** The address of a recording's sound. */
export function recordingUrl(player: Player, recording: Recording): string {
	const { url, accountSid } = player.carrier;
	return `${url}/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}`;
}

/** Tells the `recordingStatusCallback` of a verb what has become of its recording, if it asked to be told of that. */
export function tellOfRecording(
	player: Player,
	verb: Element,
	recording: Recording,
): void {
	const { carrier, call } = player;
	const wanted = verb.attributes.recordingStatusCallbackEvent ?? "completed";
	const { status } = recording;
	if (!wanted.split(/\s+/).includes(status)) return;
	const url = player.optionalAddress(verb, "recordingStatusCallback");
	if (url === undefined) return;
	carrier.callbacks.post(call.sid, {
		url,
		method: methodIn(verb, "recordingStatusCallbackMethod"),
		params: {
			AccountSid: carrier.accountSid,
			CallSid: call.sid,
			RecordingSid: recording.sid,
			RecordingUrl: recordingUrl(player, recording),
			RecordingStatus: status,
			RecordingDuration: String(recording.seconds),
			RecordingChannels: String(recording.channels),
			RecordingStartTime: rfc2822(recording.startedAt),
			RecordingSource: recording.source,
			RecordingTrack: "both",
		},
		channel: "voice",
		cookies: call.cookies,
	});
}

function recordedParams(
	player: Player,
	recording: Recording,
	digits: string,
): Record<string, string> {
	return {
		RecordingUrl: recordingUrl(player, recording),
		RecordingDuration: String(recording.seconds),
		Digits: digits,
	};
}
