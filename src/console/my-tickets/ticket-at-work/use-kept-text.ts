import { useCallback, useEffect, useRef, useState } from "react";

/** What is typed stays on this phone until it has arrived, whatever becomes of the page; it goes along when the key changes. */
export function useKeptText(
	key: string,
): readonly [string, (text: string) => void] {
	const [text, setText] = useState(() => keptText(key));
	const before = useRef(key);
	const keep = useCallback(
		(next: string) => {
			setText(next);
			save(key, next);
		},
		[key],
	);
	useEffect(() => {
		if (before.current === key) return;
		save(before.current, "");
		save(key, text);
		before.current = key;
	}, [key, text]);
	return [text, keep];
}

/** What was typed and has not arrived. */
export function keptText(key: string): string {
	return localStorage.getItem(placeOf(key)) ?? "";
}

function save(key: string, text: string): void {
	if (text === "") localStorage.removeItem(placeOf(key));
	else localStorage.setItem(placeOf(key), text);
}

function placeOf(key: string): string {
	return `faultline-typed:${key}`;
}
