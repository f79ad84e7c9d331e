import { useSyncExternalStore } from "react";
import type { Gesture } from "./gesture.ts";
import { gestureOf, type Picked } from "./picking.ts";

/** What a gesture is over while it lasts. */
export interface Shown {
	readonly gesture: Gesture;
	readonly row: string;
}

/** What the pointer holds. Kept apart from the grid, so that a move draws only what follows the pointer, and no row. */
export class Held {
	#shown: Shown | null = null;
	readonly #listeners = new Set<() => void>();

	get shown(): Shown | null {
		return this.#shown;
	}

	show = (shown: Shown | null): void => {
		this.#shown = shown;
		for (const listener of this.#listeners) listener();
	};

	subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};
}

/** What is held by the pointer, else what was picked up by keyboard. */
export function useShown(held: Held, picked: Picked | null): Shown | null {
	const dragged = useSyncExternalStore(held.subscribe, () => held.shown);
	if (dragged) return dragged;
	return picked && { gesture: gestureOf(picked), row: picked.over };
}
