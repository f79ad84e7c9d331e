import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { Change, Context } from "../context.ts";
import { isoInstant } from "./api/instant.ts";

const heartbeatMilliseconds = 5_000;
/** A stream ends after this, the browser opens another, and whoever has lost the right to it stays out. */
const streamMilliseconds = 10 * 60_000;
const streamsAtMost = 500;
const changesKept = 500;

/** Sends changes to browsers as server-sent events; each has an id, and who comes back with one misses nothing. */
export class ChangeStreams {
	readonly #ctx: Context;
	readonly #run = randomUUID().slice(0, 8);
	readonly #open = new Set<Response>();
	readonly #kept: string[] = [];
	#sent = 0;

	constructor(ctx: Context) {
		this.#ctx = ctx;
		ctx.changes.subscribe((change) => this.#send(change));
	}

	get isFull(): boolean {
		return this.#open.size >= streamsAtMost;
	}

	/** Serves until the other side leaves or the stream's time is up. */
	serve(response: Response, lastId: string | undefined): void {
		response.write("retry: 2000\n\n");
		response.write(this.#heartbeat());
		response.write(this.#since(lastId));
		this.#open.add(response);
		const beat = setInterval(
			() => response.write(this.#heartbeat()),
			heartbeatMilliseconds,
		);
		const end = setTimeout(() => response.end(), streamMilliseconds);
		response.on("close", () => {
			clearInterval(beat);
			clearTimeout(end);
			this.#open.delete(response);
		});
	}

	#send({ kind, ...data }: Change): void {
		this.#sent += 1;
		const id = `id: ${this.#run}-${this.#sent}\n`;
		const event = `${id}event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
		this.#kept.push(event);
		if (this.#kept.length > changesKept) this.#kept.shift();
		for (const response of this.#open) response.write(event);
	}

	/** The changes after the given id; `missed` where they are no longer known, so that the reader loads everything anew. */
	#since(lastId: string | undefined): string {
		if (lastId === undefined) return "";
		const [run, number] = lastId.split("-");
		const missed = this.#sent - Number(number);
		const isKnown =
			run === this.#run && missed >= 0 && missed <= this.#kept.length;
		if (!isKnown) return "event: missed\ndata: {}\n\n";
		return this.#kept.slice(this.#kept.length - missed).join("");
	}

	#heartbeat(): string {
		const at = isoInstant(this.#ctx.clock.now());
		return `event: heartbeat\ndata: ${JSON.stringify({ at })}\n\n`;
	}
}
