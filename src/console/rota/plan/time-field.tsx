import { useState } from "react";
import type { LocalTime } from "../../../domain/rota/rota.ts";
import { readLocalTime } from "../../../domain/rota/wall-clock.ts";
import { usePlan } from "./plan.tsx";
import { TypedText } from "./typed-text.tsx";

/** A time of day as anybody writes it: 8, 8.30, 08:30 or 0830; 24:00 is the end of the day. */
export function TimeField({
	label,
	value,
	onTake,
}: {
	label: string;
	value: LocalTime;
	onTake: (time: LocalTime) => void;
}) {
	const { say } = usePlan();
	const [isOdd, setOdd] = useState(false);
	return (
		<TypedText
			label={label}
			value={value}
			inputMode="numeric"
			atOnce={false}
			error={isOdd ? say("moment.oddTime") : null}
			accepts={(text) => {
				setOdd(timeIn(text) === null);
				return timeIn(text) !== null;
			}}
			onTake={(text) => {
				const time = timeIn(text);
				if (time !== null && time !== value) onTake(time);
			}}
		/>
	);
}

function timeIn(text: string): LocalTime | null {
	const parts = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim());
	if (!parts) return null;
	const time = `${(parts[1] ?? "").padStart(2, "0")}:${parts[2] ?? "00"}`;
	return readLocalTime(time) === null ? null : time;
}
