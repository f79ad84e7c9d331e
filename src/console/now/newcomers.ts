import { useEffect, useRef, useState } from "react";

const markedMilliseconds = 60_000;

/** Which of the listed came while the page was open; each is marked for a minute. */
export function useNewcomers(ids: readonly string[]): (id: string) => boolean {
	const known = useRef<ReadonlySet<string> | null>(null);
	const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
	const key = ids.join(" ");
	useEffect(() => {
		const listed = key.split(" ");
		const seen = known.current;
		known.current = new Set([...(seen ?? []), ...listed]);
		const newest = seen ? listed.findIndex((id) => seen.has(id)) : 0;
		// Only what stands above the known ones is new; below them come older ones that were asked for.
		const came = listed.slice(0, Math.max(0, newest));
		if (came.length === 0) return;
		setFresh((before) => new Set([...before, ...came]));
		setTimeout(
			() =>
				setFresh(
					(before) => new Set([...before].filter((id) => !came.includes(id))),
				),
			markedMilliseconds,
		);
	}, [key]);
	return (id) => fresh.has(id);
}
