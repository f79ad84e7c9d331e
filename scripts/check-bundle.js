import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

// What a browser must fetch and run before the console's first page: all scripts that index.html leads to.
const budget = 350_000;
const folder = join(
	dirname(dirname(fileURLToPath(import.meta.url))),
	"dist/console/assets",
);

const scripts = readdirSync(folder)
	.filter((name) => name.endsWith(".js"))
	.map((name) => ({
		name,
		bytes: gzipSync(readFileSync(join(folder, name))).length,
	}));
const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { name, bytes } of scripts)
	console.log(`${kilobytes(bytes)}  ${name}`);
console.log(
	`${kilobytes(total)}  in all, of ${kilobytes(budget).trim()} allowed (gzip)`,
);
if (total > budget) {
	console.log("The console's scripts are over their budget.");
	process.exit(1);
}

function kilobytes(bytes) {
	return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
