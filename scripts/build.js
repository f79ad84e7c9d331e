import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { tell } from "./tell.js";

/** What is built, from which files, and how; a part is built again when the content of its files has changed. */
const parts = [
	{
		name: "server",
		from: ["src", "tsconfig.json", "tsconfig.build.json"],
		build: (into) => [
			"node_modules/typescript/bin/tsc",
			...["-p", "tsconfig.build.json", "--noCheck", "--outDir", into],
		],
	},
	{
		name: "console",
		from: ["src/console", "src/domain", "vite.config.ts"],
		build: (into) => viteBuild("vite.config.ts", into),
	},
	{
		name: "phones",
		from: [
			"src/telephony/emulator/phones",
			"src/console/theme.ts",
			"vite.phones.config.ts",
		],
		build: (into) => viteBuild("vite.phones.config.ts", into),
	},
];

/** Builds into `dist/` what is not up to date. */
export async function build(root) {
	const stale = parts
		.map((part) => ({ ...part, digest: digestOf(root, part) }))
		.filter(({ name, digest }) => stampOf(root, name) !== digest);
	if (stale.length === 0) return;
	tell("Building Faultline …");
	const results = await Promise.all(stale.map((part) => buildPart(root, part)));
	if (results.every(Boolean)) return;
	tell("Faultline could not be built: see the words above.");
	process.exit(1);
}

/** Builds beside the old one and takes its place when it is whole, so that two builds at a time do no harm. */
async function buildPart(root, { name, digest, build }) {
	const draft = join(root, "dist", `.${name}-${process.pid}`);
	const home = join(root, "dist", name);
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { recursive: true });
	try {
		if (!(await run(root, build(draft)))) return false;
		writeFileSync(join(draft, ".built"), digest);
		takePlace(draft, home);
		return true;
	} finally {
		rmSync(draft, { recursive: true, force: true });
	}
}

function takePlace(draft, home) {
	const old = `${draft}.old`;
	try {
		if (existsSync(home)) renameSync(home, old);
		renameSync(draft, home);
	} finally {
		rmSync(old, { recursive: true, force: true });
	}
}

function run(root, program) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, program, {
			cwd: root,
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...process.env, NODE_ENV: "production" },
		});
		const words = [];
		child.stdout.on("data", (chunk) => words.push(chunk));
		child.stderr.on("data", (chunk) => words.push(chunk));
		child.on("close", (code) => {
			if (code !== 0) tell(Buffer.concat(words).toString("utf8").trim());
			resolve(code === 0);
		});
	});
}

function viteBuild(config, into) {
	return [
		"node_modules/vite/bin/vite.js",
		...["build", "--config", config, "--outDir", into],
		...["--emptyOutDir", "--logLevel", "warn"],
	];
}

function stampOf(root, name) {
	try {
		return readFileSync(join(root, "dist", name, ".built"), "utf8");
	} catch {
		return null;
	}
}

function digestOf(root, { from }) {
	const hash = createHash("sha256");
	for (const path of [...from, "package-lock.json", "scripts/build.js"])
		for (const file of filesIn(root, path))
			hash.update(`${file}\0`).update(readFileSync(join(root, file)));
	return hash.digest("hex");
}

function filesIn(root, path) {
	const entries = entriesOf(join(root, path));
	if (!entries) return existsSync(join(root, path)) ? [path] : [];
	return entries.sort().flatMap((name) => filesIn(root, `${path}/${name}`));
}

function entriesOf(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return null;
	}
}
