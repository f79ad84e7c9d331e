import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** What a page's scripts may weigh, compressed: they must stay light on a technician's mobile connection. */
const limit = 350_000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "dist/console");
const manifest = JSON.parse(
	readFileSync(join(folder, ".vite/manifest.json"), "utf8"),
);

const first = ["index.html"];
const pages = [
	{ name: "The console's first page", parts: first },
	{
		name: "The rota's timeline",
		parts: [
			...first,
			"rota/rota-section.tsx",
			"rota/timeline/timeline-page.tsx",
		],
	},
];

const results = pages.map(({ name, parts }) => {
	const files = new Set(parts.flatMap((part) => [...filesOf(part)]));
	const bytes = [...files].reduce(
		(sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length,
		0,
	);
	const found = `${name} loads ${Math.round(bytes / 1000)} kB of scripts compressed; at most ${limit / 1000} kB`;
	if (bytes <= limit) {
		console.log(`${found}.`);
		return true;
	}
	console.error(`${found}: load what is not needed at once with import().`);
	return false;
});
if (!results.every(Boolean)) process.exit(1);

/** A part's script and all that it loads with it. */
function filesOf(part, files = new Set()) {
	const { file, imports = [] } = manifest[part] ?? missing(part);
	if (files.has(file)) return files;
	files.add(file);
	for (const each of imports) filesOf(each, files);
	return files;
}

function missing(part) {
	throw new Error(`The console's manifest does not know ${part}: build first`);
}
