export default {
	testEnvironment: "node",
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
