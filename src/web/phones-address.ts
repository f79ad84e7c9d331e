import type { Config } from "../config.ts";

/** Where the built-in network's phones are; null with a real carrier. The network listens only on this machine. */
export function phonesAddress({ carrier }: Config): string | null {
	return carrier.kind === "built-in"
		? `http://localhost:${carrier.port}/`
		: null;
}
