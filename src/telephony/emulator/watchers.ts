/** Tells whoever watches that something in the network has changed; not what. */
export class Watchers {
	readonly #listeners = new Set<() => void>();

	/** Calls the listener at each change; the function it returns ends that. */
	watch(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	changed(): void {
		for (const listener of [...this.#listeners]) listener();
	}
}
