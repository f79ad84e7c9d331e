import { readFileSync } from "node:fs";

// The last line of .ci/run: `N passed, N failed`, from the runner's own counts. A check that failed is a failure, and so is
// a test file that could not even be run.
const [counts, failedChecks] = process.argv.slice(2);
const ran = read(counts);
const passed = ran?.numPassedTests ?? 0;
const failed =
	(ran?.numFailedTests ?? 0) +
	(ran?.numRuntimeErrorTestSuites ?? 0) +
	Number(failedChecks);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0 || !ran?.success) process.exit(1);

function read(file) {
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return null;
	}
}
