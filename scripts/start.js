import { checkNodeVersion } from "./node-version.js";

checkNodeVersion();

const { dirname, join } = await import("node:path");
const { fileURLToPath, pathToFileURL } = await import("node:url");
const { install } = await import("./install.js");
const { build } = await import("./build.js");

const root = dirname(dirname(fileURLToPath(import.meta.url)));
endWithNpm();
install(root);
await build(root);
const main = pathToFileURL(join(root, "dist/server/main.js"));
const { runService } = await import(main.href);
await runService();

/**
 * `npm start` runs us in its shell's place (that is what the `exec` in package.json is for; where there is none, the
 * other half of that line serves), so npm's signals reach us. If npm is killed, it cannot tell us.
 */
function endWithNpm() {
	if (process.env.npm_lifecycle_event !== "start") return;
	const npm = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === npm) return;
		clearInterval(watch);
		process.kill(process.pid, "SIGTERM");
	}, 200);
	watch.unref();
}
