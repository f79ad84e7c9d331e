/** Phone numbers that stand in what somebody wrote or searches the log for, in whatever spelling. */
import { type LogFilter, readLogFilter, writeLogFilter } from "./log-filter.ts";

/** Six digits or more, with what people put between them. */
const spelled = /\+?\d(?:[\s()./-]*\d){5,}/g;

const ticketNumber = /^20\d\d-\d{6,18}$/;

/** With the time of day, as people write it in Finland and Sweden. */
const date =
	/^(?:\d{1,2}\.\d{1,2}\.(?:20)?\d\d|20\d\d-\d\d-\d\d)(?:\s+\d{1,2}[.]\d\d)?$/;

/** The text as it may be told for ever: with stars for each phone number. */
export function withoutAnyNumber(text: string): string {
	return text.replace(spelled, (found) =>
		ticketNumber.test(found) || date.test(found) ? found : stars,
	);
}

/** Whether the text names this number, E.164, in any spelling. */
export function mentionsNumber(text: string, number: string): boolean {
	return withoutNumber(text, number, "") !== text;
}

/** By which a database finds texts that may name the number: its last digits with whatever people put between them. */
export function spellingPattern(number: string): string {
	return [...number.slice(-lastDigits)].join("[[:space:]()./-]*");
}

const stars = "***";

/** A filter's address as it may be told for ever. */
export function addressOnRecord(address: string): string {
	const told = new URLSearchParams(address);
	for (const name of ["q", "label"] satisfies (keyof LogFilter)[]) {
		const text = told.get(name);
		if (text !== null) told.set(name, withoutAnyNumber(text));
	}
	return String(told);
}

/** The text with something else in place of this number, E.164; parts of it that are long enough to lead to it are replaced too. */
export function withoutNumber(
	text: string,
	number: string,
	instead: string,
): string {
	return text.replace(spelled, (found) =>
		leadsTo(found, number) ? instead : found,
	);
}

/** A filter's address without this number; null when it filters by nothing else. */
export function addressWithoutNumber(
	address: string,
	number: string,
): string | null {
	const filter = readLogFilter(address);
	const q = withoutNumber(filter.q, number, "");
	const label = filter.label && withoutNumber(filter.label, number, "");
	if (q === filter.q && label === filter.label) return address;
	const left = { ...filter, q: words(q), label: words(label ?? "") || null };
	return String(writeLogFilter(left)) || null;
}

function words(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

/** The last digits of a number are its own in any spelling. */
const lastDigits = 7;

function leadsTo(spelling: string, number: string): boolean {
	if (ticketNumber.test(spelling)) return false;
	const digits = spelling.replace("(0)", "").replace(/\D/g, "");
	const whole = number.replace(/\D/g, "");
	return (
		digits.includes(whole.slice(-lastDigits)) ||
		whole.includes(digits.replace(/^0+/, ""))
	);
}
