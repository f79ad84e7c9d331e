import { VisuallyHidden } from "@mantine/core";
import type { Measure } from "../../../domain/fairness/fairness.ts";
import type { PersonsBurdenView } from "../../../web/api/fairness-shapes.ts";
import { Initials } from "../../person.tsx";
import type { ShowAmount } from "./amounts.ts";
import styles from "./fairness.module.css";
import { useFairnessWords } from "./fairness-page-words.ts";

/** A bar a person for what is planned and one for what was held, with a mark at an even share. The table below says the same. */
export function Chart({
	planned,
	held,
	measure,
	show,
}: {
	planned: readonly PersonsBurdenView[];
	held: readonly PersonsBurdenView[];
	measure: Measure;
	show: ShowAmount;
}) {
	const say = useFairnessWords();
	const heldOf = new Map(held.map((one) => [one.person, one]));
	const plannedOf = new Map(planned.map((one) => [one.person, one]));
	const ids = [...new Set([...plannedOf.keys(), ...heldOf.keys()])];
	const most = Math.max(
		1,
		...[...planned, ...held].flatMap(({ has, even }) => [
			has[measure],
			even[measure],
		]),
	);
	const share = (value: number) => `${(value / most) * 100}%`;
	return (
		<div>
			<p className={styles.key}>
				<span>
					<i className={styles.sample} aria-hidden />
					{say("planned")}, {say("plannedHow")}
				</span>
				{held.length > 0 ? (
					<span>
						<i className={styles.sample} data-kind="held" aria-hidden />
						{say("held")}, {say("heldHow")}
					</span>
				) : null}
				<span>
					<i className={styles.sample} data-kind="even" aria-hidden />
					{say("even")}
				</span>
			</p>
			<ul
				className={styles.chart}
				aria-label={say("chart", { measure: say(`measures.${measure}`) })}
			>
				{ids.map((id) => {
					const plan = plannedOf.get(id);
					const truth = heldOf.get(id);
					const name = plan?.name ?? truth?.name ?? id;
					return (
						<li key={id} className={styles.row}>
							<span className={styles.who}>
								<Initials id={id} name={name} />
								{name}
							</span>
							<div className={styles.bars}>
								<Bar
									label={say("planned")}
									width={share(plan?.has[measure] ?? 0)}
									text={show(plan?.has[measure] ?? 0)}
								/>
								{held.length > 0 ? (
									<Bar
										label={say("held")}
										width={share(truth?.has[measure] ?? 0)}
										text={show(truth?.has[measure] ?? 0)}
										isHeld
									/>
								) : null}
								{plan ? (
									<span className={styles.scale}>
										<span
											className={styles.even}
											style={{ left: share(plan.even[measure]) }}
											title={`${say("even")}: ${show(plan.even[measure])}`}
										/>
									</span>
								) : null}
							</div>
						</li>
					);
				})}
			</ul>
		</div>
	);
}

function Bar({
	label,
	width,
	text,
	isHeld = false,
}: {
	label: string;
	width: string;
	text: string;
	isHeld?: boolean;
}) {
	return (
		<span className={styles.bar} data-held={isHeld ? "" : undefined}>
			<span className={styles.track} aria-hidden>
				<span className={styles.fill} style={{ width }} />
			</span>
			<span className={styles.value}>
				<VisuallyHidden>{label}: </VisuallyHidden>
				{text}
			</span>
		</span>
	);
}
