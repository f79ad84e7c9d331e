import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough, Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import express from "express";
import { createLogger, transports } from "winston";
import { refuse } from "../../src/web/refuse.ts";
import { eventually } from "../support/eventually.ts";

/** An app that sends what is given, and what it logged. */
async function sending(file: Readable) {
	const logged: string[] = [];
	const stream = new Writable({
		write: (chunk, _, done) => {
			logged.push(String(chunk));
			done();
		},
	});
	const log = createLogger({ transports: [new transports.Stream({ stream })] });
	const app = express();
	app.get("/file", async (_request, response) => {
		await pipeline(file, response);
	});
	app.use(refuse({ log }));
	const server = createServer(app).listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const asked = get({ host: "127.0.0.1", port, path: "/file" });
	const [response] = (await once(asked, "response")) as [IncomingMessage];
	return { response, logged, stop: () => server.close().closeAllConnections() };
}

test("a file that cannot be read to its end is cut off, and why is logged", async () => {
	async function* rows() {
		yield "one row\n";
		throw new Error("the disk is gone");
	}
	const { response, logged, stop } = await sending(Readable.from(rows()));
	await expect(response.toArray()).rejects.toThrow("aborted");
	expect(logged.join()).toContain("the disk is gone");
	stop();
});

test("whoever does not wait for the end of a file leaves no error in the log", async () => {
	const file = new PassThrough();
	file.write("one row\n");
	const { response, logged, stop } = await sending(file);
	response.destroy();
	await eventually(async () => (file.destroyed ? true : null));
	await new Promise((resolve) => setImmediate(resolve));
	expect(logged).toEqual([]);
	stop();
});
