import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { DateTime } from "luxon";
import { absentSpan } from "../../../domain/rota/absence.ts";
import type { AbsenceView } from "../../../web/api/swap-shapes.ts";
import { useNow } from "../../clock.ts";
import { useSignedIn } from "../../session.tsx";
import { useTitle } from "../../title.ts";
import { useDesk } from "../desk.tsx";
import { AbsenceEntry } from "./absence-entry.tsx";
import { AbsenceForm } from "./absence-form.tsx";
import { useAbsences } from "./absence-queries.ts";
import { useAbsenceWords } from "./absence-words.ts";
import styles from "./absences.module.css";

/** Who is away, which of their shifts need somebody else, and who that could be. */
export default function AbsencesPage() {
	const say = useAbsenceWords();
	const { line } = useDesk();
	const { may } = useSignedIn();
	const { data, error } = useAbsences(line);
	useTitle(say("title"));
	if (error && !data)
		return <Text role="alert">{say("trouble", { why: error.message })}</Text>;
	if (!data) return <Skeleton height={240} aria-label={say("loading")} />;
	return (
		<Stack gap="xl">
			<Title order={1}>
				<Headline absences={data.absences} />
			</Title>
			<section aria-label={say("list")}>
				<Title order={2} mb="xs">
					{say("list")}
				</Title>
				{data.absences.length === 0 ? (
					<Text c="dimmed">{say("empty")}</Text>
				) : (
					<ul className={styles.list}>
						{data.absences.map((absence) => (
							<li key={absence.id} className={styles.absence}>
								<AbsenceEntry absence={absence} />
							</li>
						))}
					</ul>
				)}
			</section>
			{may.includes("keep everybody's absences") ? (
				<section aria-label={say("add")}>
					<Title order={2} mb="xs">
						{say("add")}
					</Title>
					<AbsenceForm />
				</section>
			) : null}
		</Stack>
	);
}

function Headline({ absences }: { absences: readonly AbsenceView[] }) {
	const say = useAbsenceWords();
	const { published } = useDesk();
	const now = DateTime.fromJSDate(useNow()).toMillis();
	const count = absences.reduce((sum, { hits }) => sum + hits.length, 0);
	if (count > 0) return say("headline.hits", { count });
	const away = absences.filter(({ from, to, fromTime, toTime }) => {
		const given = {
			...{ from, to },
			...(fromTime !== undefined && { fromTime }),
			...(toTime !== undefined && { toTime }),
		};
		const span = absentSpan(given, published.rota.zone);
		return span !== null && span.start <= now && span.end > now;
	});
	if (away.length === 0) return say("headline.none");
	const names = [...new Set(away.map(({ person }) => person.name))];
	return say("headline.now", { names: names.join(", ") });
}
