/**
 * A text field of a job's payload.
 *
 * @throws TypeError when it is not there: the job was enqueued by something else than our own statements.
 */
export function textIn(payload: unknown, field: string): string {
	const value = (payload as Record<string, unknown> | null)?.[field];
	if (typeof value !== "string" || value === "")
		throw new TypeError(`The job's payload lacks ${field}`);
	return value;
}

/**
 * A list of texts in a job's payload.
 *
 * @throws TypeError when it is not there.
 */
export function textsIn(payload: unknown, field: string): string[] {
	const value = (payload as Record<string, unknown> | null)?.[field];
	if (!Array.isArray(value))
		throw new TypeError(`The job's payload lacks ${field}`);
	return value.map(String);
}
