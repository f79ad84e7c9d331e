import { ActionIcon, Button, Group, Switch } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { withItemAt } from "../../../domain/rota/edits/lists.ts";
import { withSpecialDayAt } from "../../../domain/rota/edits/office-days.ts";
import type { SpecialDay } from "../../../domain/rota/rota.ts";
import { DateField } from "./date-field.tsx";
import { dayText } from "./days-section.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { TimeField } from "./time-field.tsx";
import { TypedText } from "./typed-text.tsx";

export function SpecialDayEditor({
	day,
	index,
}: {
	day: SpecialDay;
	index: number;
}) {
	const plan = usePlan();
	const { desk, say, setOpen } = plan;
	const { why, ...hours } = day;
	const take = (next: SpecialDay) =>
		desk.change(
			say("said.special", { date: dayText(plan, next.date) }),
			(rota) => withSpecialDayAt(rota, index, next),
		);
	const remove = () => {
		setOpen(`special[${index}]`, false);
		desk.change(
			say("said.specialRemoved", { date: dayText(plan, day.date) }),
			(rota) => withSpecialDayAt(rota, index, null),
		);
	};
	return (
		<>
			<div className={styles.fields}>
				<DateField
					label={say("special.date")}
					value={day.date}
					onTake={(date) => take({ ...day, date })}
				/>
				<TypedText
					label={say("special.why")}
					value={why ?? ""}
					onTake={(text) =>
						take({ ...hours, ...(text.trim() && { why: text.trim() }) })
					}
				/>
			</div>
			<Switch
				label={say("special.isOpen")}
				checked={day.open.length > 0}
				onChange={(event) =>
					take({
						...day,
						open: event.currentTarget.checked
							? [{ start: "08:00", end: "12:00" }]
							: [],
					})
				}
			/>
			<Openings day={day} onTake={take} />
			<Group>
				<Button variant="default" onClick={remove}>
					{say("special.remove")}
				</Button>
			</Group>
		</>
	);
}

function Openings({
	day,
	onTake,
}: {
	day: SpecialDay;
	onTake: (day: SpecialDay) => void;
}) {
	const { say } = usePlan();
	if (day.open.length === 0) return null;
	return (
		<div className={styles.together}>
			{day.open.map((times, place) => (
				// Openings have no names; each is its place in the list.
				<div key={String(place)} className={styles.inline}>
					<TimeField
						label={say("window.start")}
						value={times.start}
						onTake={(start) =>
							onTake({
								...day,
								open: withItemAt(day.open, place, { ...times, start }),
							})
						}
					/>
					<TimeField
						label={say("window.end")}
						value={times.end}
						onTake={(end) =>
							onTake({
								...day,
								open: withItemAt(day.open, place, { ...times, end }),
							})
						}
					/>
					{day.open.length > 1 ? (
						<ActionIcon
							variant="subtle"
							color="gray"
							size={36}
							aria-label={say("special.removeHours", {
								hours: `${times.start}–${times.end}`,
							})}
							onClick={() =>
								onTake({ ...day, open: withItemAt(day.open, place, null) })
							}
						>
							<IconX size={18} />
						</ActionIcon>
					) : null}
				</div>
			))}
			<Group>
				<Button
					variant="subtle"
					size="compact-md"
					onClick={() =>
						onTake({
							...day,
							open: [...day.open, { start: "13:00", end: "16:00" }],
						})
					}
				>
					{say("special.addHours")}
				</Button>
			</Group>
		</div>
	);
}
