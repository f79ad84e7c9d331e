import { ActionIcon, Button, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { withItemAt } from "../../../domain/rota/edits/lists.ts";
import type { DutyName, WrittenShift } from "../../../domain/rota/rota.ts";
import { ChoosePerson } from "./choose.tsx";
import { MomentField } from "./moment-field.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";

/** Shifts written out one by one. */
export function ShiftsEditor({
	duty,
	shifts,
	onTake,
}: {
	duty: DutyName;
	shifts: readonly WrittenShift[];
	onTake: (said: string, shifts: readonly WrittenShift[]) => void;
}) {
	const { rota, say, nameOf, now } = usePlan();
	const said = say("said.shifts", { duty: nameOf(duty) });
	const add = () => {
		const last = shifts.at(-1);
		const tomorrow = now.plus({ days: 1 }).toISODate();
		const after = now.plus({ days: 2 }).toISODate();
		const [first = ""] = Object.keys(rota.people);
		onTake(say("said.shiftAdded", { duty: nameOf(duty) }), [
			...shifts,
			{
				person: last?.person ?? first,
				start: `${tomorrow}T08:00`,
				end: `${after}T08:00`,
			},
		]);
	};
	return (
		<div className={styles.together}>
			<ul className={styles.shifts}>
				{shifts.map((shift, index) => {
					const take = (next: WrittenShift) =>
						onTake(said, withItemAt(shifts, index, next));
					return (
						// Shifts have no names; each is its place in the list.
						<li key={String(index)} className={styles.shift}>
							<ChoosePerson
								label={say("shift.person")}
								value={shift.person}
								onTake={(person) => take({ ...shift, person })}
							/>
							<MomentField
								label={say("shift.start")}
								value={shift.start}
								onTake={(start) => take({ ...shift, start })}
							/>
							<MomentField
								label={say("shift.end")}
								value={shift.end}
								onTake={(end) => take({ ...shift, end })}
							/>
							<ActionIcon
								variant="subtle"
								color="gray"
								size={36}
								aria-label={say("shift.remove", {
									name: nameOf(shift.person),
									start: shift.start,
								})}
								onClick={() =>
									onTake(
										say("said.shiftRemoved", { duty: nameOf(duty) }),
										withItemAt(shifts, index, null),
									)
								}
							>
								<IconX size={18} />
							</ActionIcon>
						</li>
					);
				})}
			</ul>
			<Group>
				<Button variant="default" onClick={add}>
					{say("shift.add")}
				</Button>
			</Group>
		</div>
	);
}
