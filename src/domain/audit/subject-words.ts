/** What an entry is about, as people know it. */
import type { Language } from "../language.ts";
import { purposeNames } from "../ticket/purpose-names.ts";
import { kindOfSubject } from "./named-things.ts";
import { type Known, valueInWords } from "./value-words.ts";

/** null where the id says nothing to a reader. */
export function subjectInWords(
	{ kind, id }: { readonly kind: string; readonly id: string },
	language: Language,
	known: Known,
): string | null {
	const named = kindOfSubject(kind);
	const name = named && known.name(named, id);
	if (name) return name;
	const parts = id.split("/");
	const [first = "", second = ""] = parts;
	if (kind === "message-text" && Object.hasOwn(purposeNames, first)) {
		const purpose = purposeNames[first as keyof typeof purposeNames];
		const told = valueInWords(
			{ field: "language", value: second },
			language,
			known,
		);
		return `${purpose[language]}, ${told}`;
	}
	if (kind === "duty" && parts.length === 3)
		return [
			known.name("line", first) ?? first,
			second,
			valueInWords({ field: "at", value: parts[2] ?? "" }, language, known),
		].join(", ");
	return wordless.test(id) || filtered.has(kind) ? null : id;
}

const wordless = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What the action says already, or the filter that is told among the details. */
const filtered = new Set(["audit", "register", "tickets"]);
