/** Says something to the person at the terminal, without mixing it with a command's output. */
export function tell(sentence) {
	process.stderr.write(`${sentence}\n`);
}
