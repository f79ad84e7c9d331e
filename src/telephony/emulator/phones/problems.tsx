import { Accordion } from "@mantine/core";
import type { Snapshot } from "../control/shown.ts";
import { useLanguage } from "./language.tsx";
import styles from "./problems.module.css";
import { timeOfDay } from "./times.ts";

/** What the carrier found wrong with the service's answers; nothing while there is nothing. */
export function Problems({ snapshot }: { snapshot: Snapshot }) {
	const { language, words } = useLanguage();
	const { problems, zone } = snapshot;
	if (problems.length === 0) return null;
	return (
		<Accordion mt="xl" chevronPosition="left">
			<Accordion.Item value="problems">
				<Accordion.Control>{words.problems(problems.length)}</Accordion.Control>
				<Accordion.Panel>
					<ul className={styles.list}>
						{[...problems].reverse().map(({ at, code, message }) => (
							<li key={`${at} ${code} ${message}`}>
								{timeOfDay(at, language, zone)} · {code} ·{" "}
								<span lang="en">{message}</span>
							</li>
						))}
					</ul>
				</Accordion.Panel>
			</Accordion.Item>
		</Accordion>
	);
}
