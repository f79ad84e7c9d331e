import { randomBytes } from "node:crypto";
import {
	accessSync,
	constants,
	mkdirSync,
	readFileSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { SetupError } from "../../errors.ts";
import { asSetupError } from "./faults.ts";
import { majorVersion } from "./programs.ts";

const largestLog = 5_000_000;

/** Makes the folder if need be, for nobody but us; throws a SetupError when it cannot be used. */
export function prepareFolder(dataDir: string): void {
	try {
		makeFolder(dataDir);
		accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch (error) {
		throw asSetupError(dataDir, error);
	}
}

/** Folder by folder: Node's own way of making them all (`recursive`) never ends below /proc. */
function makeFolder(path: string): void {
	const found = statSync(path, { throwIfNoEntry: false });
	if (found?.isDirectory()) return;
	if (!found) makeFolder(dirname(path));
	try {
		mkdirSync(path, { mode: 0o700 });
	} catch (error) {
		// Another process may have made it just now.
		if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
	}
}

/** Throws a SetupError when the folder is not a whole cluster of this PostgreSQL. */
export function checkCluster(directory: string): void {
	let version: string;
	try {
		version = readFileSync(join(directory, "PG_VERSION"), "utf8").trim();
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		if (code === "EACCES" || code === "EPERM") throw cause;
		throw new SetupError(
			`The folder ${directory} is not a whole database: put a backup in its place, or move it away to begin with an empty one.`,
			{ cause },
		);
	}
	if (version !== majorVersion)
		throw new SetupError(
			`The database in ${directory} was made by PostgreSQL ${version}, and this is ${majorVersion}: make a backup with the earlier version, and restore it here.`,
		);
}

/** The password of the cluster, known only to who may read the data folder. */
export function passwordOf(dataDir: string, clusterExists: boolean): string {
	const file = join(dataDir, "postgres.password");
	try {
		return readFileSync(file, "utf8").trim();
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		if (code !== "ENOENT") throw asSetupError(dataDir, cause);
		if (clusterExists)
			throw new SetupError(
				`The database's password is missing: put the file ${file} back from a backup.`,
				{ cause },
			);
	}
	const password = randomBytes(24).toString("hex");
	try {
		writeFileSync(file, `${password}\n`, { mode: 0o600 });
	} catch (error) {
		throw asSetupError(dataDir, error);
	}
	return password;
}

/** Begins the server's log anew when it has grown large. */
export function keepLogSmall(file: string): void {
	const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	if (size > largestLog) truncateSync(file);
}
