import { TextInput, type TextInputProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

const pauseMilliseconds = 500;

/**
 * A field that takes over what is typed at a pause, when it is left and with Enter: one step to undo, and nothing lost. What
 * `accepts` turns down waits in the field until it is mended.
 */
export function TypedText({
	value,
	onTake,
	accepts = () => true,
	atOnce = true,
	...field
}: Omit<TextInputProps, "value" | "onChange" | "onBlur" | "onKeyDown"> & {
	value: string;
	onTake: (text: string) => void;
	accepts?: (text: string) => boolean;
	/** Whether a pause is enough; names that are changed everywhere wait for Enter, or for leaving the field. */
	atOnce?: boolean;
}) {
	const [typed, setTyped] = useState<string | null>(null);
	const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	const last = useRef({ value, onTake, accepts });
	useEffect(() => {
		last.current = { value, onTake, accepts };
	});
	const take = (text: string | null) => {
		clearTimeout(waiting.current);
		if (text === null) return;
		const { value: before, onTake: taken, accepts: fits } = last.current;
		if (text !== before && !fits(text)) return;
		setTyped(null);
		if (text !== before) taken(text);
	};
	const latest = useRef<string | null>(null);
	useEffect(() => {
		latest.current = typed;
	}, [typed]);
	// A field that goes away with its editor has been left, too.
	useEffect(() => {
		const timer = waiting;
		return () => {
			clearTimeout(timer.current);
			const { value: before, onTake: taken, accepts: fits } = last.current;
			const text = latest.current;
			if (text !== null && text !== before && fits(text)) taken(text);
		};
	}, []);
	return (
		<TextInput
			maxLength={500}
			{...field}
			value={typed ?? value}
			onChange={(event) => {
				const text = event.currentTarget.value;
				setTyped(text);
				clearTimeout(waiting.current);
				if (atOnce)
					waiting.current = setTimeout(() => take(text), pauseMilliseconds);
			}}
			onBlur={() => take(typed)}
			onKeyDown={(event) => {
				if (event.key === "Enter") take(typed);
			}}
		/>
	);
}
