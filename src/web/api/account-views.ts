import type { Context } from "../../context.ts";
import { accountById } from "../../database/accounts.ts";
import { recoveryCodesLeft } from "../../database/second-factors.ts";
import {
	type Account,
	mustHaveSecondFactor,
	stateOf,
} from "../../domain/account/account.ts";
import type { Language } from "../../domain/language.ts";
import type { Asker, AskerAccount, AskerSession } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import type { Account as AccountView, OwnAccount } from "./account-shapes.ts";
import { accountRefusals } from "./account-words.ts";
import type { Session } from "./shapes.ts";

/** Whose own account is meant; a token has none. */
export function ownerOf(
	{ account, session, name }: Asker,
	language: Language,
): AskerAccount & { readonly name: string; readonly session: AskerSession } {
	if (!account || !session)
		throw new Refusal(409, accountRefusals.noAccount, language);
	return { ...account, name, session };
}

export async function ownAccountView(
	{ database }: Pick<Context, "database">,
	id: string,
	language: Language,
): Promise<OwnAccount> {
	const account = await knownAccount({ database }, id, language);
	return {
		...fieldsOf(account),
		hasPassword: account.hasPassword,
		secondFactor: {
			isOn: account.secondFactorSince !== null,
			isCompulsory: mustHaveSecondFactor(account),
			since: account.secondFactorSince?.toISOString() ?? null,
			recoveryCodesLeft: await recoveryCodesLeft(database, id),
		},
	};
}

export async function knownAccount(
	{ database }: Pick<Context, "database">,
	id: string,
	language: Language,
): Promise<Account> {
	const account = await accountById(database, id);
	if (!account) throw new Refusal(404, accountRefusals.noSuchAccount, language);
	return account;
}

export function accountView(account: Account): AccountView {
	return {
		...fieldsOf(account),
		state: stateOf(account),
		hasSecondFactor: account.secondFactorSince !== null,
		createdAt: account.createdAt.toISOString(),
		lastSignedInAt: account.lastSignedInAt?.toISOString() ?? null,
	};
}

export async function sessionAccountView(
	{ database }: Pick<Context, "database">,
	asker: AskerAccount | null,
): Promise<Session["account"]> {
	const account = asker && (await accountById(database, asker.id));
	if (!account) return null;
	const { id, name, email, language, secondFactorSince } = account;
	return {
		...{ id, name, email, language },
		hasSecondFactor: secondFactorSince !== null,
	};
}

/** The people of the published rotas who have this address. */
export function peopleOf(
	{ config, rotas }: Pick<Context, "config" | "rotas">,
	email: string,
): Session["people"] {
	return Object.keys(config.lines).flatMap((line) =>
		Object.entries(rotas.current(line)?.rota.people ?? {})
			.filter(([, person]) => person.email?.toLowerCase() === email)
			.map(([person, { name }]) => ({ line, person, name })),
	);
}

function fieldsOf({ id, email, name, role, language }: Account) {
	return { id, email, name, role, language };
}
