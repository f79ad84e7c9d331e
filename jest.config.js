export default {
	testEnvironment: "node",
	// Half of a test's work is PostgreSQL's and Chromium's, and one waits for the other: three files at a time keep two cores busy.
	maxWorkers: 3,
	// Modules of files that are done are not given back to the system before their process ends.
	workerIdleMemoryLimit: "1500MB",
	testMatch: ["<rootDir>/test/**/*.test.ts"],
	globalSetup: "<rootDir>/test/support/global-setup.js",
	globalTeardown: "<rootDir>/test/support/global-teardown.js",
	extensionsToTreatAsEsm: [".ts", ".tsx"],
	transform: {
		"^.+\\.tsx?$": [
			"@swc/jest",
			{
				jsc: {
					parser: { syntax: "typescript", tsx: true },
					transform: { react: { runtime: "automatic" } },
					target: "es2022",
				},
				module: { type: "es6" },
			},
		],
	},
};
