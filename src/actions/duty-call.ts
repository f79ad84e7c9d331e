import { DateTime } from "luxon";
import type { AskedDuty } from "../domain/duty-notice/confirm-call.ts";
import { type Language, languages } from "../domain/language.ts";

/** Where the carrier reports how a call about a duty goes on, below `/twilio`. */
export const dutyCallPaths = {
	answered: "/duty/answered",
	key: "/duty/key",
	ended: "/duty/ended",
} as const;

/** All that such a call needs to go on; every URL of it carries this, so that the words need no database. */
export interface DutyCall {
	/** Of the confirmation. */
	readonly id: string;
	/** Which try it is, from 1. */
	readonly tries: number;
	readonly line: string;
	readonly duty: string;
	readonly start: DateTime;
	readonly end: DateTime | null;
	readonly language: Language;
}

export function dutyCallUrl(
	publicUrl: string,
	path: keyof typeof dutyCallPaths,
	call: DutyCall,
): string {
	const query = new URLSearchParams({
		id: call.id,
		try: String(call.tries),
		line: call.line,
		duty: call.duty,
		start: String(call.start.toMillis()),
		zone: call.start.zoneName ?? "utc",
		lang: call.language,
		...(call.end && { end: String(call.end.toMillis()) }),
	});
	return `${publicUrl}/twilio${dutyCallPaths[path]}?${query}`;
}

/** The call that one of our URLs carries; null when it is none of ours. */
export function dutyCallIn(query: URLSearchParams): DutyCall | null {
	const { id, line, duty, lang, zone, ...text } = Object.fromEntries(query);
	const language = languages.find((one) => one === lang);
	const [tries, start] = [Number(text.try), Number(text.start)];
	if (!id || !line || !duty || !zone || !language) return null;
	if (!uuid.test(id) || !Number.isInteger(tries) || !start) return null;
	const at = (millis: number) => DateTime.fromMillis(millis, { zone });
	return {
		...{ id, tries, line, duty, language },
		start: at(start),
		end: text.end ? at(Number(text.end)) : null,
	};
}

/** What is asked of whoever picks up. */
export function askedIn(
	{ duty, start, end }: DutyCall,
	line: AskedDuty["line"],
): AskedDuty {
	return { line, duty, start, end };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
