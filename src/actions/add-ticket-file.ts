import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	saveTicketFile,
	ticketFileWith,
	ticketForFiles,
} from "../database/ticket-files.ts";
import {
	type FileKind,
	fileName,
	isImageKind,
	kindOf,
	mostFiles,
	type TicketFileView,
	ticketFileView,
} from "../domain/ticket/ticket-file.ts";
import { madeAnew } from "../images/make-anew.ts";
import { idOfSent, type Sent } from "./sent-once.ts";

export type FileRefusal =
	| "no-such-ticket"
	| "merged"
	| "too-many"
	| "empty"
	| "heic"
	| "not-taken"
	| "damaged"
	| "too-many-pixels"
	| "busy";

export type AddedTicketFile =
	| { readonly kind: "added"; readonly file: TicketFileView }
	/** It came before, and whoever sent it did not hear so. */
	| { readonly kind: "there-already"; readonly file: TicketFileView }
	| { readonly kind: "refused"; readonly because: FileRefusal };

interface SentFile extends Sent {
	readonly content: Buffer;
	/** As the sender calls it. */
	readonly name: string;
	/** Of whoever is signed in. */
	readonly account: string | null;
}

/**
 * Adds a photo or a PDF to a ticket. What it is its bytes tell, not its name; a photo is drawn anew, so that nothing else than what is seen
 * on it is kept. On the disk before it is on record: a file that nobody knows of does no harm, and `removeLostFiles` clears it away.
 */
export async function addTicketFile(
	ctx: Context,
	sent: SentFile,
): Promise<AddedTicketFile> {
	const id = idOfSent(sent);
	const before = await thereAlready(ctx, id);
	if (before) return before;
	const refused = refusalOf(await ticketForFiles(ctx.database, sent.number));
	if (refused) return refused;
	const safe = await safeContent(sent.content);
	if (safe.kind === "refused") return safe;
	const file = `files/${randomUUID()}`;
	await writeNew(ctx.config.dataDir, file, safe.bytes);
	try {
		const added = await save(ctx, sent, { id, file, ...safe });
		if (added.kind !== "added") await rm(join(ctx.config.dataDir, file));
		return added;
	} catch (error) {
		await rm(join(ctx.config.dataDir, file), { force: true });
		throw error;
	}
}

function refusalOf(ticket: Awaited<ReturnType<typeof ticketForFiles>>) {
	if (!ticket) return refusal("no-such-ticket");
	if (ticket.mergedInto !== null) return refusal("merged");
	return ticket.files >= mostFiles ? refusal("too-many") : null;
}

function refusal(because: FileRefusal) {
	return { kind: "refused", because } as const;
}

async function thereAlready(
	{ database }: Context,
	id: string,
	transaction: Transaction | null = null,
): Promise<AddedTicketFile | null> {
	const file = await ticketFileWith(database, id, transaction);
	return file && { kind: "there-already", file: ticketFileView(file) };
}

async function safeContent(content: Buffer) {
	if (content.length === 0) return refusal("empty");
	const mediaType = kindOf(content);
	if (mediaType === null) return refusal("not-taken");
	if (mediaType === "heic") return refusal("heic");
	if (!isImageKind(mediaType))
		return { kind: "made", mediaType, bytes: content } as const;
	const made = await madeAnew(content, mediaType);
	return made.kind === "made" ? { ...made, mediaType } : made;
}

async function save(
	ctx: Context,
	{ number, name, by, account }: SentFile,
	kept: {
		readonly id: string;
		/** Below the data folder. */
		readonly file: string;
		readonly mediaType: FileKind;
		readonly bytes: Buffer;
	},
): Promise<AddedTicketFile> {
	const { database, clock } = ctx;
	const { id, mediaType } = kept;
	const at = clock.now();
	const about = {
		name: fileName(name, mediaType),
		mediaType,
		bytes: kept.bytes.length,
		sha256: createHash("sha256").update(kept.bytes).digest("hex"),
	};
	return database.transaction(async (transaction) => {
		// Others may have added theirs while this one was drawn.
		const ticket = await ticketForFiles(database, number, transaction);
		const before = await thereAlready(ctx, id, transaction);
		if (before) return before;
		const refused = refusalOf(ticket);
		if (refused || !ticket) return refused ?? refusal("no-such-ticket");
		await saveTicketFile(database, transaction, {
			...{ id, at, by, account, file: kept.file, ticketId: ticket.id },
			...about,
		});
		await auditEntry(database, transaction, {
			...{ at, actor: by, action: "ticket-file-added" },
			subject: { kind: "ticket", id: number },
			after: { file: id, ...about },
		});
		await notifyOfChange(database, transaction, {
			...{ kind: "ticket-changed", number, line: ticket.line },
		});
		const file = ticketFileView({ id, at, by, ...about, isErased: false });
		return { kind: "added", file };
	});
}

/** Never over another file, and on the disk before it returns. */
async function writeNew(
	dataDir: string,
	file: string,
	bytes: Buffer,
): Promise<void> {
	await mkdir(join(dataDir, "files"), { recursive: true, mode: 0o700 });
	const handle = await open(join(dataDir, file), "wx", 0o600);
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
}
