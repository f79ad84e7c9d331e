#!/usr/bin/env node
import { checkNodeVersion } from "../scripts/node-version.js";

checkNodeVersion();

const { dirname, join } = await import("node:path");
const { fileURLToPath, pathToFileURL } = await import("node:url");
const { install } = await import("../scripts/install.js");
const { build } = await import("../scripts/build.js");

const root = dirname(dirname(fileURLToPath(import.meta.url)));
install(root);
await build(root);
const cli = pathToFileURL(join(root, "dist/server/cli.js"));
const { runCommand } = await import(cli.href);
await runCommand(process.argv);
