import { Title } from "@mantine/core";
import { IconMicrophone } from "@tabler/icons-react";
import type { LineOnDuty } from "../../web/api/shapes.ts";
import { useLanguage } from "../language.tsx";
import { Initials } from "../person.tsx";
import styles from "./route-now.module.css";

/** What a call would do at this moment, step by step. */
export function RouteNow({ line }: { line: LineOnDuty }) {
	const { t } = useLanguage();
	return (
		<>
			<Title order={2} mt="xl">
				{t("route.title")}
			</Title>
			<ol className={styles.steps}>
				{line.steps.map((step) => (
					<li
						key={step.people.map(({ id }) => id).join(" ")}
						className={styles.step}
					>
						<div className={styles.people}>
							{step.people.map(({ id, name }) => (
								<span key={id} className={styles.person}>
									<Initials id={id} name={name} />
									{name}
								</span>
							))}
						</div>
						<span className={styles.detail}>
							{t("route.seconds", { count: step.seconds })}
							{step.fallback ? `, ${t("route.fallback")}` : ""}
						</span>
					</li>
				))}
				{line.voicemail ? (
					<li className={styles.step}>
						<span className={styles.person}>
							<span className={styles.sign} aria-hidden>
								<IconMicrophone size={18} />
							</span>
							{t("route.last")}
						</span>
					</li>
				) : null}
			</ol>
		</>
	);
}
