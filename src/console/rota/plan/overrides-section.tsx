import { ActionIcon, Anchor, Button, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Link } from "wouter";
import { withOverrideAt } from "../../../domain/rota/edits/overrides.ts";
import {
	pastOverrides,
	withoutPastOverrides,
} from "../../../domain/rota/edits/past-overrides.ts";
import type { Override } from "../../../domain/rota/rota.ts";
import { clockOf } from "../../../domain/rota/wall-clock.ts";
import { spanText } from "../spans.ts";
import { Nothing, Section } from "./entry.tsx";
import styles from "./plan.module.css";
import { type Plan, usePlan } from "./plan.tsx";
import { ProblemsAt } from "./problems-at.tsx";

/** The overrides that are still to come, soonest first; those that are over can be cleaned away. */
export function OverridesSection() {
	const plan = usePlan();
	const { rota, desk, say, now } = plan;
	const past = pastOverrides(rota, now);
	const coming = (rota.overrides ?? [])
		.map((override, index) => ({ override, index, ...endsOf(plan, override) }))
		.filter(({ index }) => !past.includes(index))
		.sort((one, other) => one.start - other.start);
	return (
		<Section id="overrides" title={say("sections.overrides")}>
			{coming.length === 0 ? (
				<Nothing>
					{say("overrides.none")}{" "}
					<Anchor component={Link} href={`/rota/${desk.line}`}>
						{say("overrides.where")}
					</Anchor>
				</Nothing>
			) : null}
			<ul className={styles.things}>
				{coming.map(({ override, index }) => (
					<li key={String(index)} id={`overrides[${index}]`}>
						<div className={styles.sentence}>
							<div className={styles.words}>
								{overrideWords(plan, override)}
							</div>
							{desk.canEdit ? (
								<ActionIcon
									variant="subtle"
									color="gray"
									size={36}
									aria-label={say("overrides.remove", {
										what: overrideWords(plan, override),
									})}
									onClick={() =>
										desk.change(say("said.overrideRemoved"), (before) =>
											withOverrideAt(before, index, null),
										)
									}
								>
									<IconX size={18} />
								</ActionIcon>
							) : null}
						</div>
						<ProblemsAt place={`overrides[${index}]`} />
					</li>
				))}
			</ul>
			{past.length > 0 ? (
				<Group>
					<span className={styles.facts}>
						{say("overrides.past", { count: past.length })}
					</span>
					{desk.canEdit ? (
						<Button
							variant="default"
							onClick={() =>
								desk.change(
									say("said.overridesCleaned", { count: past.length }),
									(before) => withoutPastOverrides(before, now),
								)
							}
						>
							{say("overrides.clean")}
						</Button>
					) : null}
				</Group>
			) : null}
		</Section>
	);
}

function endsOf({ rota }: Plan, { start, end }: Override) {
	const clock = clockOf(rota.zone);
	return {
		start: clock?.read(start) ?? Number.POSITIVE_INFINITY,
		end: clock?.read(end) ?? Number.POSITIVE_INFINITY,
	};
}

/** "Technician: Liisa Lind instead of Kalle Korhonen, Mon 23 Nov 16:00 – Tue 24 Nov 08:00 (dentist)". */
function overrideWords(plan: Plan, override: Override): string {
	const { say, reader, now, nameOf } = plan;
	const { duty, person, instead, why } = override;
	const { start, end } = endsOf(plan, override);
	const when =
		Number.isFinite(start) && Number.isFinite(end)
			? spanText(new Date(start), new Date(end), now.toJSDate(), reader)
			: `${override.start} – ${override.end}`;
	const who = person === "nobody" ? say("overrides.nobody") : nameOf(person);
	const words = say(instead ? "overrides.instead" : "overrides.words", {
		duty: nameOf(duty),
		who,
		instead: instead ? nameOf(instead) : "",
		when,
	});
	return why ? `${words} (${why})` : words;
}
