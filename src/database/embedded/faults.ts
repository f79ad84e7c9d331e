import { join } from "node:path";
import { SetupError } from "../../errors.ts";

/** What it throws becomes a SetupError. */
export function sayingWhy<T>(dataDir: string, act: () => T): T {
	try {
		return act();
	} catch (error) {
		throw asSetupError(dataDir, error);
	}
}

/** The error as one plain sentence about the data folder. */
export function asSetupError(dataDir: string, cause: unknown): SetupError {
	if (cause instanceof SetupError) return cause;
	const error = cause as NodeJS.ErrnoException;
	return new SetupError(sentenceFor(dataDir, error), { cause });
}

function sentenceFor(
	dataDir: string,
	{ code, syscall, message }: NodeJS.ErrnoException,
): string {
	if (code === "EACCES" || code === "EPERM" || code === "EROFS")
		return `The data folder ${dataDir} cannot be read and written by this user: give the rights, or set DATA_DIR to another folder.`;
	if (code === "ENOENT" && syscall === "mkdir")
		return `The data folder ${dataDir} cannot be made there: set DATA_DIR to another folder.`;
	if (code === "ENOTDIR" || code === "EEXIST")
		return `The data folder ${dataDir} is not a folder: set DATA_DIR to one.`;
	if (code === "ENOSPC" || /no space left/i.test(message))
		return `The disk that holds ${dataDir} is full: free some space and start again.`;
	return `The database in ${dataDir} did not start (${message}): see ${join(dataDir, "postgres.log")}, put a backup in its place, or set DATABASE_URL to a PostgreSQL of your own.`;
}
