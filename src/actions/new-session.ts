import { randomUUID } from "node:crypto";
import type { Sequelize, Transaction } from "sequelize";
import { saveSignIn } from "../database/accounts.ts";
import type { AuditEntry } from "../database/audit.ts";
import { auditEntry } from "../database/audit.ts";
import { addSession, removeSession, type Sender } from "../database/sign-in.ts";
import {
	type OpenedBy,
	type Stage,
	sessionDays,
} from "../domain/account/account.ts";
import { randomSecret } from "./random-secret.ts";

export interface NewSession {
	readonly secret: string;
	readonly stage: Stage;
	readonly expiresAt: Date;
}

/** Where a request for a session comes from, and which session its browser held until now. */
export interface SessionAsked {
	readonly sender: Sender;
	readonly replaces: string | null;
}

const minutes: Readonly<Record<Stage, number>> = {
	full: sessionDays * 24 * 60,
	enrol: 60,
	code: 10,
};

/**
 * A session under a new secret, in place of the one that the browser held: nobody can have planted it. The secret is told
 * here and stored nowhere, only its hash.
 */
export async function newSession(
	database: Sequelize,
	session: {
		readonly account: string;
		readonly stage: Stage;
		readonly openedBy: OpenedBy;
	} & SessionAsked,
	transaction: Transaction,
	audit: AuditEntry | null,
): Promise<NewSession> {
	const { account, stage, openedBy, sender, replaces } = session;
	const secret = randomSecret();
	if (replaces !== null) await removeSession(database, replaces, transaction);
	const expiresAt = await addSession(
		database,
		{
			...{ id: randomUUID(), secret, account, stage, openedBy, sender },
			minutes: minutes[stage],
		},
		transaction,
	);
	if (stage !== "code") await saveSignIn(database, account, transaction);
	if (audit) await auditEntry(database, transaction, audit);
	return { secret, stage, expiresAt };
}
