import { execFileSync } from "node:child_process";
import { type BigIntStats, statSync } from "node:fs";

/** The account that PostgreSQL runs as; null is our own. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/**
 * Whom PostgreSQL shall run as for this cluster folder. It refuses to run as root, so under root it runs as the owner
 * of an existing cluster, else as the system's `postgres` (made if missing), else as `nobody`.
 */
export function accountFor(clusterDirectory: string): Account {
	if (process.getuid?.() !== 0) return null;
	const owner = statOf(clusterDirectory);
	if (owner && owner.uid !== 0n)
		return { uid: Number(owner.uid), gid: Number(owner.gid) };
	const account = idOf("postgres") ?? madeAccount() ?? idOf("nobody");
	if (!account)
		throw new Error("there is no account `postgres` and none could be made");
	return account;
}

function madeAccount(): Account {
	try {
		execFileSync("groupadd", ["--system", "postgres"], { stdio: "ignore" });
	} catch {
		// The group may be there without the user.
	}
	try {
		execFileSync("useradd", ["--system", "-g", "postgres", "postgres"], {
			stdio: "ignore",
		});
		return idOf("postgres");
	} catch {
		return null;
	}
}

function idOf(name: string): Account {
	const id = (flag: string) =>
		Number(
			execFileSync("id", [flag, name], {
				encoding: "utf8",
				stdio: ["ignore", "pipe", "ignore"],
			}),
		);
	try {
		return { uid: id("-u"), gid: id("-g") };
	} catch {
		return null;
	}
}

function statOf(path: string): BigIntStats | undefined {
	return statSync(path, { bigint: true, throwIfNoEntry: false });
}
