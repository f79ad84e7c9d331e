import type { Input } from "../call.ts";
import { type Element, elementsIn } from "./document.ts";
import { wholeNumber } from "./grammar.ts";
import type { Next } from "./next.ts";
import type { Player } from "./player.ts";
import { play, say } from "./sound.ts";

type Gathered =
	| { readonly kind: "digits"; readonly digits: string }
	| { readonly kind: "speech"; readonly words: string }
	| { readonly kind: "nothing" };

/**
 * `<Gather>`: plays what is nested until the first key or word, then waits for more. Input goes to the action; without
 * any, the next verb runs, unless `actionOnEmptyResult` asks for the action all the same.
 */
export async function gather(player: Player, verb: Element): Promise<Next> {
	const { call } = player;
	const listening = new Listening(player, verb);
	call.onInput = (input) => listening.take(input);
	try {
		const prompts = playNested(player, verb, listening);
		prompts.catch(() => {});
		const problem = await call.guard(
			Promise.race([prompts, listening.began.then(() => undefined)]),
		);
		if (problem) return problem;
		listening.stopsPrompts = true;
		listening.waits();
		call.handset?.isAsked(call);
		const gathered = await call.guard(listening.ended);
		return afterwards(player, verb, gathered);
	} finally {
		listening.stopsPrompts = true;
		listening.stop();
		call.onInput = undefined;
	}
}

function afterwards(player: Player, verb: Element, gathered: Gathered): Next {
	if (gathered.kind === "digits") {
		return player.goTo(verb, { Digits: gathered.digits });
	}
	if (gathered.kind === "speech") {
		return player.goTo(verb, {
			SpeechResult: gathered.words,
			Confidence: "0.9",
			Language: verb.attributes.language ?? "en-US",
		});
	}
	return verb.attributes.actionOnEmptyResult === "true"
		? player.goTo(verb, { Digits: "" })
		: { kind: "next" };
}

/** Plays what is nested until somebody presses a key; hands back what makes it impossible. */
async function playNested(
	player: Player,
	verb: Element,
	listening: Listening,
): Promise<Next | undefined> {
	for (const child of elementsIn(verb)) {
		if (listening.stopsPrompts || player.call.isOver) return undefined;
		if (child.name === "Say") await say(player, child);
		else if (child.name === "Play") {
			const next = await play(player, child);
			if (next.kind === "failed") return next;
		} else await player.pauses(wholeNumber(child, "length", 1) * 1000);
	}
	return undefined;
}

/** Collects keys or words until there are enough, a finishing key comes, or nothing comes for too long. */
class Listening {
	stopsPrompts = false;
	readonly began: Promise<void>;
	readonly ended: Promise<Gathered>;
	readonly #player: Player;
	readonly #inputs: readonly string[];
	readonly #timeoutMs: number;
	readonly #mostDigits: number;
	readonly #finishOnKey: string;
	#digits = "";
	#isWaiting = false;
	#cancelTimeout = () => {};
	#begin = () => {};
	#end: (gathered: Gathered) => void = () => {};

	constructor(player: Player, verb: Element) {
		this.#player = player;
		this.#inputs = (verb.attributes.input ?? "dtmf").split(/\s+/);
		this.#timeoutMs = wholeNumber(verb, "timeout", 5) * 1000;
		this.#mostDigits = wholeNumber(verb, "numDigits", Infinity, 1);
		this.#finishOnKey = verb.attributes.finishOnKey ?? "#";
		this.began = new Promise((resolve) => {
			this.#begin = resolve;
		});
		this.ended = new Promise((resolve) => {
			this.#end = resolve;
		});
	}

	take(input: Input): void {
		this.stopsPrompts = true;
		this.#begin();
		if (input.kind === "speech") {
			if (this.#inputs.includes("speech") && this.#digits === "") {
				this.#end({ kind: "speech", words: input.words });
			}
			return;
		}
		if (!this.#inputs.includes("dtmf")) return;
		const finishes =
			this.#finishOnKey !== "" && this.#finishOnKey.includes(input.digit);
		if (!finishes) this.#digits += input.digit;
		if (finishes || this.#digits.length >= this.#mostDigits) this.#finish();
		else if (this.#isWaiting) this.waits();
	}

	/** Waits for the next key, from now. */
	waits(): void {
		this.#isWaiting = true;
		this.#cancelTimeout();
		this.#cancelTimeout = this.#player.carrier.clock.after(
			this.#timeoutMs,
			() => this.#finish(),
		);
	}

	stop(): void {
		this.#cancelTimeout();
	}

	#finish(): void {
		this.#end(
			this.#digits === ""
				? { kind: "nothing" }
				: { kind: "digits", digits: this.#digits },
		);
	}
}
