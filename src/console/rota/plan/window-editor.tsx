import { Button, Group } from "@mantine/core";
import type { Window } from "../../../domain/rota/rota.ts";
import { pickedRuleOf } from "../../../domain/rota/rule-words/picked-rule.ts";
import { DateField } from "./date-field.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { RuleEditor } from "./rule-editor.tsx";
import { TimeField } from "./time-field.tsx";

export function WindowEditor({
	window,
	place,
	onTake,
	onRemove,
}: {
	window: Window;
	place: string;
	onTake: (window: Window) => void;
	onRemove: () => void;
}) {
	const { say, now } = usePlan();
	const { since, until, ...hours } = window;
	const first = `${since ?? "1970-01-01"}T${window.start}`;
	const takeRule = (rrule: string) => {
		const picked = pickedRuleOf(rrule, first);
		// Every second week is every second one from some day on.
		const needed = (picked?.interval ?? 1) > 1 && since === undefined;
		const today = now.toISODate() ?? "";
		onTake({ ...window, rrule, ...(needed && { since: today }) });
	};
	return (
		<>
			<RuleEditor
				rrule={window.rrule}
				start={first}
				place={`${place}.rrule`}
				onTake={takeRule}
			/>
			<div className={styles.inline}>
				<TimeField
					label={say("window.start")}
					value={window.start}
					onTake={(start) => onTake({ ...window, start })}
				/>
				<TimeField
					label={say("window.end")}
					value={window.end}
					onTake={(end) => onTake({ ...window, end })}
				/>
			</div>
			<div className={styles.inline}>
				<DateField
					optional
					label={say("window.since")}
					value={since ?? ""}
					onTake={(date) =>
						onTake({
							...hours,
							...(date && { since: date }),
							...(until && { until }),
						})
					}
				/>
				<DateField
					optional
					label={say("window.until")}
					value={until ?? ""}
					onTake={(date) =>
						onTake({
							...hours,
							...(since && { since }),
							...(date && { until: date }),
						})
					}
				/>
			</div>
			<Group>
				<Button variant="default" onClick={onRemove}>
					{say("window.remove")}
				</Button>
			</Group>
		</>
	);
}
