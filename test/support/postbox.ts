import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { eventually } from "./eventually.ts";

export interface Delivered {
	readonly from: string;
	readonly to: readonly string[];
	readonly raw: string;
	/** The whole message with its text parts decoded. */
	readonly text: string;
}

/** A mail server that takes everything. */
export interface Postbox {
	/** For `SMTP_URL`. */
	readonly url: string;
	/** What has arrived since it was last asked. */
	taken(): Delivered[];
	/** The same, once something has arrived. */
	next(): Promise<Delivered>;
	close(): Promise<void>;
}

export async function postbox(): Promise<Postbox> {
	const delivered: Delivered[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["AUTH", "STARTTLS"],
		onData: (stream, { envelope }, done) => {
			text(stream).then((raw) => {
				const from = envelope.mailFrom ? envelope.mailFrom.address : "";
				const to = envelope.rcptTo.map(({ address }) => address);
				delivered.push({ from, to, raw, text: decoded(raw) });
				done();
			}, done);
		},
	});
	server.listen(0, "127.0.0.1");
	await once(server.server, "listening");
	const { port } = server.server.address() as AddressInfo;
	const taken = () => delivered.splice(0);
	return {
		url: `smtp://127.0.0.1:${port}`,
		taken,
		next: () => eventually(async () => delivered.shift() ?? null),
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}

function decoded(raw: string): string {
	const bytes = raw
		.replaceAll("=\r\n", "")
		.replaceAll(/=([\dA-F]{2})/g, (_, hex) =>
			String.fromCharCode(Number.parseInt(hex, 16)),
		);
	return Buffer.from(bytes, "latin1").toString("utf8");
}
