import { Button, Switch, Title } from "@mantine/core";
import { useState } from "react";
import { moved, withItemAt } from "../../../domain/rota/edits/lists.ts";
import {
	turnHolder,
	withHandoff,
	withTurnOf,
} from "../../../domain/rota/edits/present-turn.ts";
import type { DutyName, Rotation } from "../../../domain/rota/rota.ts";
import { HandoffList } from "./handoff-list.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { RuleEditor } from "./rule-editor.tsx";
import { TimeField } from "./time-field.tsx";
import { TurnOrder } from "./turn-order.tsx";
import { WindowList } from "./window-list.tsx";

/** Who takes turns, when they hand over, and at what hours the layer shows at all. */
export function RotationEditor({
	duty,
	index,
	rotation,
	place,
	onTake,
}: {
	duty: DutyName;
	index: number;
	rotation: Rotation;
	place: string;
	onTake: (said: string, rotation: Rotation) => void;
}) {
	const { rota, say, now, nameOf } = usePlan();
	const [keeps, setKeeps] = useState(true);
	const holder = turnHolder(rotation, rota.zone, now);
	// A rule that is being typed has no holder; whoever had the turn before is to have it again after.
	const [first] = useState(holder);
	const keep = keeps ? (holder ?? first) : null;
	const name = nameOf(duty);
	const reorder = (people: readonly string[]) => {
		const next = { ...rotation, people };
		onTake(
			say("said.order", { duty: name }),
			keep ? withTurnOf(next, keep, rota.zone, now) : next,
		);
	};
	const handOver = (rrule: string, time: string) =>
		onTake(
			say("said.handoff", { duty: name }),
			withHandoff(rotation, { rrule, time }, keep, rota.zone, now),
		);
	return (
		<>
			<TurnOrder
				rotation={rotation}
				holder={holder}
				onMove={(from, to) => reorder(moved(rotation.people, from, to))}
				onRemove={(at) => reorder(withItemAt(rotation.people, at, null))}
				onAdd={(person) => reorder([...rotation.people, person])}
			/>
			<div className={styles.together}>
				<Switch
					checked={keeps}
					label={say("turn.keep")}
					onChange={(event) => setKeeps(event.currentTarget.checked)}
				/>
				<TurnBeforeAndAfter
					duty={duty}
					index={index}
					rotation={rotation}
					onKeep={(person) =>
						onTake(
							say("said.turnKept", { name: nameOf(person) }),
							withTurnOf(rotation, person, rota.zone, now),
						)
					}
				/>
			</div>
			<Title order={4} className={styles.partTitle ?? ""}>
				{say("turn.handoff")}
			</Title>
			<RuleEditor
				rrule={rotation.rrule}
				start={rotation.start}
				place={`${place}.rrule`}
				onTake={(rrule) => handOver(rrule, rotation.start.slice(11, 16))}
			/>
			<TimeField
				label={say("turn.time")}
				value={rotation.start.slice(11, 16)}
				onTake={(time) => handOver(rotation.rrule, time)}
			/>
			<HandoffList rotation={rotation} />
			<WindowList
				windows={rotation.during ?? []}
				place={`${place}.during`}
				title={say("turn.during")}
				none={say("turn.always")}
				add={say(rotation.during ? "turn.moreDuring" : "turn.addDuring")}
				onTake={(windows) => {
					const { during: _, ...rest } = rotation;
					onTake(
						say("said.during", { duty: name }),
						windows.length > 0 ? { ...rest, during: windows } : rest,
					);
				}}
			/>
		</>
	);
}

/** Whose turn it is by what is published and by the draft; where they differ, a way to leave it as it is. */
function TurnBeforeAndAfter({
	duty,
	index,
	rotation,
	onKeep,
}: {
	duty: DutyName;
	index: number;
	rotation: Rotation;
	onKeep: (person: string) => void;
}) {
	const { desk, rota, say, now, nameOf } = usePlan();
	const published = desk.published.rota.duties[duty]?.[index];
	const before =
		published && "rotation" in published
			? turnHolder(published.rotation, desk.published.rota.zone, now)
			: null;
	const after = turnHolder(rotation, rota.zone, now);
	if (after === null) return <span>{say("turn.nobody")}</span>;
	if (before === null || before === after)
		return (
			<span aria-live="polite">
				{say(before === after ? "turn.stays" : "turn.now", {
					name: nameOf(after),
				})}
			</span>
		);
	return (
		<span aria-live="polite">
			{say("turn.changes", { before: nameOf(before), after: nameOf(after) })}{" "}
			{rotation.people.includes(before) ? (
				<Button
					variant="light"
					size="compact-md"
					onClick={() => onKeep(before)}
				>
					{say("turn.leave", { name: nameOf(before) })}
				</Button>
			) : null}
		</span>
	);
}
