import { QueryTypes } from "sequelize";
import type { Context } from "../context.ts";
import { countAttempt } from "../database/sign-in-attempts.ts";
import { emailOf } from "../domain/account/email.ts";
import { placeOf } from "../domain/account/place.ts";

export type ResetAsked =
	| { readonly kind: "sent-if-known" | "ask-admin" }
	| {
			readonly kind: "refused";
			readonly because: "locked";
			readonly seconds: number;
	  };

/**
 * Somebody has forgotten a password. What they are told, and how soon, is the same whether the address has an account or
 * not: a task looks. One address gets a few links an hour.
 */
export async function askForReset(
	{ database, mail }: Pick<Context, "database" | "mail">,
	asked: { readonly email: string; readonly address: string | null },
): Promise<ResetAsked> {
	if (!mail.isSet) return { kind: "ask-admin" };
	const place = await countAttempt(
		database,
		"forgot-address",
		placeOf(asked.address),
	);
	if (place.kind === "locked")
		return { kind: "refused", because: "locked", seconds: place.seconds };
	const email = emailOf(asked.email);
	const isMailed =
		email !== null &&
		(await countAttempt(database, "forgot", email)).kind === "allowed";
	if (isMailed)
		await database.query(
			"select graphile_worker.add_job('mail-reset-link', json_build_object('email', $1::text), max_attempts := 5)",
			{ bind: [email], type: QueryTypes.SELECT },
		);
	return { kind: "sent-if-known" };
}
