import { Text, Title } from "@mantine/core";
import type { WhatIf } from "../../../domain/what-if/what-if.ts";
import { useLanguage } from "../../language.tsx";
import { Initials } from "../../person.tsx";
import { stopwatch } from "../../times.ts";
import styles from "./what-if.module.css";
import { useWhatIfWords } from "./what-if-words.ts";

/** Whom the call rings, for how long and why. */
export function Steps({ told: { steps, office } }: { told: WhatIf }) {
	const say = useWhatIfWords();
	const { language } = useLanguage();
	return (
		<section>
			<Title order={2} mb="xs">
				{say("steps")}
			</Title>
			<Text mb="xs">{office.because.says[language]}</Text>
			{steps.length === 0 ? <Text>{say("noSteps")}</Text> : null}
			<ol className={styles.steps}>
				{steps.map(({ people, ringSeconds, atSeconds, because }) => (
					<li key={people.map(({ id }) => id).join()}>
						<div>
							<div className={styles.people}>
								{people.map(({ id, name, answers }) => (
									<span key={id}>
										<span className={styles.person}>
											<Initials id={id} name={name} />
											{name}
										</span>{" "}
										<span className={styles.fact}>{say(answers)}</span>
									</span>
								))}
							</div>
							<div className={styles.fact}>
								{say("rings", {
									seconds: ringSeconds,
									at: stopwatch(atSeconds),
								})}
							</div>
							<div>{because[language]}</div>
						</div>
					</li>
				))}
			</ol>
		</section>
	);
}
