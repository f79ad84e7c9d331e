import { memo } from "react";
import {
	type ReassignWarning,
	reassignWarnings,
} from "../../../domain/rota/edits/reassign-warnings.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";
import { useDesk } from "../desk.tsx";
import { type Handover, handoverOf } from "./gesture.ts";
import styles from "./gesture-line.module.css";
import { type Held, useShown } from "./held.ts";
import type { Labels } from "./labels.ts";
import type { Picked } from "./picking.ts";
import { useTimelineWords } from "./timeline-words.ts";

/** One line at the bottom while something is held: the hours that would change hands, and what speaks against it. */
export const GestureLine = memo(function GestureLine({
	held,
	picked,
	labels,
	timeline,
}: {
	held: Held;
	picked: Picked | null;
	labels: Labels;
	timeline: Timeline;
}) {
	const say = useTimelineWords();
	const shown = useShown(held, picked);
	const handover = shown && handoverOf(timeline, shown.gesture);
	return (
		<div
			className={styles.place}
			aria-live="polite"
			data-shown={shown ? true : undefined}
		>
			{shown ? (
				<div className={styles.line}>
					<HandoverWords
						handover={handover}
						labels={labels}
						timeline={timeline}
					/>
					{picked ? (
						<span className={styles.how}>
							{say("drag.picked", { grip: say(`drag.${picked.grip}`) })}
						</span>
					) : null}
				</div>
			) : null}
		</div>
	);
});

/** "Liisa gets 14 h from Kalle: …", with its warnings. */
export function HandoverWords({
	handover,
	labels,
	timeline,
}: {
	handover: Handover | null;
	labels: Labels;
	timeline: Timeline;
}) {
	const say = useTimelineWords();
	const { absences } = useDesk().inputs;
	if (!handover) return <span>{say("drag.same")}</span>;
	const { part, to } = handover;
	const warnings = to ? reassignWarnings(timeline, absences, part, to) : [];
	return (
		<>
			<span>{handoverWords(handover, labels, say)}</span>
			{warnings.map((warning) => (
				<span key={warning.kind} className={styles.warning}>
					{warningWords(warning, labels.person(to ?? null), labels, say)}
				</span>
			))}
		</>
	);
}

type Say = ReturnType<typeof useTimelineWords>;

function handoverWords(
	{ part, from, to }: Handover,
	labels: Labels,
	say: Say,
): string {
	const values = {
		from: from.map(({ person }) => labels.person(person)).join(", "),
		to: labels.person(to ?? null),
		hours: labels.length(from.reduce((sum, { millis }) => sum + millis, 0)),
		span: labels.span(part.start, part.end),
	};
	if (to === undefined) return say("drag.choose", values);
	return to === null ? say("drag.nobody", values) : say("drag.gives", values);
}

function warningWords(
	warning: ReassignWarning,
	name: string,
	labels: Labels,
	say: Say,
): string {
	return say(`warning.${warning.kind}`, {
		name,
		duty: warning.kind === "double-booking" ? labels.duty(warning.duty) : "",
		hours: warning.kind === "short-rest" ? labels.length(warning.millis) : "",
	});
}
