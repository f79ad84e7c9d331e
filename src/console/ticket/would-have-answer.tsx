import { Text, Title } from "@mantine/core";
import type { WouldHave } from "../../web/api/would-have-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Initials } from "../person.tsx";
import { useTicketWords } from "./ticket-words.ts";
import styles from "./why.module.css";

/** What would have been, beside what was, and the difference in words. */
export function WouldHaveAnswer({
	told: { firstLine, differs, isSame, did, would, office, version },
}: {
	told: WouldHave;
}) {
	const say = useTicketWords();
	const { language } = useLanguage();
	return (
		<div className={styles.answer}>
			<Title order={3}>{firstLine[language]}</Title>
			<div>
				{isSame ? null : (
					<Title order={4} size="h3">
						{say("why.differs")}
					</Title>
				)}
				<ul className={styles.differs} data-same={isSame ? "" : undefined}>
					{differs.map((sentence) => (
						<li key={sentence.en}>{sentence[language]}</li>
					))}
				</ul>
			</div>
			<div className={styles.beside}>
				<div>
					<Title order={4} size="h3">
						{say("why.did")}
					</Title>
					{did.length === 0 ? <Text>{say("why.nobodyRung")}</Text> : null}
					<ol className={styles.steps}>
						{did.map((step) => (
							<li
								key={keyOf(step)}
								data-planned={step.wasReached ? undefined : ""}
							>
								<People step={step} />
								{step.wasReached ? null : (
									<Text size="sm" c="dimmed">
										{say("why.notReached")}
									</Text>
								)}
							</li>
						))}
					</ol>
				</div>
				<div>
					<Title order={4} size="h3">
						{say("why.would", { version })}
					</Title>
					<Text size="sm" c="dimmed">
						{office.because.says[language]}
					</Text>
					{would.length === 0 ? <Text>{say("why.wouldNobody")}</Text> : null}
					<ol className={styles.steps}>
						{would.map((step) => (
							<li key={keyOf(step)}>
								<People step={step} />
								<Text size="sm" c="dimmed">
									{step.because[language]}
								</Text>
							</li>
						))}
					</ol>
				</div>
			</div>
			<Text size="sm" c="dimmed">
				{say("why.known")}
			</Text>
		</div>
	);
}

type Step = Pick<WouldHave["did"][number], "people" | "ringSeconds">;

function keyOf({ people }: Step): string {
	return people.map(({ id }) => id).join();
}

function People({ step: { people, ringSeconds } }: { step: Step }) {
	const say = useTicketWords();
	const names = people.map(({ name }) => name);
	const last = names.pop() ?? "";
	return (
		<span className={styles.people}>
			{people.map(({ id, name }) => (
				<Initials key={id} id={id} name={name} />
			))}
			<span>
				{say("why.stepFor", {
					names:
						names.length === 0
							? last
							: say("why.and", { first: names.join(", "), last }),
					seconds: ringSeconds,
				})}
			</span>
		</span>
	);
}
