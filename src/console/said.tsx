/** A sentence in which what stands between backquotes is typed by the reader, word for word. */
export function Said({ text }: { text: string }) {
	return text
		.split(/(`[^`]+`)/)
		.map((part) =>
			part.startsWith("`") ? <code key={part}>{part.slice(1, -1)}</code> : part,
		);
}
