/** The newest so many things by their key; the oldest is forgotten for a new one, so memory is bounded. */
export class Recent<Key, Value> {
	readonly #most: number;
	readonly #values = new Map<Key, Value>();

	constructor(most: number) {
		this.#most = most;
	}

	get(key: Key): Value | undefined {
		return this.#values.get(key);
	}

	set(key: Key, value: Value): void {
		this.#values.delete(key);
		this.#values.set(key, value);
		if (this.#values.size <= this.#most) return;
		for (const oldest of this.#values.keys()) {
			this.#values.delete(oldest);
			return;
		}
	}
}
