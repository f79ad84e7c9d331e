import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	lockFile,
	saveErased,
	ticketForFiles,
} from "../database/ticket-files.ts";

export type RemovedTicketFile =
	| { readonly kind: "removed" }
	| {
			readonly kind: "refused";
			readonly because: "no-such-file" | "somebody-elses";
	  };

/**
 * Erases a file of a ticket: its bytes are gone, that it was there and who removed it stays on record.
 *
 * @param asked.mayRemoveAny whether it may be somebody else's.
 */
export async function removeTicketFile(
	{ database, clock, config, log }: Context,
	asked: {
		readonly number: string;
		readonly id: string;
		readonly by: string;
		readonly account: string | null;
		readonly mayRemoveAny: boolean;
		readonly reason?: string | undefined;
	},
): Promise<RemovedTicketFile> {
	const { number, id, by, reason } = asked;
	const removed = await database.transaction(async (transaction) => {
		const ticket = await ticketForFiles(database, number, transaction);
		const found =
			ticket &&
			(await lockFile(database, transaction, { ticketId: ticket.id, id }));
		if (!found) return "no-such-file";
		const { file, by: sender, account, ...about } = found;
		const isTheirs = sender === by && account === asked.account;
		if (!isTheirs && !asked.mayRemoveAny) return "somebody-elses";
		await saveErased(database, transaction, id);
		await auditEntry(database, transaction, {
			...{ at: clock.now(), actor: by, action: "ticket-file-removed" },
			subject: { kind: "ticket", id: number },
			before: { file: id, by: sender, ...about },
			...(reason !== undefined && { reason }),
		});
		await notifyOfChange(database, transaction, {
			...{ kind: "ticket-changed", number, line: ticket.line },
		});
		return { file };
	});
	if (typeof removed === "string") return { kind: "refused", because: removed };
	// What cannot be erased now is cleared away later: nothing leads to it any more.
	await rm(join(config.dataDir, removed.file), { force: true }).catch((error) =>
		log.warn("a removed file could not be erased yet", { id, error }),
	);
	return { kind: "removed" };
}
