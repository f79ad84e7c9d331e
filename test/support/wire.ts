import { connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut and mended, as a phone's connection in a lift. */
export interface Wire {
	readonly url: string;
	/** Ends every connection and refuses new ones. */
	cut(): void;
	mend(): void;
	close(): Promise<void>;
}

export async function wireTo(url: string): Promise<Wire> {
	const target = new URL(url);
	const sockets = new Set<Socket>();
	let isCut = false;
	const drop = (socket: Socket) => socket.destroy();
	const keep = (socket: Socket) => {
		sockets.add(socket);
		socket.on("error", () => socket.destroy());
		socket.on("close", () => sockets.delete(socket));
	};
	const server = createServer((near) => {
		if (isCut) {
			drop(near);
			return;
		}
		const far = connect(Number(target.port), target.hostname);
		keep(near);
		keep(far);
		near.on("close", () => far.destroy());
		far.on("close", () => near.destroy());
		near.pipe(far).pipe(near);
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	const address = server.address();
	if (!address || typeof address === "string") throw new Error("no port");
	return {
		url: `http://localhost:${address.port}`,
		cut: () => {
			isCut = true;
			sockets.forEach(drop);
		},
		mend: () => {
			isCut = false;
		},
		close: () =>
			new Promise((resolve) => {
				sockets.forEach(drop);
				server.close(() => resolve());
			}),
	};
}
