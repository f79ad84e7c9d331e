/** What the values of an entry's fields say; what is no word of the service stays as it is. */
import type { Language, Sentence } from "../language.ts";
import { statusWords } from "../ticket/log-sheet.ts";
import { urgencies } from "../ticket/ticket.ts";
import { urgencyWord } from "../ticket/urgency-words.ts";

const yes: Sentence = { fi: "kyllä", sv: "ja", en: "yes" };
const no: Sentence = { fi: "ei", sv: "nej", en: "no" };

/** A value beside its field's path. Instants are told by `instant`, on whichever wall clock. */
export function valueInWords(
	{ field, value }: { readonly field: string; readonly value: string },
	language: Language,
	instant: (at: Date) => string,
): string {
	if (isoInstant.test(value)) return instant(new Date(value));
	if (value === "true") return yes[language];
	if (value === "false") return no[language];
	if (field === "status" && Object.hasOwn(statusWords, value))
		return statusWords[value as keyof typeof statusWords][language];
	const urgency = urgencies.find((each) => each === value);
	if (field === "urgency" && urgency) return urgencyWord(urgency, language);
	return value;
}

/** To the second at least, with where it is; a day stays a day. */
const isoInstant =
	/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)$/;
