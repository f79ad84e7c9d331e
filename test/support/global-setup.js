import { tsImport } from "tsx/esm/api";

/** One real PostgreSQL for the whole run; its address reaches the test files through the environment. */
export default async function setUp() {
	const { startTestServer } = await tsImport(
		"./test-server.ts",
		import.meta.url,
	);
	const server = await startTestServer();
	process.env.FAULTLINE_TEST_SERVER = server.url;
	globalThis.stopTestServer = server.stop;
	// A run that is broken off does not come to its tear-down.
	for (const signal of ["SIGINT", "SIGTERM"])
		process.once(signal, () => {
			server.abandon();
			process.exit(1);
		});
}
