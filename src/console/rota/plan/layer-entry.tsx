import { Button, Group } from "@mantine/core";
import { withLayerAt } from "../../../domain/rota/edits/duties.ts";
import { turnsFrom } from "../../../domain/rota/edits/present-turn.ts";
import type {
	DutyName,
	Layer,
	Rotation,
	WrittenShift,
} from "../../../domain/rota/rota.ts";
import { ruleInWords } from "../../../domain/rota/rule-words/rule-in-words.ts";
import { windowInWords } from "../../../domain/rota/rule-words/window-in-words.ts";
import { clockOf } from "../../../domain/rota/wall-clock.ts";
import { until } from "../../times.ts";
import { CalendarEditor } from "./calendar-editor.tsx";
import { Entry } from "./entry.tsx";
import styles from "./plan.module.css";
import { type Plan, usePlan } from "./plan.tsx";
import { RotationEditor } from "./rotation-editor.tsx";
import { ShiftsEditor } from "./shifts-editor.tsx";

/** One layer of a duty in a sentence or two, with the fields of its kind. */
export function LayerEntry({
	duty,
	index,
	layer,
	isAlone,
}: {
	duty: DutyName;
	index: number;
	layer: Layer;
	isAlone: boolean;
}) {
	const plan = usePlan();
	const { desk, say, nameOf, setOpen } = plan;
	const place = `duties.${duty}[${index}]`;
	const replace = (said: string, next: Layer | null) =>
		desk.change(said, (rota) => withLayerAt(rota, duty, index, next));
	const name = isAlone
		? nameOf(duty)
		: `${nameOf(duty)}, ${say("layer.name", { number: index + 1 })}`;
	return (
		<Entry
			place={place}
			name={say(`layer.kind.${kindOf(layer)}`, { what: name })}
			editor={() => (
				<>
					<LayerFields
						duty={duty}
						index={index}
						layer={layer}
						place={place}
						replace={replace}
					/>
					<Group>
						<Button
							variant="default"
							onClick={() => {
								setOpen(place, false);
								replace(say("said.layerRemoved", { duty: nameOf(duty) }), null);
							}}
						>
							{say("layer.remove")}
						</Button>
					</Group>
				</>
			)}
		>
			<LayerWords layer={layer} />
			{isAlone ? null : (
				<div className={styles.facts}>{stackWords(plan, layer, index)}</div>
			)}
		</Entry>
	);
}

function LayerFields({
	duty,
	index,
	layer,
	place,
	replace,
}: {
	duty: DutyName;
	index: number;
	layer: Layer;
	place: string;
	replace: (said: string, next: Layer) => void;
}) {
	if ("rotation" in layer)
		return (
			<RotationEditor
				duty={duty}
				index={index}
				rotation={layer.rotation}
				place={`${place}.rotation`}
				onTake={(said, rotation) => replace(said, { rotation })}
			/>
		);
	if ("shifts" in layer)
		return (
			<ShiftsEditor
				duty={duty}
				shifts={layer.shifts}
				onTake={(said, shifts) => replace(said, { shifts })}
			/>
		);
	return (
		<CalendarEditor
			duty={duty}
			url={layer.calendar.url}
			onTake={(said, url) => replace(said, { calendar: { url } })}
		/>
	);
}

function kindOf(layer: Layer): "rotation" | "shifts" | "calendar" {
	if ("rotation" in layer) return "rotation";
	return "shifts" in layer ? "shifts" : "calendar";
}

function LayerWords({ layer }: { layer: Layer }) {
	const plan = usePlan();
	if ("rotation" in layer)
		return <span>{rotationWords(plan, layer.rotation)}</span>;
	if ("shifts" in layer) return <span>{shiftsWords(plan, layer.shifts)}</span>;
	return (
		<span className={styles.breaks}>
			{plan.say("layer.calendarWords", { url: layer.calendar.url })}
		</span>
	);
}

/** "Kalle and Liisa take turns every Friday 15:00, only Saturday and Sunday. It is Liisa's turn until Friday 15:00." */
function rotationWords(plan: Plan, rotation: Rotation): string {
	const { say, reader, now, rota, nameOf, list } = plan;
	const { people, rrule, start, during = [] } = rotation;
	const when = ruleInWords(rrule, start, reader.language);
	const names = list(people.map(nameOf));
	const sentences = [
		people.length > 1
			? say("layer.takeTurns", { names, when })
			: say("layer.alwaysOne", { names, when }),
	];
	if (during.length > 0)
		sentences.push(
			say("layer.during", {
				when: list(
					during.map((window) => windowInWords(window, reader.language)),
				),
			}),
		);
	const [turn] = turnsFrom(rotation, rota.zone, now, 1);
	if (turn && people.length > 1)
		sentences.push(
			turn.start <= now.toMillis()
				? say("layer.turnNow", {
						name: nameOf(turn.person),
						until: until(new Date(turn.end), now.toJSDate(), reader),
					})
				: say("layer.turnLater", { name: nameOf(turn.person) }),
		);
	return sentences.join(" ");
}

function shiftsWords(
	{ say, rota, now, nameOf, list }: Plan,
	shifts: readonly WrittenShift[],
): string {
	if (shifts.length === 0) return say("layer.noShifts");
	const clock = clockOf(rota.zone);
	const coming = shifts.filter(
		({ end }) => (clock?.read(end) ?? 0) > now.toMillis(),
	);
	const people = [...new Set(coming.map(({ person }) => nameOf(person)))];
	return [
		say("layer.shifts", { count: shifts.length }),
		people.length > 0
			? say("layer.shiftsComing", { count: coming.length, names: list(people) })
			: say("layer.shiftsOver"),
	].join(" ");
}

function stackWords({ say }: Plan, layer: Layer, index: number): string {
	if (index === 0) return say("layer.lowest");
	return "rotation" in layer && !layer.rotation.during
		? say("layer.beatsAlways")
		: say("layer.beatsWithin");
}
