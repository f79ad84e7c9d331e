import type { Response } from "express";
import type { OpenedBy } from "../domain/account/account.ts";
import type { Role } from "../domain/role.ts";
import type { PersonId } from "../domain/rota/rota.ts";

/** Who sent the request, and how that was proven. */
export interface Asker {
	readonly name: string;
	readonly role: Role;
	readonly by: "token" | "session" | "link";
	/** Whose session it is; null for a token and for a link. */
	readonly account: AskerAccount | null;
	/** null for a token and for a link. */
	readonly session: AskerSession | null;
	/** Of a personal link: nothing else than its ticket is open to them. */
	readonly link?: AskerLink;
}

/** What a personal link opens, and to whom. */
export interface AskerLink {
	readonly ticketId: string;
	/** Of the ticket. */
	readonly number: string;
	/** The number that its message told: of a ticket which may have become a part of that one. */
	readonly sentFor: string;
	readonly line: string;
	/** Of the line's rota. */
	readonly person: PersonId | null;
	/** Who else has the ticket now, as others know them: the link only shows it meanwhile. */
	readonly heldBy: string | null;
}

export interface AskerAccount {
	readonly id: string;
	/** In small letters; the rota's person with the same address is this account's. */
	readonly email: string;
}

/** The session behind a request of the console. */
export interface AskerSession {
	readonly id: string;
	readonly openedBy: OpenedBy;
	/** Nothing but setting up a second factor is allowed. */
	readonly mustEnrol: boolean;
}

/** Whose drafts and views these are, steady over sessions: an account's, or a token's by its name. */
export function askerKey({ account, by, name }: Asker): string {
	return account ? `account:${account.id}` : `${by}:${name}`;
}

const askers = new WeakMap<Response, Asker>();

export function rememberAsker(response: Response, asker: Asker): void {
	askers.set(response, asker);
}

/** Throws if nobody was recognised: every handler of the API stands behind that check. */
export function askerOf(response: Response): Asker {
	const asker = askers.get(response);
	if (!asker) throw new Error("The request was not checked for its asker");
	return asker;
}
