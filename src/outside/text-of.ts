import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/**
 * The body of an answer as text in UTF-8, unpacked where it was packed; null when it is larger than the limit, packed or
 * unpacked. What breaks off on its way is given as far as it came.
 */
export async function textOf(
	answer: IncomingMessage,
	mostBytes: number,
): Promise<string | null> {
	if (Number(answer.headers["content-length"] ?? 0) > mostBytes) {
		answer.destroy();
		return null;
	}
	const chunks: Buffer[] = [];
	let bytes = 0;
	try {
		for await (const chunk of unpacked(answer)) {
			bytes += (chunk as Buffer).length;
			if (bytes > mostBytes) return null;
			chunks.push(chunk as Buffer);
		}
	} catch {
		// A text that is cut short is told from a whole one by its own end.
	} finally {
		answer.destroy();
	}
	return new TextDecoder().decode(Buffer.concat(chunks));
}

function unpacked(answer: IncomingMessage): Readable {
	const coding = (answer.headers["content-encoding"] ?? "")
		.trim()
		.toLowerCase();
	const unpacker =
		coding === "gzip" || coding === "x-gzip"
			? createGunzip()
			: coding === "deflate"
				? createInflate()
				: coding === "br"
					? createBrotliDecompress()
					: null;
	if (!unpacker) return answer;
	answer.on("error", (error) => unpacker.destroy(error));
	answer.on("aborted", () => unpacker.destroy());
	return answer.pipe(unpacker);
}
