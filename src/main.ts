import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runService } from "./run-service.ts";

export { type Service, startService } from "./service.ts";
export { runService };

if (process.argv[1] && isThisFile(process.argv[1])) await runService();

function isThisFile(path: string): boolean {
	return realpathSync(path) === fileURLToPath(import.meta.url);
}
