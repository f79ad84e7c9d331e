import { type Call, Interrupted, type Source } from "../call.ts";
import { callParams } from "../call-params.ts";
import type { Carrier } from "../carrier.ts";
import { dial } from "./dial.ts";
import type { Element } from "./document.ts";
import { documentFrom } from "./document-from.ts";
import { gather } from "./gather.ts";
import {
	instructionsIn,
	methodIn,
	type Stage,
	wholeNumber,
} from "./grammar.ts";
import { failed, type Next } from "./next.ts";
import { record } from "./record.ts";
import { play, say } from "./sound.ts";

/** How a run of instructions ended: they were done, said to hang up, failed for good, or the leg was over before. */
export type Ending = "done" | "hung-up" | "failed" | "over";

/** Plays the instructions of one leg, document after document. */
export class Player {
	readonly carrier: Carrier;
	readonly call: Call;
	readonly stage: Stage;
	/** Where the current document came from; undefined for inline ones, which have no address. */
	documentUrl: string | undefined;
	#documentsInARow = 0;
	#lastDocumentAt = -1;

	constructor(carrier: Carrier, call: Call, stage: "call" | "whisper") {
		this.carrier = carrier;
		this.call = call;
		this.stage = stage;
	}

	/** Plays from `start` until there is nothing more to play; ends the leg where the instructions say so. */
	async run(start: Source): Promise<Ending> {
		let source: Source | undefined = start;
		this.call.playing = true;
		try {
			while (source) {
				const next: Next = await this.#document(source).catch((error) => {
					if (!(error instanceof Interrupted)) throw error;
					return this.#afterInterruption();
				});
				if (next.kind === "failed") source = this.#fallback(next, source);
				else if (next.kind === "go") source = next.to;
				else return this.#over() ?? (next.kind === "next" ? "done" : "hung-up");
			}
			return this.#over() ?? "failed";
		} finally {
			this.call.playing = false;
			this.call.onPlayedOut?.();
		}
	}

	/** Waits so many milliseconds of network time. */
	async pauses(ms: number): Promise<void> {
		if (ms <= 0) return;
		let cancel = () => {};
		const passed = new Promise<void>((resolve) => {
			cancel = this.carrier.clock.after(ms, resolve);
		});
		try {
			await this.call.guard(passed);
		} finally {
			cancel();
		}
	}

	/** The address in an attribute, made absolute; `failed` if it is relative and this document has no address. */
	address(
		element: Element,
		name: string,
	): { readonly kind: "address"; readonly url: string } | Next {
		const given = element.attributes[name] ?? this.documentUrl ?? "";
		if (URL.canParse(given, this.documentUrl)) {
			return {
				kind: "address",
				url: new URL(given, this.documentUrl).href,
			};
		}
		return {
			kind: "failed",
			code: 11100,
			message: `Invalid URL format: <${element.name} ${name}="${given}"> must be absolute in a document that has no address of its own`,
		};
	}

	/** The address in an attribute that may be absent; one that cannot be called is warned of and left out. */
	optionalAddress(element: Element, name: string): string | undefined {
		if (element.attributes[name] === undefined) return undefined;
		const address = this.address(element, name);
		if (address.kind === "address") return address.url;
		if (address.kind === "failed") this.warn(address.code, address.message);
		return undefined;
	}

	/** Goes on with what the `action` of a verb answers. */
	goTo(element: Element, params: Readonly<Record<string, string>>): Next {
		const action = this.address(element, "action");
		if (action.kind !== "address") return action;
		return {
			kind: "go",
			to: { kind: "url", url: action.url, method: methodIn(element), params },
		};
	}

	/** Tells the `action` of a verb how it ended, though the answer will not be played: the leg is over or elsewhere. */
	tell(element: Element, params: Readonly<Record<string, string>>): void {
		const action = this.address(element, "action");
		if (action.kind !== "address") return;
		this.carrier.callbacks.post(this.call.sid, {
			url: action.url,
			method: methodIn(element),
			params: { ...callParams(this.carrier.accountSid, this.call), ...params },
			channel: "voice",
			cookies: this.call.cookies,
		});
	}

	/** Takes an incoming call, if it has not been taken yet. */
	answers(): void {
		this.call.answer();
	}

	warn(code: number, message: string): void {
		this.carrier.debugger.warning({ code, message, ...this.#where() });
	}

	#afterInterruption(): Next {
		const to = this.call.takeRedirection();
		return to && !this.call.isOver ? { kind: "go", to } : { kind: "hang-up" };
	}

	#over(): Ending | undefined {
		return this.call.isOver ? "over" : undefined;
	}

	async #document(source: Source): Promise<Next> {
		if (this.#isGoingInCircles()) {
			return failed(
				11200,
				"The call asks for one document after another and no time passes; it goes in circles",
			);
		}
		const found =
			source.kind === "inline"
				? { kind: "twiml" as const, twiml: source.twiml }
				: await documentFrom(this, source);
		if (found.kind !== "twiml") return found;
		this.documentUrl = source.kind === "inline" ? undefined : this.documentUrl;
		const instructions = instructionsIn(found.twiml, this.stage);
		if (instructions.kind === "refused") {
			return failed(instructions.code, instructions.message);
		}
		for (const warning of instructions.warnings) this.warn(12200, warning);
		for (const verb of instructions.verbs) {
			const next = await this.#verb(verb);
			if (next.kind !== "next") return next;
		}
		this.answers();
		return { kind: "next" };
	}

	async #verb(verb: Element): Promise<Next> {
		switch (verb.name) {
			case "Say":
				this.answers();
				return say(this, verb);
			case "Play":
				this.answers();
				return play(this, verb);
			case "Gather":
				this.answers();
				return gather(this, verb);
			case "Record":
				this.answers();
				return record(this, verb);
			case "Dial":
				return dial(this, verb);
			case "Pause":
				await this.pauses(wholeNumber(verb, "length", 1) * 1000);
				return { kind: "next" };
			case "Redirect":
				return this.#redirect(verb);
			case "Reject":
				return this.#reject(verb);
			default:
				this.answers();
				return { kind: "hang-up" };
		}
	}

	#redirect(verb: Element): Next {
		const words = verb.children.join("").trim();
		const target = { ...verb, attributes: { ...verb.attributes, url: words } };
		const to = this.address(target, "url");
		if (to.kind !== "address") return to;
		return {
			kind: "go",
			to: { kind: "url", url: to.url, method: methodIn(verb) },
		};
	}

	#reject(verb: Element): Next {
		if (!this.call.answeredAt) {
			this.call.end(verb.attributes.reason === "busy" ? "busy" : "no-answer");
		}
		return { kind: "hang-up" };
	}

	/** Where to go on after a failure: the fallback address once, else a spoken apology and the end. */
	#fallback(
		failure: Extract<Next, { kind: "failed" }>,
		source: Source,
	): Source | undefined {
		const { code, message } = failure;
		this.carrier.debugger.error({ code, message, ...this.#where(source) });
		const { fallback } = this.call;
		const failedInFallback =
			source.kind === "url" && source.params?.ErrorCode !== undefined;
		if (fallback && !failedInFallback && this.stage === "call") {
			const errorUrl = source.kind === "url" ? source.url : "";
			return {
				...fallback,
				params: {
					ErrorCode: String(code),
					ErrorUrl: errorUrl.replace(/#.*$/, ""),
				},
			};
		}
		if (this.stage === "call") {
			this.answers();
			this.call.hear({
				kind: "words",
				words: "We are sorry. An application error has occurred. Goodbye.",
				language: "en-US",
				voice: "man",
			});
		}
		return undefined;
	}

	#where(source?: Source): { callSid: string; url?: string } {
		const url = source?.kind === "url" ? source.url : this.documentUrl;
		return { callSid: this.call.sid, ...(url ? { url } : {}) };
	}

	#isGoingInCircles(): boolean {
		const now = this.carrier.clock.epochMs();
		const inTheSameInstant =
			this.carrier.clock.pace === 0 && now === this.#lastDocumentAt;
		this.#documentsInARow = inTheSameInstant ? this.#documentsInARow + 1 : 0;
		this.#lastDocumentAt = now;
		return this.#documentsInARow >= mostDocumentsInARow;
	}
}

const mostDocumentsInARow = 100;
