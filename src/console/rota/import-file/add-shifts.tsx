import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type {
	DutyName,
	Rota,
	WrittenShift,
} from "../../../domain/rota/rota.ts";
import { useCalendarWords } from "../calendars/calendar-words.ts";
import { useDesk } from "../desk.tsx";
import styles from "./import.module.css";

const newLayer = "new";

/** Puts the good rows into the draft: on top of the duty's layers, or among the written shifts of one of them. */
export function AddShifts({
	duty,
	file,
	shifts,
	onAdded,
}: {
	duty: DutyName;
	file: string;
	shifts: readonly WrittenShift[];
	onAdded(count: number): void;
}) {
	const say = useCalendarWords();
	const { rota, change } = useDesk();
	const [chosen, choose] = useState(newLayer);
	if (shifts.length === 0) return null;
	const layers = (rota.duties[duty] ?? []).flatMap((layer, index) =>
		"shifts" in layer
			? [
					{
						value: String(index),
						number: index + 1,
						count: layer.shifts.length,
					},
				]
			: [],
	);
	const into = layers.some(({ value }) => value === chosen) ? chosen : newLayer;
	const count = shifts.length;
	return (
		<div className={styles.add}>
			{layers.length > 0 ? (
				<NativeSelect
					label={say("file.into")}
					value={into}
					onChange={(event) => choose(event.currentTarget.value)}
					data={[
						{ value: newLayer, label: say("file.newLayer") },
						...layers.map(({ value, ...layer }) => ({
							value,
							label: say("file.layer", layer),
						})),
					]}
				/>
			) : null}
			<Button
				onClick={() => {
					change(say("file.said", { count, name: file, duty }), (rota) =>
						withShifts(rota, duty, into, shifts),
					);
					onAdded(count);
				}}
			>
				{say("file.add", { count })}
			</Button>
		</div>
	);
}

function withShifts(
	rota: Rota,
	duty: DutyName,
	into: string,
	shifts: readonly WrittenShift[],
): Rota {
	const layers = rota.duties[duty] ?? [];
	const changed =
		into === newLayer
			? [...layers, { shifts }]
			: layers.map((layer, index) =>
					String(index) === into && "shifts" in layer
						? { shifts: [...layer.shifts, ...shifts] }
						: layer,
				);
	return { ...rota, duties: { ...rota.duties, [duty]: changed } };
}
