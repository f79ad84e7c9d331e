import type { Sequelize, Transaction } from "sequelize";
import {
	lockSecondFactor,
	saveTotpStep,
	takeRecoveryCode,
} from "../database/second-factors.ts";
import {
	isFreshStep,
	recoveryCodeOf,
} from "../domain/account/second-factor.ts";
import { stepOfCode } from "./totp.ts";

/** Uses up a code of the account's second factor, of the app or a recovery code; null when it is wrong or was used before. */
export async function takeCode(
	database: Sequelize,
	account: string,
	code: string,
	transaction: Transaction,
): Promise<"app" | "recovery" | null> {
	const factor = await lockSecondFactor(database, transaction, account);
	if (!factor?.secret || !factor.confirmedAt) return null;
	const step = stepOfCode(factor.secret, code, factor.now);
	if (step !== null && isFreshStep(step, factor.lastStep)) {
		await saveTotpStep(database, account, step, transaction);
		return "app";
	}
	const recovery = recoveryCodeOf(code);
	if (recovery === null) return null;
	const isTaken = await takeRecoveryCode(
		database,
		account,
		recovery,
		transaction,
	);
	return isTaken ? "recovery" : null;
}
