import { type Call, Interrupted } from "../call.ts";
import type { Recording } from "../recordings.ts";
import { newCall, ringOut } from "../ringing.ts";
import {
	callerShownBy,
	refusalFor,
	subscriptionOf,
	type Target,
	targetsOf,
} from "./dial-targets.ts";
import type { Element } from "./document.ts";
import { methodIn, wholeNumber } from "./grammar.ts";
import { ringingBufferSeconds } from "./limits.ts";
import type { Next } from "./next.ts";
import { Player } from "./player.ts";
import { finishRecording, recordingUrl, tellOfRecording } from "./record.ts";

/**
 * `<Dial>`: rings numbers, at once or one after the other, lets whoever answers hear the whisper, connects the first
 * who accepts, and turns to the action when that is over. The action is also told when the caller hangs up or is
 * redirected meanwhile, but what it answers then is not played.
 */
export async function dial(player: Player, verb: Element): Promise<Next> {
	if (verb.attributes.answerOnBridge !== "true") player.answers();
	const dialling = new Dialling(player, verb);
	try {
		await dialling.run();
	} catch (error) {
		if (!(error instanceof Interrupted)) throw error;
		dialling.breakOff();
		if (verb.attributes.action !== undefined) {
			player.tell(verb, dialling.actionParams());
		}
		throw error;
	}
	return verb.attributes.action === undefined
		? { kind: "next" }
		: player.goTo(verb, dialling.actionParams());
}

class Dialling {
	readonly #player: Player;
	readonly #verb: Element;
	readonly #children: Call[] = [];
	/** The leg that the action is told of: who was connected, else who answered, else who ended last. */
	#chosen: Call | undefined;
	#bridged = false;
	/** The connected leg was given other instructions and went on without us. */
	#takenAway = false;
	#recording: Recording | undefined;
	/** Stops everything that still rings as soon as somebody's answer counts. */
	#someoneCounts = false;

	constructor(player: Player, verb: Element) {
		this.#player = player;
		this.#verb = verb;
	}

