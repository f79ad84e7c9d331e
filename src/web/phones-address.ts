import type { Config } from "../config.ts";

/** Where the built-in network's phones are; null with a real carrier. The network listens only on this machine. */
export function phonesAddress({ carrier }: Config): string | null {
	return carrier.kind === "built-in"
		? `http://127.0.0.1:${carrier.port}/`
		: null;
}
