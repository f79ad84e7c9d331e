import { jest } from "@jest/globals";
import { runCommand } from "../../src/cli.ts";

/** Runs `faultline` with these words, in this process: everything it prints, and its exit code. */
export async function faultline(
	...words: string[]
): Promise<{ said: string; exitCode: typeof process.exitCode }> {
	let said = "";
	const into = (text: unknown) => {
		said += `${String(text)}\n`;
		return true;
	};
	const spies = [
		jest.spyOn(console, "log").mockImplementation(into),
		jest.spyOn(console, "error").mockImplementation(into),
		jest.spyOn(process.stdout, "write").mockImplementation(into),
		jest.spyOn(process.stderr, "write").mockImplementation(into),
	];
	process.exitCode = 0;
	try {
		await runCommand(["node", "faultline", ...words]);
		return { said, exitCode: process.exitCode };
	} finally {
		for (const spy of spies) spy.mockRestore();
		process.exitCode = 0;
	}
}
