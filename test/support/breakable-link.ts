import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A TCP link to a server that can be cut, or go dead without a word. */
export interface BreakableLink {
	/** The server's URL by way of the link. */
	readonly url: string;
	/** Connections are refused and those there are break. */
	cut(): void;
	/** Nothing is refused and nothing answers. */
	goDead(): void;
	/** The connections there are go dead; new ones are well. */
	lose(): void;
	/** Nothing answers for now, and nothing is lost. */
	freeze(): void;
	thaw(): void;
	restore(): void;
	close(): Promise<void>;
}

/** Opens a link to the server of a URL. */
export async function breakableLink(url: string): Promise<BreakableLink> {
	const target = new URL(url);
	const sockets = new Set<Socket>();
	const lost = new WeakSet<Socket>();
	let state: "well" | "cut" | "dead" | "frozen" = "well";
	const server = createServer((near) => {
		sockets.add(near);
		near.on("error", () => {});
		near.on("close", () => sockets.delete(near));
		if (state === "cut") {
			near.destroy();
			return;
		}
		const far = connect(Number(target.port), target.hostname);
		far.on("error", () => near.destroy());
		far.on("close", () => {
			sockets.delete(far);
			near.destroy();
		});
		sockets.add(far);
		near.on("close", () => far.destroy());
		near.on("data", (data) => {
			if (state !== "dead" && !lost.has(near)) far.write(data);
		});
		far.on("data", (data) => {
			if (state !== "dead" && !lost.has(near)) near.write(data);
		});
		if (state !== "frozen") return;
		near.pause();
		far.pause();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const breakAll = () => {
		for (const socket of sockets) socket.destroy();
	};
	const link = new URL(url);
	link.hostname = "127.0.0.1";
	link.port = String((server.address() as AddressInfo).port);
	return {
		url: link.href,
		cut: () => {
			state = "cut";
			breakAll();
		},
		goDead: () => {
			state = "dead";
		},
		lose: () => {
			for (const socket of sockets) lost.add(socket);
		},
		freeze: () => {
			state = "frozen";
			for (const socket of sockets) socket.pause();
		},
		thaw: () => {
			state = "well";
			for (const socket of sockets) socket.resume();
		},
		restore: () => {
			state = "well";
			// What was swallowed meanwhile never arrives: those conversations are over.
			breakAll();
		},
		close: async () => {
			breakAll();
			server.close();
			await once(server, "close");
		},
	};
}
