import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** What the console's page loads before it shows anything must stay light on a technician's mobile connection. */
const limit = 350_000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "dist/console");
const page = readFileSync(join(folder, "index.html"), "utf8");
const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" })
	.map((path) => path.replaceAll("\\", "/"))
	.filter((path) => path.endsWith(".js") && page.includes(path));
const bytes = scripts.reduce(
	(sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length,
	0,
);
const found = `The console's first scripts are ${Math.round(bytes / 1000)} kB compressed; at most ${limit / 1000} kB`;
if (scripts.length === 0 || bytes > limit) {
	console.error(`${found}: load what is not needed at once with import().`);
	process.exit(1);
}
console.log(`${found}.`);
