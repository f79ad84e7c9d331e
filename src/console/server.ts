import type { Language } from "../domain/language.ts";

interface RefusedPlace {
	readonly where: string;
	readonly what: string;
}

/** The service refused or could not be reached; the message is a sentence in the page's language, or empty when nothing answered. */
export class ServerError extends Error {
	readonly status: number;
	/** What is wrong with the input, place by place. */
	readonly problems: readonly RefusedPlace[];

	constructor(
		status: number,
		message: string,
		problems: readonly RefusedPlace[] = [],
	) {
		super(message);
		this.status = status;
		this.problems = problems;
	}
}

/** JSON of the service's API. Throws `ServerError`; its status is 0 when nothing answered. */
export async function ask<T>(
	path: string,
	language: Language,
	options: {
		readonly method?: "GET" | "POST" | "PUT" | "DELETE";
		/** Sent as JSON; a text or a file as it is. */
		readonly body?: unknown;
		readonly signal?: AbortSignal;
		/** The browser sends it even when the page is being left; at most 64 kB. */
		readonly keepalive?: boolean;
		/** Beside the usual ones, such as the key of a personal link. */
		readonly headers?: Readonly<Record<string, string>>;
	} = {},
): Promise<T> {
	const response = await fetch(path, {
		method: options.method ?? "GET",
		headers: {
			"Accept-Language": language,
			"X-Faultline-Console": "1",
			...contentType(options.body),
			...options.headers,
		},
		...(options.body !== undefined && { body: sent(options.body) }),
		keepalive: options.keepalive ?? false,
		signal: options.signal ?? null,
	}).catch((error: unknown) => {
		throw options.signal?.aborted ? error : new ServerError(0, "");
	});
	if (response.ok)
		return (response.status === 204 ? undefined : await response.json()) as T;
	throw refusalIn(response.status, await response.json().catch(() => null));
}

/** Nothing was heard: whether it arrived nobody knows. */
export function isLost(error: unknown): boolean {
	return error instanceof ServerError && error.status === 0;
}

/** Whether the same may well succeed in a moment; what was refused for a reason is refused again. */
export function isWorthRepeating(error: unknown): boolean {
	if (!(error instanceof ServerError)) return true;
	const { status } = error;
	return status === 0 || status === 429 || status >= 500;
}

/** What the service said when it refused, as it came. */
export function refusalIn(status: number, body: unknown): ServerError {
	return new ServerError(status, sentenceIn(body), problemsIn(body));
}

function contentType(body: unknown): Record<string, string> {
	if (body === undefined || body instanceof Blob) return {};
	return {
		"Content-Type":
			typeof body === "string" ? "text/plain" : "application/json",
	};
}

function sent(body: unknown): BodyInit {
	return typeof body === "string" || body instanceof Blob
		? body
		: JSON.stringify(body);
}

function problemsIn(body: unknown): readonly RefusedPlace[] {
	return typeof body === "object" && body !== null && "problems" in body
		? (body.problems as readonly RefusedPlace[])
		: [];
}

function sentenceIn(body: unknown): string {
	return typeof body === "object" && body !== null && "error" in body
		? String(body.error)
		: "";
}
