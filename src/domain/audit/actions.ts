/** Every action that an audit entry can name: its kind, and its words. */
import type { Sentence } from "../language.ts";
import { accountsActions } from "./actions/accounts.ts";
import { exportsActions } from "./actions/exports.ts";
import { placesActions } from "./actions/places.ts";
import { rotaActions } from "./actions/rota.ts";
import { settingsActions } from "./actions/settings.ts";
import { ticketsActions } from "./actions/tickets.ts";
import type { AuditKind } from "./entry.ts";

const actionsOfKinds: Readonly<
	Record<AuditKind, Readonly<Record<string, Sentence>>>
> = {
	rota: rotaActions,
	tickets: ticketsActions,
	places: placesActions,
	settings: settingsActions,
	accounts: accountsActions,
	exports: exportsActions,
};

/** Names of the actions of a kind. */
export function actionsOf(kind: AuditKind): string[] {
	return Object.keys(actionsOfKinds[kind]);
}

/** What the entry says of its actor: "published a version of the rota". An action of a newer version says its own name. */
export function actionInWords(action: string): Sentence {
	const words = actionsOfKinds[kindOf(action) ?? "settings"];
	return Object.hasOwn(words, action)
		? (words[action] as Sentence)
		: { fi: action, sv: action, en: action };
}

/** null for an action that this version does not know. */
export function kindOf(action: string): AuditKind | null {
	const kinds = Object.keys(actionsOfKinds) as AuditKind[];
	return (
		kinds.find((kind) => Object.hasOwn(actionsOfKinds[kind], action)) ?? null
	);
}
