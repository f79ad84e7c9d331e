/** Audit entries as rows of a table. */
import type { Language } from "../language.ts";
import { actionInWords } from "./actions.ts";
import { actorInWords } from "./actors.ts";
import type { AuditView } from "./entry.ts";
import { fieldInWords } from "./field-words.ts";
import { reasonInWords } from "./reasons.ts";
import { valueInWords } from "./value-words.ts";

const heads: Readonly<Record<Language, readonly string[]>> = {
	fi: [
		...["Numero", "Aika (UTC)", "Kuka", "Mitä", "Tapahtuma", "Kohteen laji"],
		...["Kohde", "Syy", "Muutokset", "Mistä", "Tili"],
	],
	sv: [
		...["Nummer", "Tid (UTC)", "Vem", "Vad", "Händelse", "Slag"],
		...["Gäller", "Skäl", "Ändringar", "Varifrån", "Konto"],
	],
	en: [
		...["Number", "Time (UTC)", "Who", "What", "Action", "Kind"],
		...["Subject", "Reason", "Changes", "From where", "Account"],
	],
};

/** A table is sorted and searched: its instants stay in UTC, and its ids are those of the other tables. */
const asKept = {
	instant: (at: Date) => at.toISOString(),
	name: (): undefined => undefined,
};

/** The head of the table, and the row of an entry. */
export function auditSheetOf(language: Language): {
	readonly head: readonly string[];
	rowOf(entry: AuditView): readonly (string | null)[];
} {
	return {
		head: heads[language],
		rowOf: (entry) => [
			entry.id,
			entry.at,
			actorInWords(entry.actor)[language],
			actionInWords(entry.action)[language],
			entry.action,
			entry.subject.kind,
			entry.subject.id,
			reasonInWords(entry)?.[language] ?? null,
			entry.changes
				.map(({ field, from, to }) => {
					const told = (value: string | null) =>
						value === null
							? "–"
							: valueInWords({ field, value }, language, asKept);
					return `${fieldInWords(field, language)}: ${told(from)} → ${told(to)}`;
				})
				.join("; "),
			entry.origin,
			entry.account,
		],
	};
}
