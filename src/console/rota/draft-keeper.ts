import type { Rota } from "../../domain/rota/rota.ts";
import { isSame } from "../../domain/rota/same.ts";

/** `elsewhere`: the same person changed the draft in another tab; saving stops until it is loaded again. */
export type Saving = "saved" | "saving" | "waiting" | "elsewhere";

export interface DraftState {
	readonly rota: Rota;
	/** The published version that the draft began with. */
	readonly basedOn: number;
	/** It differs from what is published. */
	readonly isChanged: boolean;
	/** What the last step did, in words; null when there is nothing to take back. */
	readonly undoable: string | null;
	readonly redoable: string | null;
	readonly saving: Saving;
}

/** A draft as the service or the browser's own memory keeps it. */
export interface KeptDraft {
	readonly rota: Rota;
	readonly basedOn: number;
	/** The service's count of saves; 0 when it has none. */
	readonly revision: number;
}

/** Where drafts are kept. Rejections are tried again, unless they are `SavedElsewhere`. */
export interface DraftPlace {
	save(draft: KeptDraft, leaving: boolean): Promise<{ revision: number }>;
	discard(): Promise<unknown>;
	/** What was not sent before the page was left, kept by the browser. */
	unsent: {
		read(): KeptDraft | null;
		write(draft: KeptDraft | null): void;
	};
}

/** The same draft was saved by another tab meanwhile. */
export class SavedElsewhere extends Error {}

interface Step {
	readonly said: string;
	readonly rota: Rota;
}

const pauseMilliseconds = 300;
const againMilliseconds = 3_000;
const stepsKept = 200;

/**
 * Keeps what somebody changes in a rota: each change can be undone, and is saved as it is made. The browser remembers it
 * at once and the service a moment later, so that neither a closed tab nor a lost connection loses an edit.
 */
export class DraftKeeper {
	readonly #place: DraftPlace;
	readonly #listeners = new Set<() => void>();
	#published: Rota;
	#revision: number;
	#past: Step[] = [];
	#future: Step[] = [];
	#state: DraftState;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<void> | null = null;
	#unsent = false;

	constructor(
		published: { readonly rota: Rota; readonly version: number },
		kept: KeptDraft | null,
		place: DraftPlace,
	) {
		this.#place = place;
		this.#published = published.rota;
		const unsent = place.unsent.read();
		const revision = kept?.revision ?? 0;
		const left = unsent && unsent.revision === revision ? unsent : null;
		const draft = left ?? kept;
		this.#revision = revision;
		this.#state = {
			rota: draft?.rota ?? published.rota,
			basedOn: draft?.basedOn ?? published.version,
			isChanged: draft !== null && !isSame(draft.rota, published.rota),
			undoable: null,
			redoable: null,
			saving: "saved",
		};
		if (left) this.#saveSoon();
	}

	get state(): DraftState {
		return this.#state;
	}

	subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Makes a change that can be undone; `said` tells what it did. A change that changes nothing is none. */
	change(said: string, edit: (rota: Rota) => Rota): void {
		const { rota } = this.#state;
		const next = edit(rota);
		if (isSame(next, rota)) return;
		this.#past = [...this.#past, { said, rota }].slice(-stepsKept);
		this.#future = [];
		this.#take(next, this.#state.basedOn);
	}

	/** Goes on from another rota, such as a merged one or an older version. */
	rebase(said: string, rota: Rota, basedOn: number, published: Rota): void {
		this.#past = [...this.#past, { said, rota: this.#state.rota }];
		this.#future = [];
		this.#published = published;
		this.#take(rota, basedOn);
	}

	undo(): void {
		const step = this.#past.pop();
		if (!step) return;
		this.#future.push({ said: step.said, rota: this.#state.rota });
		this.#take(step.rota, this.#state.basedOn);
	}

	redo(): void {
		const step = this.#future.pop();
		if (!step) return;
		this.#past.push({ said: step.said, rota: this.#state.rota });
		this.#take(step.rota, this.#state.basedOn);
	}

	/** Takes over what was published, unless something is changed here: a draft stays on the version it began with. */
	publishedNow(rota: Rota, version: number): void {
		if (this.#state.isChanged || this.#unsent) return;
		this.#published = rota;
		this.#past = [];
		this.#future = [];
		this.#set({ rota, basedOn: version, undoable: null, redoable: null });
	}

	/** Forgets every change and begins anew from what is published. */
	async restart(rota: Rota, version: number): Promise<void> {
		clearTimeout(this.#timer);
		this.#unsent = false;
		await this.#sending;
		this.#place.unsent.write(null);
		await this.#place.discard();
		this.#revision = 0;
		this.#published = rota;
		this.#past = [];
		this.#future = [];
		this.#set({
			rota,
			basedOn: version,
			isChanged: false,
			undoable: null,
			redoable: null,
			saving: "saved",
		});
	}

	/** Sends what is unsent now, for the page is being left. */
	leave(): void {
		clearTimeout(this.#timer);
		if (this.#unsent) void this.#send(true);
	}

	#take(rota: Rota, basedOn: number): void {
		this.#set({
			rota,
			basedOn,
			isChanged: !isSame(rota, this.#published),
			undoable: this.#past.at(-1)?.said ?? null,
			redoable: this.#future.at(-1)?.said ?? null,
		});
		if (this.#state.saving !== "elsewhere") this.#saveSoon();
	}

	#saveSoon(milliseconds = pauseMilliseconds): void {
		this.#unsent = true;
		this.#place.unsent.write(this.#kept());
		this.#set({
			saving: this.#state.saving === "waiting" ? "waiting" : "saving",
		});
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#send(false), milliseconds);
	}

	#kept(): KeptDraft {
		const { rota, basedOn } = this.#state;
		return { rota, basedOn, revision: this.#revision };
	}

	async #send(leaving: boolean): Promise<void> {
		if (this.#sending && !leaving) {
			await this.#sending;
			if (!this.#unsent) return;
		}
		this.#unsent = false;
		this.#sending = this.#place
			.save(this.#kept(), leaving)
			.then(
				({ revision }) => this.#wasSaved(revision),
				(error: unknown) => this.#wasRefused(error),
			)
			.finally(() => {
				this.#sending = null;
			});
		await this.#sending;
	}

	#wasSaved(revision: number): void {
		this.#revision = revision;
		if (this.#unsent) {
			this.#place.unsent.write(this.#kept());
			return;
		}
		this.#place.unsent.write(null);
		this.#set({ saving: "saved" });
	}

	#wasRefused(error: unknown): void {
		if (error instanceof SavedElsewhere) {
			this.#place.unsent.write(null);
			this.#set({ saving: "elsewhere" });
			return;
		}
		this.#set({ saving: "waiting" });
		this.#saveSoon(againMilliseconds);
	}

	#set(part: Partial<DraftState>): void {
		this.#state = { ...this.#state, ...part };
		for (const listener of this.#listeners) listener();
	}
}
