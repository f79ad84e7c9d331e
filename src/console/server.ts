import type { Language } from "../domain/language.ts";

/** The service refused or could not be reached; the message is a sentence in the page's language, or empty when nothing answered. */
export class ServerError extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

/** JSON of the service's API. Throws `ServerError`; its status is 0 when nothing answered. */
export async function ask<T>(
	path: string,
	language: Language,
	options: {
		readonly method?: "GET" | "POST";
		readonly signal?: AbortSignal;
	} = {},
): Promise<T> {
	const response = await fetch(path, {
		method: options.method ?? "GET",
		headers: { "Accept-Language": language, "X-Faultline-Console": "1" },
		signal: options.signal ?? null,
	}).catch((error: unknown) => {
		throw options.signal?.aborted ? error : new ServerError(0, "");
	});
	if (response.ok)
		return (response.status === 204 ? undefined : await response.json()) as T;
	const body: unknown = await response.json().catch(() => null);
	throw new ServerError(response.status, sentenceIn(body));
}

function sentenceIn(body: unknown): string {
	return typeof body === "object" && body !== null && "error" in body
		? String(body.error)
		: "";
}
