import { join } from "node:path";
import type { DateTime } from "luxon";
import type { Change, Context } from "../context.ts";
import { peopleOnCalls, rememberedLanguages } from "../database/calls.ts";
import { Recorder } from "../database/recorder.ts";
import { Spool } from "../database/spool.ts";
import type { CallOrigin } from "../domain/call/origin.ts";
import type { Language } from "../domain/language.ts";
import type { PersonId } from "../domain/rota/rota.ts";
import { Recent } from "./recent.ts";

/**
 * What the running service knows about calls without asking anybody, so that no call waits for the database; and the recorder,
 * through which everything that happens to a call goes on record.
 */
export class Switchboard {
	readonly recorder: Recorder;
	/** How long a caller is kept waiting for the database. */
	readonly patienceMs: number;
	readonly #clock: Context["clock"];
	readonly #languages = new Map<string, Language>();
	readonly #talking = new Map<string, Talk>();
	readonly #origins = new Recent<string, CallOrigin>(mostRemembered);
	readonly #people = new Recent<string, PersonId>(mostRemembered);
	readonly #taken = new Recent<string, true>(mostRemembered);
	readonly #over = new Recent<string, true>(mostRemembered);
	readonly #unsubscribe: () => void;

	private constructor(ctx: Context, patienceMs: number) {
		this.patienceMs = patienceMs;
		this.#clock = ctx.clock;
		this.recorder = new Recorder({
			database: ctx.database,
			spool: new Spool(join(ctx.config.dataDir, "spool")),
			log: ctx.log,
			patienceMs,
		});
		this.#unsubscribe = ctx.changes.subscribe((change) => {
			if (change.kind === "missed") void this.#reload(ctx);
			else this.hear(change);
		});
	}

	/** Brings what an earlier run left in the spool into the database and loads what is to be known; works without either. */
	static async open(
		ctx: Context,
		{ patienceMs = usualPatienceMs } = {},
	): Promise<Switchboard> {
		const board = new Switchboard(ctx, patienceMs);
		await board.recorder.drain();
		await board.#reload(ctx);
		return board;
	}

	async stop(): Promise<void> {
		this.#unsubscribe();
		await this.recorder.stop();
	}

	/** What the caller chose last, if ever. */
	languageOf(caller: string): Language | undefined {
		return this.#languages.get(caller);
	}

	/** Who of the line's people is on a call now. */
	busyOn(line: string): PersonId[] {
		if (this.#talking.size === 0) return [];
		const longAgo = this.#clock.now().minus(longestCall);
		const people = new Set<PersonId>();
		for (const [call, talk] of this.#talking) {
			if (talk.since < longAgo) this.#talking.delete(call);
			else if (talk.line === line) people.add(talk.person);
		}
		return [...people];
	}

	originOf(call: string): CallOrigin | undefined {
		return this.#origins.get(call);
	}

	rememberOrigin(origin: CallOrigin): void {
		this.#origins.set(origin.call, origin);
	}

	/** Whose phone a leg is. */
	personOfLeg(leg: string): PersonId | undefined {
		return this.#people.get(leg);
	}

	rememberLeg(leg: string, person: PersonId): void {
		this.#people.set(leg, person);
	}

	/** Whether a person is known to have taken this call; they may have hung up since. */
	wasTaken(call: string): boolean {
		return this.#taken.get(call) === true;
	}

	/** Takes in what happened here or on another instance; the same news twice changes nothing. */
	hear(change: Change): void {
		switch (change.kind) {
			case "language-chosen":
				this.#languages.set(change.caller, change.language);
				return;
			case "person-on-call":
				this.#taken.set(change.call, true);
				if (this.#over.get(change.call)) return;
				this.#talking.set(change.call, {
					line: change.line,
					person: change.person,
					since: this.#clock.now(),
				});
				return;
			case "person-free":
				if (change.isOver) this.#over.set(change.call, true);
				this.#talking.delete(change.call);
				return;
			default:
				return;
		}
	}

	async #reload(ctx: Context): Promise<void> {
		try {
			await this.#load(ctx);
		} catch (error) {
			ctx.log.error(
				`The callers' languages and the calls in progress could not be loaded (${String(error)}). Calls go on without them.`,
			);
		}
	}

	async #load(ctx: Context): Promise<void> {
		for (const { number, language } of await rememberedLanguages(ctx.database))
			this.#languages.set(number, language);
		const since = ctx.clock.now().minus(longestCall);
		const talks = await peopleOnCalls(ctx.database, since);
		this.#talking.clear();
		for (const talk of talks) {
			this.#taken.set(talk.call, true);
			this.#talking.set(talk.call, talk);
		}
	}
}

interface Talk {
	readonly line: string;
	readonly person: PersonId;
	readonly since: DateTime;
}

const mostRemembered = 10_000;

const usualPatienceMs = 1_500;

/** The carrier ends a call after four hours. Source: Twilio, TwiML Dial, "timeLimit". */
const longestCall = { hours: 4 };
