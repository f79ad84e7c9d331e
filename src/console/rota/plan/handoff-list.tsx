import { turnsFrom } from "../../../domain/rota/edits/present-turn.ts";
import type { Rotation } from "../../../domain/rota/rota.ts";
import { momentText } from "../spans.ts";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";

const shown = 5;

/** The next handoffs, with who takes over. */
export function HandoffList({ rotation }: { rotation: Rotation }) {
	const { rota, say, reader, now, nameOf } = usePlan();
	const coming = turnsFrom(rotation, rota.zone, now, shown + 1)
		.filter(({ start }) => start > now.toMillis())
		.slice(0, shown);
	if (coming.length === 0) return <p>{say("turn.noHandoffs")}</p>;
	return (
		<div>
			<p className={styles.label}>{say("turn.next")}</p>
			<ul className={styles.handoffs}>
				{coming.map(({ person, start }) => (
					<li key={start}>
						<time dateTime={new Date(start).toISOString()}>
							{momentText(new Date(start), now.toJSDate(), reader)}
						</time>{" "}
						{nameOf(person)}
					</li>
				))}
			</ul>
		</div>
	);
}
