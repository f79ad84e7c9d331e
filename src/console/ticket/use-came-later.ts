import { useEffect, useRef, useState } from "react";

const markedMilliseconds = 60_000;

/** Which of the listed came while the page was open, wherever they stand; each is marked for a minute. `null`: not here yet. */
export function useCameLater(
	keys: readonly string[] | null,
): (key: string) => boolean {
	const known = useRef<ReadonlySet<string> | null>(null);
	const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
	const list = keys?.join("\n") ?? null;
	useEffect(() => {
		if (list === null) return;
		const listed = list.split("\n");
		const seen = known.current;
		known.current = new Set([...(seen ?? []), ...listed]);
		const came = seen ? listed.filter((key) => !seen.has(key)) : [];
		if (came.length === 0) return;
		setFresh((before) => new Set([...before, ...came]));
		setTimeout(
			() =>
				setFresh(
					(before) => new Set([...before].filter((key) => !came.includes(key))),
				),
			markedMilliseconds,
		);
	}, [list]);
	return (key) => fresh.has(key);
}
