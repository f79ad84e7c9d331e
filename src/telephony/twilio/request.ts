import type { IncomingMessage } from "node:http";
import { RequestError } from "../../errors.ts";
import { paramsOfForm, type RequestParams } from "./signature.ts";

/** The carrier itself sends no more. Source: Twilio, error 11750. */
const mostBytes = 64 * 1024;

/**
 * The parameters of a form request as they were sent and signed: blank ones kept, repeated ones as lists.
 *
 * @throws RequestError 405, 413 or 415.
 */
export async function readParams(
	request: IncomingMessage,
): Promise<RequestParams> {
	if (request.method !== "POST")
		throw new RequestError(405, "Only POST is answered here.");
	const type = request.headers["content-type"] ?? "";
	if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
		throw new RequestError(
			415,
			"The body must be a form: application/x-www-form-urlencoded.",
		);
	if (request.headers["content-encoding"])
		throw new RequestError(415, "The body must not be compressed.");
	if (Number(request.headers["content-length"] ?? 0) > mostBytes)
		throw tooLarge();
	return paramsOfForm(await bodyOf(request));
}

function bodyOf(request: IncomingMessage): Promise<string> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let bytes = 0;
		request.on("data", (chunk: Buffer) => {
			bytes += chunk.length;
			if (bytes <= mostBytes) chunks.push(chunk);
			else reject(tooLarge());
		});
		request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
		request.on("error", reject);
		request.on("close", () => {
			if (!request.complete)
				reject(new RequestError(400, "The request ended before its body."));
		});
	});
}

function tooLarge(): RequestError {
	return new RequestError(413, "The body is larger than 64 kB.");
}

/** Reads the parameters of one request by their meaning; what is wrong with one is a RequestError 400 that names it. */
export class Params {
	readonly #params: RequestParams;

	constructor(params: RequestParams) {
		this.#params = params;
	}

	/** The text of a parameter that may be blank; null when it is absent. */
	optional(name: string): string | null {
		const value = this.#params[name];
		if (value === undefined) return null;
		if (typeof value !== "string") throw wrong(name, "comes more than once");
		// PostgreSQL has no place for this character.
		return value.replaceAll("\0", "");
	}

	required(name: string): string {
		const value = this.optional(name);
		if (value === null) throw wrong(name, "is missing");
		return value;
	}

	/** The carrier's id of something: two letters and 32 hexadecimal digits. */
	sid(name: string, prefix: "CA" | "RE" | "SM"): string {
		const value = this.required(name);
		const wanted = prefix === "SM" ? /^(SM|MM)[0-9a-f]{32}$/i : sids[prefix];
		if (!wanted.test(value)) throw wrong(name, `is not like ${prefix}0123…`);
		return value;
	}

	optionalSid(name: string, prefix: "CA"): string | null {
		const value = this.optional(name);
		return value !== null && sids[prefix].test(value) ? value : null;
	}

	/** A whole number; null when absent or anything else. */
	count(name: string): number | null {
		const value = this.optional(name);
		return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
	}
}

const sids = {
	CA: /^CA[0-9a-f]{32}$/i,
	RE: /^RE[0-9a-f]{32}$/i,
};

/** Whether a text is what the carrier calls a call. */
export function isCallSid(text: string | null): text is string {
	return text !== null && sids.CA.test(text);
}

function wrong(name: string, how: string): RequestError {
	return new RequestError(400, `The parameter ${name} ${how}.`);
}
