import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { withLayerAt } from "../../../domain/rota/edits/duties.ts";
import type { DutyName, Layer } from "../../../domain/rota/rota.ts";
import { usePlan } from "./plan.tsx";

/** Adds a layer above the others, and opens it. */
export function AddLayer({ duty }: { duty: DutyName }) {
	const { desk, rota, say, now, nameOf, setOpen } = usePlan();
	const top = rota.duties[duty]?.length ?? 0;
	const add = (layer: Layer) => {
		desk.change(say("said.layerAdded", { duty: nameOf(duty) }), (before) =>
			withLayerAt(before, duty, before.duties[duty]?.length ?? 0, layer),
		);
		setOpen(`duties.${duty}[${top}]`, true);
	};
	const monday = now.startOf("week").toISODate();
	return (
		<Menu position="bottom-start">
			<Menu.Target>
				<Button
					variant="subtle"
					size="compact-md"
					leftSection={<IconPlus size={16} />}
					aria-label={say("layer.addTo", { duty: nameOf(duty) })}
				>
					{say("layer.add")}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item
					onClick={() =>
						add({
							rotation: {
								people: Object.keys(rota.people).slice(0, 1),
								start: `${monday}T08:00`,
								rrule: "FREQ=WEEKLY;BYDAY=MO",
							},
						})
					}
				>
					{say("layer.addRotation")}
				</Menu.Item>
				<Menu.Item onClick={() => add({ shifts: [] })}>
					{say("layer.addShifts")}
				</Menu.Item>
				<Menu.Item onClick={() => add({ calendar: { url: "https://" } })}>
					{say("layer.addCalendar")}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}
