import { checkNodeVersion } from "./node-version.js";

checkNodeVersion();

const { spawn } = await import("node:child_process");
const { dirname } = await import("node:path");
const { fileURLToPath } = await import("node:url");
const { install } = await import("./install.js");
const { build } = await import("./build.js");

const root = dirname(dirname(fileURLToPath(import.meta.url)));
install(root);
await build(root);

const child = spawn(
	process.execPath,
	["node_modules/jest/bin/jest.js", ...process.argv.slice(2)],
	{ cwd: root, stdio: "inherit", env: environment() },
);
// Ctrl-C reaches jest too; it stops its database before it ends.
for (const signal of ["SIGINT", "SIGTERM"])
	process.on(signal, () => signal === "SIGTERM" && child.kill(signal));
child.on("close", (code) => process.exit(code ?? 1));

/** The tests see nothing of the installation that may be set up around them. */
function environment() {
	const ours =
		/^(PORT|PUBLIC_URL|DATABASE_URL|DATA_DIR|CONFIG_DIR|SCHEDULES_DIR|TWILIO_.*|PHONE_NETWORK.*|SMTP_URL|MAIL_FROM|OIDC_.*|LOG_.*)$/;
	const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
	return {
		...Object.fromEntries(kept),
		NODE_ENV: "test",
		NODE_OPTIONS: [
			process.env.NODE_OPTIONS,
			"--experimental-vm-modules",
			"--disable-warning=ExperimentalWarning",
		]
			.filter(Boolean)
			.join(" "),
	};
}
