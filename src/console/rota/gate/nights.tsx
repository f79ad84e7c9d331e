import { Badge, Text } from "@mantine/core";
import type { Rota } from "../../../domain/rota/rota.ts";
import type { ReviewView } from "../../../web/api/rota-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { dayText, spanText } from "../spans.ts";
import { DutyName, Holder } from "./changes-table.tsx";
import styles from "./gate.module.css";
import { useGateWords } from "./gate-words.ts";

type Night = ReviewView["nights"][number];

/** Who has each duty over the clock changes and the eves of the coming year. */
export function Nights({
	nights,
	rotas,
}: {
	nights: readonly Night[];
	rotas: readonly Rota[];
}) {
	return (
		<ul className={styles.nights}>
			{nights.map((night) => (
				<NightItem key={night.start} night={night} rotas={rotas} />
			))}
		</ul>
	);
}

function NightItem({ night, rotas }: { night: Night; rotas: readonly Rota[] }) {
	const say = useGateWords();
	const { language } = useLanguage();
	const now = useNow();
	const reader = { language, zone: rotas[0]?.zone ?? "UTC" };
	const isChanged = night.changes.length > 0;
	// A clock change belongs to the day on which its night ends.
	const day = new Date(night.kind === "eve" ? night.start : night.end);
	return (
		<li className={styles.night}>
			<div className={styles.nightName}>
				<Text fw={550}>{nightName(night)}</Text>
				<Text size="sm" c="dimmed">
					{dayText(day, now, reader)}
				</Text>
				{isChanged ? (
					<Badge color="orange" variant="light" tt="none">
						{say("changed")}
					</Badge>
				) : (
					<Text size="sm" c="dimmed">
						{say("same")}
					</Text>
				)}
			</div>
			<dl className={styles.duties}>
				{Object.entries(night.duties).map(([duty, shifts]) => (
					<div key={duty} className={styles.duty}>
						<dt>
							<DutyName duty={duty} />
						</dt>
						{shifts.map((shift) => (
							<dd key={shift.start}>
								<Holder holder={shift.person} rotas={rotas} />{" "}
								{shifts.length > 1 ? (
									<Text span size="sm" c="dimmed">
										{spanText(
											new Date(shift.start),
											new Date(shift.end),
											now,
											reader,
										)}
									</Text>
								) : null}
							</dd>
						))}
					</div>
				))}
			</dl>
		</li>
	);

	function nightName({ kind, name }: Night): string {
		if (kind === "clocks-forward") return say("clocksForward");
		if (kind === "clocks-back") return say("clocksBack");
		return name?.[language] ?? "";
	}
}
