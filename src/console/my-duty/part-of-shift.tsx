import { NativeSelect } from "@mantine/core";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { clockTime } from "../times.ts";
import { date, part } from "../wall-clock.ts";
import styles from "./my-duty.module.css";
import { useMyDutyWords } from "./my-duty-words.ts";
import type { CutDay } from "./part-choices.ts";

/** One end of a part: a day of the shift, and a time of that day. */
export function CutChoice({
	label,
	zone,
	days,
	value,
	onChange,
}: {
	label: string;
	zone: string;
	days: readonly CutDay[];
	value: number;
	onChange(at: number): void;
}) {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const now = useNow();
	const reader = { language, zone };
	const chosen = days.find(({ at }) => at.includes(value)) ?? days[0];
	if (!chosen) return null;
	const times = chosen.at.map((at) => clockTime(new Date(at), reader));
	return (
		<fieldset className={styles.cut}>
			<legend>{label}</legend>
			<NativeSelect
				aria-label={`${label}: ${say("give.day")}`}
				size="md"
				value={chosen.day}
				data={days.map(({ day, at }) => {
					const first = new Date(at[0] ?? 0);
					return {
						value: day,
						label: `${part(first, reader, { weekday: "short" })} ${date(first, now, reader, "short")}`,
					};
				})}
				onChange={(event) => {
					const day = days.find(
						(each) => each.day === event.currentTarget.value,
					);
					const wanted = clockTime(new Date(value), reader);
					const same = day?.at.find(
						(at) => clockTime(new Date(at), reader) === wanted,
					);
					onChange(same ?? day?.at[0] ?? value);
				}}
			/>
			<NativeSelect
				aria-label={`${label}: ${say("give.time")}`}
				size="md"
				value={String(value)}
				data={chosen.at.map((at, index) => ({
					value: String(at),
					label: timeWords(times, index, new Date(at), reader.zone),
				}))}
				onChange={(event) => onChange(Number(event.currentTarget.value))}
			/>
		</fieldset>
	);
}

/** A time that the clock shows twice is told with its zone: "3.00 GMT+3". */
function timeWords(
	times: readonly string[],
	index: number,
	at: Date,
	zone: string,
): string {
	const time = times[index] ?? "";
	if (times.filter((each) => each === time).length < 2) return time;
	const parts = new Intl.DateTimeFormat("en-GB", {
		timeZone: zone,
		timeZoneName: "shortOffset",
	}).formatToParts(at);
	const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
	return `${time} ${offset}`;
}
