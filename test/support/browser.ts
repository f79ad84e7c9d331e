import { execFileSync, spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/**
 * These would make one process of everything, lift the rules that a page is tested under, or draw it through an OpenGL in software,
 * which costs half as much again as drawing without any.
 */
const unwanted = [
	...["--single-process", "--disable-web-security"],
	...["--use-gl=angle", "--use-angle=swiftshader", "--in-process-gpu"],
	...["--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
];

/** A real headless Chromium, unpacked from the package; nothing is downloaded. `close()` it afterwards. */
export async function openBrowser(): Promise<Browser> {
	const folder = unpacked();
	const executablePath = join(folder, "chromium");
	return playwright.launch({
		executablePath,
		env: environmentFor(executablePath, folder),
		args: [
			...chromium.args.filter((arg) => !unwanted.includes(arg)),
			"--disable-gpu",
		],
	});
}

/** Where Chromium and the libraries of its package lie; unpacked by whichever test file comes first, for all runs. */
function unpacked(): string {
	const uid = process.getuid?.() ?? 0;
	const home = join(tmpdir(), `faultline-chromium-${version()}-${uid}`);
	if (isOurs(home, uid)) return home;
	const draft = `${home}.${process.pid}`;
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { mode: 0o700 });
	// The package unpacks into the system's temporary folder, and its libraries only where it believes to be on Lambda.
	execFileSync(
		process.execPath,
		[
			"--input-type=module",
			"--eval",
			`import chromium from ${JSON.stringify(entry())}; await chromium.executablePath();`,
		],
		{ env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: "nodejs20.x" } },
	);
	try {
		renameSync(draft, home);
		return home;
	} catch {
		rmSync(draft, { recursive: true, force: true });
		if (isOurs(home, uid)) return home;
		throw new Error(`${home} belongs to somebody else: take it away`);
	}
}

function isOurs(folder: string, uid: number): boolean {
	const found = lstatSync(folder, { throwIfNoEntry: false });
	return found?.isDirectory() === true && found.uid === uid;
}

/** The system's own libraries where it has them, the package's on a bare machine. */
function environmentFor(
	executable: string,
	folder: string,
): Record<string, string> {
	const env = Object.fromEntries(
		Object.entries(process.env).map(([name, value]) => [name, value ?? ""]),
	);
	env.FONTCONFIG_PATH ??= join(folder, "fonts");
	const runs = spawnSync(executable, ["--version"], { stdio: "ignore" });
	if (runs.status !== 0) env.LD_LIBRARY_PATH = join(folder, "al2023", "lib");
	return env;
}

function entry(): string {
	return createRequire(import.meta.url).resolve("@sparticuz/chromium");
}

function version(): string {
	const manifest = join(dirname(entry()), "..", "..", "package.json");
	return createRequire(import.meta.url)(manifest).version;
}
