import { checkNodeVersion } from "./node-version.js";

checkNodeVersion();

const { dirname, join } = await import("node:path");
const { fileURLToPath, pathToFileURL } = await import("node:url");
const { install } = await import("./install.js");
const { build } = await import("./build.js");

const root = dirname(dirname(fileURLToPath(import.meta.url)));
install(root);
await build(root);
const main = pathToFileURL(join(root, "dist/server/main.js"));
const { runService } = await import(main.href);
await runService();
