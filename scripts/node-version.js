/** Node's own syntax errors tell a newcomer nothing, so this is checked before anything else is loaded. */
export function checkNodeVersion() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(
		`This is Node.js ${process.versions.node}: install Node.js 20.19 or newer, and start again.`,
	);
	process.exit(1);
}
