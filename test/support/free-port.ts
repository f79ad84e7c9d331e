import { createServer } from "node:net";

/**
 * A port that nobody listens on at the moment: of those that the system gives to no connection of its own, and each process asks
 * for its own.
 */
export async function freePort(): Promise<number> {
	for (;;) {
		nextPort = firstPort + ((nextPort + 1 - firstPort) % portCount);
		if (await isFree(nextPort)) return nextPort;
	}
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", () => resolve(false));
		probe.listen(port, () => probe.close(() => resolve(true)));
	});
}

const firstPort = 12_000;
const portCount = 20_000;
let nextPort = firstPort + ((process.pid * 131) % portCount);
