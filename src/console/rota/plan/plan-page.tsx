import { Text, Title } from "@mantine/core";
import { useTitle } from "../../title.ts";
import { DaysSection } from "./days-section.tsx";
import { DutiesSection } from "./duties-section.tsx";
import { headline } from "./headline.ts";
import { HoursSection } from "./hours-section.tsx";
import { OverridesSection } from "./overrides-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import styles from "./plan.module.css";
import { PlanProvider, usePlan } from "./plan.tsx";
import { ProblemList } from "./problems-at.tsx";
import { RoutingSection } from "./routing-section.tsx";

const sections = [
	["people", PeopleSection],
	["duties", DutiesSection],
	["hours", HoursSection],
	["days", DaysSection],
	["routing", RoutingSection],
	["overrides", OverridesSection],
] as const;

/** The rota as prose: who is in it, by what rules, and whom a call rings. Each sentence opens to be edited. */
export default function PlanPage() {
	return (
		<PlanProvider>
			<Contents />
		</PlanProvider>
	);
}

function Contents() {
	const plan = usePlan();
	const { say, desk } = plan;
	useTitle(say("title"));
	return (
		<div className={styles.page}>
			<nav aria-label={say("sections.label")} className={styles.sections}>
				<ul>
					{sections.map(([id]) => (
						<li key={id}>
							<a href={`#${id}`}>{say(`sections.${id}`)}</a>
						</li>
					))}
				</ul>
			</nav>
			<div className={styles.column}>
				<Title order={1} className={styles.headline ?? ""}>
					{headline(plan)}
				</Title>
				{desk.canEdit ? null : <Text c="dimmed">{say("readOnly")}</Text>}
				<ProblemList />
				{sections.map(([id, Part]) => (
					<Part key={id} />
				))}
			</div>
		</div>
	);
}
