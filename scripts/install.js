import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tell } from "./tell.js";

/** Installs what `package-lock.json` says, if it is not there already; then there is no call to the network. */
export function install(root) {
	if (isInstalled(root)) return;
	tell("Installing what Faultline is made of (once; this takes a minute) …");
	const npm = process.env.npm_execpath;
	const [program, ...first] = npm?.endsWith(".js")
		? [process.execPath, npm]
		: [process.platform === "win32" ? "npm.cmd" : "npm"];
	const done = spawnSync(
		program,
		[
			...first,
			...["ci", "--include=dev", "--ignore-scripts"],
			...["--no-audit", "--no-fund", "--loglevel=error"],
		],
		{
			cwd: root,
			// All of npm's talk goes to stderr, so that a command's own output stays clean.
			stdio: ["ignore", 2, 2],
			shell: process.platform === "win32" && first.length === 0,
		},
	);
	if (done.status !== 0) {
		tell(
			"The packages could not be installed: see npm's words above, check the connection to the package registry, and start again.",
		);
		process.exit(1);
	}
}

function isInstalled(root) {
	const wanted = packagesIn(join(root, "package-lock.json"));
	const present = packagesIn(join(root, "node_modules/.package-lock.json"));
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(
		([path, { version, ...entry }]) =>
			path === "" ||
			(path in present
				? present[path].version === version
				: isForAnotherMachine(entry)),
	);
}

function packagesIn(file) {
	try {
		return JSON.parse(readFileSync(file, "utf8")).packages;
	} catch {
		return null;
	}
}

function isForAnotherMachine({ optional, devOptional, peer, os, cpu, libc }) {
	if (!optional && !devOptional && !peer) return false;
	const fits =
		(os?.includes(process.platform) ?? true) &&
		(cpu?.includes(process.arch) ?? true);
	return !(os || cpu) || !fits || Boolean(libc);
}
