/** What happened and what to do, in one plain sentence for the person who starts the service; no stack is shown. */
export class SetupError extends Error {
	override readonly name = "SetupError";
}

/** A refusal with an HTTP status, for the doors. The message says what happened and what to do. */
export class RequestError extends Error {
	override readonly name = "RequestError";
	readonly status: number;

	constructor(status: number, message: string, options?: ErrorOptions) {
		super(message, options);
		this.status = status;
	}
}

/** What to say about an error at the terminal: one sentence for what a person can mend; anything else is ours and keeps its stack. */
export function plainWords(error: unknown): string {
	if (error instanceof SetupError || error instanceof RequestError)
		return error.message;
	const stack = error instanceof Error ? error.stack : String(error);
	return `Something went wrong that should not have: ${stack}`;
}
