import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runService } from "./run-service.ts";

export { runService };

// Either as the program itself, or called by `npm start` after it has seen to the build.
if (process.argv[1] && realpathSync(process.argv[1]) === thisFile())
	await runService();

function thisFile(): string {
	return fileURLToPath(import.meta.url);
}
