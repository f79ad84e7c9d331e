import type { NetworkClock } from "./clock.ts";
import type { Debugger } from "./debugger.ts";
import type { Misbehaviour } from "./misbehaviour.ts";
import type { Requester } from "./requester.ts";
import type { Settling } from "./settling.ts";
import type { WebhookEvent } from "./webhook.ts";

/** A request whose answer changes nothing. */
export type Callback = Omit<WebhookEvent, "maxBytes">;

interface CallbacksOptions {
	readonly clock: NetworkClock;
	readonly settling: Settling;
	readonly requester: Requester;
	readonly debugger: Debugger;
	readonly misbehave: Misbehaviour;
}

/**
 * Sends status callbacks, those of one call or message one after the other, unless the network is told to send them
 * late, twice or in the wrong order.
 */
export class Callbacks {
	readonly #lastOf = new Map<string, Promise<void>>();
	readonly #heldBack = new Map<string, { send(): void }>();
	readonly #options: CallbacksOptions;

	constructor(options: CallbacksOptions) {
		this.#options = options;
	}

	/** Sends it soon; `sid` is the call or message it is about. */
	post(sid: string, callback: Callback): void {
		const { clock, misbehave } = this.#options;
		if (misbehave.delayCallbacksSeconds > 0) {
			clock.after(misbehave.delayCallbacksSeconds * 1000, () =>
				this.#inOrder(sid, callback),
			);
		} else this.#inOrder(sid, callback);
	}

	#inOrder(sid: string, callback: Callback): void {
		const held = this.#heldBack.get(sid);
		if (held || !this.#options.misbehave.reorderCallbacks) {
			this.#enqueue(sid, callback);
			held?.send();
			return;
		}
		const send = () => {
			cancel();
			this.#heldBack.delete(sid);
			this.#enqueue(sid, callback);
		};
		const cancel = this.#options.clock.after(longestHoldMs, send);
		this.#heldBack.set(sid, { send });
	}

	#enqueue(sid: string, callback: Callback): void {
		const last = this.#lastOf.get(sid) ?? Promise.resolve();
		const mine = this.#options.settling.track((stirs) =>
			last.then(() => {
				stirs();
				return this.#send(sid, callback);
			}),
		);
		this.#lastOf.set(sid, mine);
		void mine.finally(() => {
			if (this.#lastOf.get(sid) === mine) this.#lastOf.delete(sid);
		});
	}

	async #send(sid: string, callback: Callback): Promise<void> {
		const { requester, misbehave, debugger: problems } = this.#options;
		const event = { ...callback, maxBytes: mostBytes };
		const answer =
			misbehave.duplicate === "nothing"
				? await requester.request(event)
				: await requester.requestTwice(event);
		const about = { callSid: sid, url: callback.url };
		if (answer.kind === "failed") {
			problems.warning({
				...about,
				code: answer.code,
				message: answer.message,
			});
		} else if (answer.status !== 204 && !isXml(answer.contentType)) {
			problems.warning({
				...about,
				code: 12300,
				message: `A status callback wants 204, or 200 with text/xml; the answer was ${answer.status} with "${answer.contentType}"`,
			});
		}
	}
}

function isXml(contentType: string): boolean {
	return contentType === "text/xml" || contentType === "application/xml";
}

const mostBytes = 64 * 1024;
const longestHoldMs = 2_000;
