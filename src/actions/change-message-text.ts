import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	deleteTemplate,
	lockTemplate,
	saveTemplate,
} from "../database/message-templates.ts";
import type { Language } from "../domain/language.ts";
import { type Purpose, rulesOf } from "../domain/ticket/purposes.ts";
import {
	problemsIn,
	type TemplateProblem,
} from "../domain/ticket/templates.ts";

export interface TextChange {
	readonly purpose: Purpose;
	readonly language: Language;
	/** null: the built-in one again. */
	readonly text: string | null;
	/** The one that whoever asks has seen; 0 for the built-in text. */
	readonly revision: number;
	readonly by: string;
}

export type TextChanged =
	| { readonly kind: "changed" }
	| {
			readonly kind: "refused";
			readonly because:
				| { readonly kind: "changed-meanwhile" }
				| TemplateProblem;
	  };

/** Gives a message other words in one language. What could not be sent is refused, and so is a change of words that were not seen. */
export async function changeMessageText(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{ purpose, language, text, revision, by }: TextChange,
): Promise<TextChanged> {
	const [problem] = text === null ? [] : problemsIn(text, rulesOf(purpose));
	if (problem) return { kind: "refused", because: problem };
	return database.transaction(async (transaction) => {
		const which = { purpose, language };
		const before = await lockTemplate(database, transaction, which);
		if ((before?.revision ?? 0) !== revision)
			return { kind: "refused", because: { kind: "changed-meanwhile" } };
		if (text === (before?.text ?? null)) return { kind: "changed" };
		if (text === null) await deleteTemplate(database, transaction, which);
		else
			await saveTemplate(database, transaction, {
				...which,
				text,
				revision: revision + 1,
			});
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by },
			action: text === null ? "message-text-reset" : "message-text-changed",
			subject: { kind: "message-text", id: `${purpose}/${language}` },
			before: { text: before?.text ?? null },
			after: { text },
		});
		await notifyOfChange(database, transaction, {
			kind: "ticket-settings-changed",
		});
		return { kind: "changed" };
	});
}
