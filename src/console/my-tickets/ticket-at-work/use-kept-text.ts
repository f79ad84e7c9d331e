import { useCallback, useState } from "react";

/** What is typed stays on this phone until it has arrived, whatever becomes of the page. */
export function useKeptText(
	key: string,
): readonly [string, (text: string) => void] {
	const place = `faultline-typed:${key}`;
	const [text, setText] = useState(() => localStorage.getItem(place) ?? "");
	const keep = useCallback(
		(next: string) => {
			setText(next);
			if (next === "") localStorage.removeItem(place);
			else localStorage.setItem(place, next);
		},
		[place],
	);
	return [text, keep];
}
