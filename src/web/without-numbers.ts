import type { Response } from "express";

/** What the answer says goes out without phone numbers of callers and colleagues: a link in a message is for the fault, not for them. */
export function answerWithoutNumbers(response: Response): void {
	const send = response.json.bind(response);
	response.json = (body: unknown) => send(withoutNumbers(body));
}

const numbered: ReadonlySet<string> = new Set([
	"caller",
	"phone",
	"sender",
	"recipient",
]);

function withoutNumbers(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNumbers);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, held]) => [
			key,
			numbered.has(key) ? null : withoutNumbers(held),
		]),
	);
}
