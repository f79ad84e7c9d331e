/** A refusal of the REST API, as Twilio words it. */
export class RestError extends Error {
	override readonly name = "RestError";
	readonly status: number;
	readonly code: number;

	constructor(status: number, code: number, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

/** The body of a refusal. */
export function errorJson(error: RestError): Record<string, string | number> {
	return {
		code: error.code,
		message: error.message,
		more_info: `https://www.twilio.com/docs/errors/${error.code}`,
		status: error.status,
	};
}

export function notFound(path: string): RestError {
	return new RestError(
		404,
		20404,
		`The requested resource ${path} was not found`,
	);
}
