import { useCallback, useEffect, useRef, useState } from "react";
import { newKey } from "./new-key.ts";

/** What is typed stays on this device until it has arrived, whatever becomes of the page; it goes along when the name changes. */
export function useKeptText(
	name: string,
): readonly [string, (text: string) => void] {
	const [text, setText] = useState(() => keptText(name));
	const before = useRef(name);
	const keep = useCallback(
		(next: string) => {
			setText(next);
			save(name, next);
		},
		[name],
	);
	useEffect(() => {
		if (before.current === name) return;
		save(before.current, "");
		save(name, text);
		before.current = name;
	}, [name, text]);
	return [text, keep];
}

/** What was typed and has not arrived. */
export function keptText(name: string): string {
	return localStorage.getItem(placeOf(name)) ?? "";
}

/** Sent along with the text, so that it is there once: the same until a letter of it is changed. */
export function keyOfKept(name: string): string {
	const place = keyPlaceOf(name);
	const key = localStorage.getItem(place) ?? newKey();
	localStorage.setItem(place, key);
	return key;
}

function save(name: string, text: string): void {
	localStorage.removeItem(keyPlaceOf(name));
	if (text === "") localStorage.removeItem(placeOf(name));
	else localStorage.setItem(placeOf(name), text);
}

function placeOf(name: string): string {
	return `faultline-typed:${name}`;
}

function keyPlaceOf(name: string): string {
	return `faultline-key:${name}`;
}
