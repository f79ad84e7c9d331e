import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface RunningServer {
	readonly pid: number;
	readonly port: number;
	readonly ready: boolean;
}

/** The server that runs on this very folder, if one does; a file left behind by a killed server is seen through. */
export function runningServer(directory: string): RunningServer | null {
	const lines = pidFileOf(directory)?.split("\n");
	if (!lines) return null;
	const pid = Number(lines[0]);
	if (!Number.isInteger(pid) || pid <= 0 || !serves(pid, directory))
		return null;
	return {
		pid,
		port: Number(lines[3]),
		ready: lines[7]?.trim() === "ready",
	};
}

function pidFileOf(directory: string): string | null {
	try {
		return readFileSync(join(directory, "postmaster.pid"), "utf8");
	} catch {
		return null;
	}
}

/** Whether this process is a server of this folder, not a stranger that got its number after a crash. */
export function serves(pid: number, directory: string): boolean {
	if (process.platform !== "linux") return sendSignal(pid, 0);
	try {
		const working = statSync(`/proc/${pid}/cwd`, { bigint: true });
		const folder = statSync(directory, { bigint: true });
		return working.dev === folder.dev && working.ino === folder.ino;
	} catch {
		return false;
	}
}

/**
 * After a crash the file may name a process that now is somebody else, and PostgreSQL would refuse to start. It trusts a
 * file that names its own parent to be stale, and still checks that no orphan of the old server uses the memory in it.
 */
export function disownPidFile(directory: string): void {
	const text = pidFileOf(directory);
	if (text === null || runningServer(directory)) return;
	const rest = text.slice(Math.max(text.indexOf("\n"), 0));
	writeFileSync(join(directory, "postmaster.pid"), `${process.pid}${rest}`);
}

/** Whether there is such a process; signal 0 only asks. */
export function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
	try {
		return process.kill(pid, signal);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
