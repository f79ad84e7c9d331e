import { Section } from "./entry.tsx";
import { usePlan } from "./plan.tsx";
import { WindowList } from "./window-list.tsx";

export function HoursSection() {
	const { rota, desk, say } = usePlan();
	return (
		<Section id="hours" title={say("sections.hours")}>
			<WindowList
				windows={rota.hours}
				place="hours"
				none={say("hours.none")}
				add={say("hours.add")}
				onTake={(hours) =>
					desk.change(say("said.hours"), (before) => ({ ...before, hours }))
				}
			/>
		</Section>
	);
}