	async run(): Promise<void> {
		const from = callerShownBy(this.#player, this.#verb);
		if (!from) {
			this.#player.warn(
				13214,
				`Dial: ${this.#verb.attributes.callerId ?? this.#player.call.from} may not be shown as caller`,
			);
			return;
		}
		const targets = targetsOf(this.#player, this.#verb);
		const accepted =
			this.#verb.attributes.sequential === "true"
				? await this.#oneAfterTheOther(targets, from)
				: await this.#allAtOnce(targets, from);
		if (accepted) await this.#connect(accepted);
	}

	/** Ends whatever still rings, listens or talks, because the parent leg is over or elsewhere. */
	breakOff(): void {
		for (const child of this.#children) endQuietly(child);
		this.#disconnect();
	}

	actionParams(): Record<string, string> {
		const chosen =
			this.#chosen ??
			this.#children.findLast((child) => child.answeredAt) ??
			this.#children.at(-1);
		const status = this.#status();
		return {
			DialCallStatus: status,
			DialBridged: String(this.#bridged),
			...(chosen ? { DialCallSid: chosen.sid } : {}),
			...(chosen && status === "completed" && !this.#takenAway
				? { DialCallDuration: String(chosen.durationSeconds) }
				: {}),
			...(this.#recording
				? { RecordingUrl: recordingUrl(this.#player, this.#recording) }
				: {}),
		};
	}

	/** How the dial ended. Where legs ended differently, the first of canceled, no-answer and busy speaks for all. */
	#status(): string {
		if (this.#children.some((child) => child.answeredAt)) return "completed";
		const ends = new Set<string>(this.#children.map((child) => child.status));
		const order = ["canceled", "no-answer", "busy"];
		return order.find((status) => ends.has(status)) ?? "failed";
	}

	async #oneAfterTheOther(
		targets: readonly Target[],
		from: string,
	): Promise<Call | undefined> {
		for (const target of targets) {
			const accepted = await this.#player.call.guard(
				this.#attempt(target, from),
			);
			if (accepted || this.#chosen?.answeredAt) return accepted;
		}
		return undefined;
	}

	async #allAtOnce(
		targets: readonly Target[],
		from: string,
	): Promise<Call | undefined> {
		const attempts = targets.map((target) => this.#attempt(target, from));
		const first = new Promise<Call | undefined>((resolve) => {
			for (const attempt of attempts) {
				attempt.then((call) => call && resolve(call)).catch(() => {});
			}
			Promise.all(attempts)
				.then(() => resolve(undefined))
				.catch(() => resolve(undefined));
		});
		return this.#player.call.guard(first);
	}

	/** Rings one number; the leg if somebody there accepts, undefined if it is over before. */
	async #attempt(target: Target, from: string): Promise<Call | undefined> {
		const { carrier, call: parent } = this.#player;
		const refusal = refusalFor(carrier, target.number);
		if (refusal) {
			carrier.debugger.error({ ...refusal, callSid: parent.sid });
			return undefined;
		}
		const child = newCall(carrier, {
			direction: "outbound-dial",
			from,
			to: target.number,
			parent,
			subscription: subscriptionOf(this.#player, target.element),
		});
		this.#children.push(child);
		const seconds =
			wholeNumber(this.#verb, "timeout", 30, 5, 600) + ringingBufferSeconds;
		const answered = await ringOut(carrier, child, seconds);
		if (!answered || this.#someoneCounts) return undefined;
		const digits = target.element?.attributes.sendDigits;
		if (digits) child.hear({ kind: "tones", digits });
		if (carrier.misbehave.siblingsEndOn === "answer") this.#counts(child);
		const accepted = await this.#whispered(child, target.element);
		if (!accepted || (this.#someoneCounts && this.#chosen !== child)) {
			endQuietly(child);
			return undefined;
		}
		this.#counts(child);
		return child;
	}

	/** From now on only this leg matters. */
	#counts(child: Call): void {
		this.#someoneCounts = true;
		this.#chosen = child;
		for (const other of this.#children) if (other !== child) endQuietly(other);
	}

	/** Whether the callee, having heard the whisper, is still there and did not hang up. */
	async #whispered(
		child: Call,
		element: Element | undefined,
	): Promise<boolean> {
		if (element?.attributes.url === undefined) return !child.isOver;
		const url = this.#player.optionalAddress(element, "url");
		if (url === undefined) return false;
		const ending = await new Player(this.#player.carrier, child, "whisper").run(
			{ kind: "url", url, method: methodIn(element) },
		);
		if (ending === "hung-up" || ending === "failed") child.end("completed");
		return ending === "done" && !child.isOver;
	}

	async #connect(child: Call): Promise<void> {
		const { call: parent, carrier } = this.#player;
		parent.answer();
		this.#bridged = true;
		join(parent, child);
		this.#startRecording();
		const limit = wholeNumber(this.#verb, "timeLimit", longestCallSeconds, 1);
		let hangUp = () => {};
		const ended = new Promise<void>((resolve) => {
			hangUp = resolve;
		});
		const cancel = carrier.clock.after(limit * 1000, hangUp);
		parent.onInput = (input) => {
			const isStar = input.kind === "digit" && input.digit === "*";
			if (isStar && this.#verb.attributes.hangupOnStar === "true") hangUp();
		};
		child.onTakenAway = () => {
			this.#takenAway = true;
			hangUp();
		};
		try {
			await parent.guard(Promise.race([ended, child.whenOver]));
		} finally {
			cancel();
			child.onTakenAway = undefined;
			parent.onInput = undefined;
		}
		if (!this.#takenAway) endQuietly(child);
		this.#disconnect();
	}

	#disconnect(): void {
		const { call: parent } = this.#player;
		if (parent.bridgedWith) part(parent, parent.bridgedWith);
		if (this.#recording?.status === "in-progress") {
			finishRecording(this.#player, this.#verb, this.#recording);
		}
	}

	#startRecording(): void {
		const { call: parent, carrier } = this.#player;
		const how = this.#verb.attributes.record ?? "do-not-record";
		if (!/^(true|record-from-(answer|ringing)(-dual)?)$/.test(how)) return;
		this.#recording = carrier.recordings.start({
			callSid: parent.sid,
			startedAt: carrier.clock.now(),
			source: "DialVerb",
			channels: how.endsWith("-dual") ? 2 : 1,
		});
		tellOfRecording(this.#player, this.#verb, this.#recording);
	}
}

/** Ends a leg from the network's side: completed if it was answered, canceled if it still rang. */
function endQuietly(child: Call): void {
	if (child.answeredAt) child.end("completed", 200);
	else child.end("canceled", 487);
}

function join(one: Call, other: Call): void {
	one.bridgedWith = other;
	other.bridgedWith = one;
	one.handset?.changed(one);
	other.handset?.changed(other);
}

function part(one: Call, other: Call): void {
	one.bridgedWith = undefined;
	other.bridgedWith = undefined;
	one.handset?.changed(one);
	other.handset?.changed(other);
}

const longestCallSeconds = 14_400;
