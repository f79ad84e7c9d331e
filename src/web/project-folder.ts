import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A path below the project's own folder, the same whether run from the sources or from the build. */
export function inProject(...parts: string[]): string {
	return join(projectFolder, ...parts);
}

const projectFolder = folderWithPackage(
	dirname(fileURLToPath(import.meta.url)),
);

function folderWithPackage(from: string): string {
	if (existsSync(join(from, "package.json"))) return from;
	const above = dirname(from);
	if (above === from) throw new Error("The project's package.json is missing");
	return folderWithPackage(above);
}
