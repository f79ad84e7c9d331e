/** Chance that comes out the same for the same seed. */
export interface Chance {
	/** From 0 up to 1. */
	next(): number;
	/** From 0 up to below the number. */
	below(number: number): number;
	one<T>(of: readonly T[]): T;
	/** True so often out of one. */
	happens(share: number): boolean;
	/** One of the names, each as often as its weight says. */
	weighed<Name extends string>(
		weights: Readonly<Partial<Record<Name, number>>>,
	): Name;
	uuid(): string;
}

/** The generator of Tommy Ettinger, "mulberry32": 32 bits of state are plenty for a town's faults. */
export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	const bits = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const next = () => bits() / 2 ** 32;
	const below = (number: number) => Math.floor(next() * number);
	return {
		next,
		below,
		happens: (share) => next() < share,
		one: (of) => {
			const found = of[below(of.length)];
			if (found === undefined) throw new Error("there is nothing to choose");
			return found;
		},
		weighed: (weights) => {
			const names = Object.keys(weights) as (keyof typeof weights)[];
			let left =
				next() * names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
			for (const name of names) {
				left -= weights[name] ?? 0;
				if (left < 0) return name;
			}
			throw new Error("there is nothing to choose");
		},
		uuid: () => {
			const hex = Array.from({ length: 4 }, () =>
				bits().toString(16).padStart(8, "0"),
			).join("");
			const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
			return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
		},
	};
}
