import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, Request } from "express";
import { ConnectionError, DatabaseError } from "sequelize";
import type { Context } from "../context.ts";
import type { Language } from "../domain/language.ts";
import { RequestError } from "../errors.ts";
import { languageOf } from "./language-of.ts";
import { Refusal } from "./refusal.ts";
import { refusals } from "./words.ts";

interface RefusedAs {
	readonly status: number;
	readonly body: Readonly<Record<string, unknown>>;
}

/** Turns whatever was thrown into a status and a sentence; what is our own fault goes to the log under a reference, and nothing of it to the asker. */
export function refuse(ctx: Pick<Context, "log">): ErrorRequestHandler {
	return (error: unknown, request, response, _next) => {
		if (response.headersSent) {
			// The half of a file must not pass for the whole.
			if (!hasGone(error)) ourFault(ctx, error, request);
			response.destroy();
			return;
		}
		const { status, body } =
			refusedAs(error, languageOf(request)) ?? ourFault(ctx, error, request);
		if (status === 401) response.set("WWW-Authenticate", "Bearer");
		if (status === 503) response.set("Retry-After", "5");
		response.status(status).json(body);
	};
}

function refusedAs(error: unknown, language: Language): RefusedAs | null {
	if (error instanceof Refusal)
		return { status: error.status, body: bodyOf(error) };
	if (error instanceof RequestError)
		return { status: error.status, body: { error: error.message } };
	if (isDatabaseAway(error))
		return { status: 503, body: { error: refusals.databaseAway[language] } };
	const status = isOddValue(error) ? 400 : statusOfReading(error);
	if (status === null) return null;
	const sentence = status === 413 ? refusals.tooLarge : refusals.notReadable;
	return { status, body: { error: sentence[language] } };
}

function bodyOf({ message, problems }: Refusal): RefusedAs["body"] {
	return problems.length > 0
		? { error: message, problems }
		: { error: message };
}

/** Reading an address, a body or a file throws errors with the right 4xx status on them. */
function statusOfReading(error: unknown): number | null {
	const status =
		error instanceof Error && "status" in error ? error.status : null;
	return typeof status === "number" && status >= 400 && status < 500
		? status
		: null;
}

/** PostgreSQL's classes 08, 53 and 57: no connection, no room, or somebody stopped it; or the connection broke under the query. */
function isDatabaseAway(error: unknown): boolean {
	if (error instanceof ConnectionError) return true;
	if (!(error instanceof DatabaseError)) return false;
	return (
		/^(08|53|57|ECONN|EPIPE)/.test(codeOf(error)) ||
		/^(Connection terminated|Client has encountered a connection error)/.test(
			error.message,
		)
	);
}

/** PostgreSQL's class 22: a value that it cannot take, which only input can bring. */
function isOddValue(error: unknown): boolean {
	return codeOf(error).startsWith("22");
}

function codeOf(error: unknown): string {
	return error instanceof DatabaseError && "code" in error.original
		? String(error.original.code)
		: "";
}

/** Links carry secrets in their addresses. */
function withoutSecrets(path: string): string {
	return path.replaceAll(/[\w-]{22,}/g, "…");
}

/** Whoever asked for a file did not wait for its end. */
function hasGone(error: unknown): boolean {
	return (
		typeof error === "object" &&
		error !== null &&
		"code" in error &&
		error.code === "ERR_STREAM_PREMATURE_CLOSE"
	);
}

function ourFault(
	ctx: Pick<Context, "log">,
	error: unknown,
	request: Request,
): RefusedAs {
	const reference = randomUUID();
	ctx.log.error("A request failed", {
		reference,
		method: request.method,
		path: withoutSecrets(request.path),
		error: error instanceof Error ? error.stack : String(error),
	});
	const sentence = refusals.ourFault[languageOf(request)];
	return { status: 500, body: { error: sentence, reference } };
}
