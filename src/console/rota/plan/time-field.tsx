import type { LocalTime } from "../../../domain/rota/rota.ts";
import { TypedText } from "./typed-text.tsx";

/** A time of day. The end of a day, 24:00, is the next midnight: the browser shows it as 00:00, which means the same there. */
export function TimeField({
	label,
	value,
	onTake,
}: {
	label: string;
	value: LocalTime;
	onTake: (time: LocalTime) => void;
}) {
	return (
		<TypedText
			type="time"
			label={label}
			value={value === "24:00" ? "00:00" : value}
			accepts={(text) => /^\d{2}:\d{2}$/.test(text)}
			onTake={onTake}
		/>
	);
}
