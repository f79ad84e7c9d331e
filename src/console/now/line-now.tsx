import { Text, Title } from "@mantine/core";
import { IconBuilding, IconBuildingOff } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { LineOnDuty } from "../../web/api/shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { Initials, NoInitials } from "../person.tsx";
import { readableNumber } from "../phone-number.ts";
import { until } from "../times.ts";
import styles from "./line-now.module.css";
import { RouteNow } from "./route-now.tsx";

/** One line as it stands: its office, who holds each duty and why, and what a call would do. */
export function LineNow({
	line,
	isOnly,
}: {
	line: LineOnDuty;
	isOnly: boolean;
}) {
	const { language, t } = useLanguage();
	return (
		<section className={styles.line}>
			<Title order={2}>{isOnly ? t("duty.title") : line.name[language]}</Title>
			{isOnly ? null : (
				<Text c="dimmed" size="sm">
					{readableNumber(line.number)}
				</Text>
			)}
			<ul className={styles.duties}>
				<Office line={line} />
				{Object.entries(line.duties).map(([name, duty]) => (
					<Duty key={name} name={name} duty={duty} zone={line.zone} />
				))}
			</ul>
			<RouteNow line={line} />
			<Text c="dimmed" size="sm" mt="md">
				{t("duty.version", { version: line.version })}
			</Text>
		</section>
	);
}

function Office({ line }: { line: LineOnDuty }) {
	const { language, t } = useLanguage();
	const now = useNow();
	const { open, until: end, because } = line.office;
	const ending = end
		? until(new Date(end), now, { language, zone: line.zone })
		: null;
	const state = open
		? ending
			? t("duty.openUntil", { until: ending })
			: t("duty.open")
		: ending
			? t("duty.closedUntil", { until: ending })
			: t("duty.closed");
	return (
		<li className={styles.duty}>
			<span className={styles.sign} aria-hidden>
				{open ? <IconBuilding size={20} /> : <IconBuildingOff size={20} />}
			</span>
			<div>
				<p className={styles.who}>{t("duty.office")}</p>
				<p className={styles.detail}>{state}</p>
				<p className={styles.because}>{because.says[language]}</p>
			</div>
		</li>
	);
}

function Duty({
	name,
	duty,
	zone,
}: {
	name: string;
	duty: LineOnDuty["duties"][string];
	zone: string;
}) {
	const { language, t } = useLanguage();
	const now = useNow();
	const ending =
		duty.until && until(new Date(duty.until), now, { language, zone });
	return (
		<li className={styles.duty} data-gap={duty.person === null || undefined}>
			{duty.person === null ? (
				<NoInitials />
			) : (
				<Initials id={duty.person} name={duty.name ?? duty.person} />
			)}
			<div>
				<p className={styles.who}>
					{duty.person === null ? t("duty.nobody") : duty.name}
				</p>
				<p className={styles.detail}>
					{[dutyName(name, t), ending].filter(Boolean).join(", ")}
				</p>
				<p className={styles.because}>{duty.because.says[language]}</p>
			</div>
		</li>
	);
}

/** Duties are named in the rota; the usual names are known in every language. */
function dutyName(name: string, t: TFunction): string {
	if (name === "technician" || name === "backup")
		return t(`duty.names.${name}`);
	return name.charAt(0).toUpperCase() + name.slice(1);
}
