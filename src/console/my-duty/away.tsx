import { Button, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AbsenceView } from "../../web/api/swap-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { date, part } from "../wall-clock.ts";
import { AwayForm } from "./away-form.tsx";
import styles from "./my-duty.module.css";
import { type MyLine, useMyAbsences } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";
import type { ShiftKey } from "./shift-list.tsx";
import { useSpanWords } from "./span-words.ts";

/** When one is away, and which of one's shifts that touches. */
export function Away({
	lines,
	give,
}: {
	lines: readonly MyLine[];
	give(key: ShiftKey): void;
}) {
	const say = useMyDutyWords();
	const { data: absences, error } = useMyAbsences();
	const [isAdding, setAdding] = useState(false);
	return (
		<section aria-labelledby="away">
			<Title order={2} id="away">
				{say("away.title")}
			</Title>
			<Refused error={error} />
			{absences?.length === 0 ? <Text mt="xs">{say("away.none")}</Text> : null}
			<ul className={styles.list}>
				{absences?.map((absence) => (
					<Absent
						key={absence.id}
						absence={absence}
						line={lines.find(({ line }) => line === absence.line)}
						give={give}
					/>
				))}
			</ul>
			{isAdding ? (
				<AwayForm done={() => setAdding(false)} />
			) : (
				<Button
					className={styles.big ?? ""}
					variant="default"
					mt="sm"
					onClick={() => setAdding(true)}
				>
					{say("away.add")}
				</Button>
			)}
		</section>
	);
}

function Absent({
	absence,
	line,
	give,
}: {
	absence: AbsenceView;
	line: MyLine | undefined;
	give(key: ShiftKey): void;
}) {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const now = useNow();
	const client = useQueryClient();
	const zone = line?.zone ?? "UTC";
	const words = useSpanWords(zone);
	const { id, kind, from, to, note, hits } = absence;
	const removing = useMutation({
		mutationFn: () =>
			ask(`/api/absences/${id}`, language, { method: "DELETE" }),
		onSettled: async () => {
			await client.invalidateQueries({ queryKey: ["absences"] });
			await client.invalidateQueries({ queryKey: ["swaps"] });
		},
	});
	// Dates have no hour: told at noon UTC, they are the same day everywhere that matters.
	const day = (text: string) => {
		const noon = new Date(`${text}T12:00:00Z`);
		const reader = { language, zone: "UTC" };
		return `${part(noon, reader, { weekday: "short" })} ${date(noon, now, reader, "short")}`;
	};
	const span = from === to ? day(from) : `${day(from)} – ${day(to)}`;
	return (
		<li className={styles.shift}>
			<div className={styles.what}>
				<div>
					<Text fw={600}>{span}</Text>
					<Text size="sm" c="dimmed">
						{say(`away.kinds.${kind}`)}
						{note ? `: ${note}` : ""}
					</Text>
				</div>
				<Button
					className={styles.big ?? ""}
					variant="default"
					loading={removing.isPending}
					aria-label={say("away.removeLabel", { span })}
					onClick={() => removing.mutate()}
				>
					{say("away.remove")}
				</Button>
			</div>
			<Refused error={removing.error} />
			{hits.length === 0 ? (
				<Text size="sm">{say("away.noHits")}</Text>
			) : (
				<>
					<Text c="var(--look)">{say("away.hits")}</Text>
					<ul className={styles.list}>
						{hits.map((hit) => {
							const key = shiftOf(hit, line);
							return (
								<li key={hit.duty + hit.start} className={styles.what}>
									<Text>{words.whole(hit)}</Text>
									{key ? (
										<Button
											className={styles.big ?? ""}
											variant="default"
											aria-label={say("away.offerHitLabel", {
												span: words.whole(hit),
											})}
											onClick={() => give(key)}
										>
											{say("away.offerHit")}
										</Button>
									) : null}
								</li>
							);
						})}
					</ul>
				</>
			)}
		</li>
	);
}

/** The listed shift that a piece of it belongs to. */
function shiftOf(
	hit: AbsenceView["hits"][number],
	line: MyLine | undefined,
): ShiftKey | null {
	const found = line?.shifts.find(
		({ duty, start, end }) =>
			duty === hit.duty && start <= hit.start && end >= hit.end,
	);
	if (!line || !found) return null;
	return { line: line.line, duty: found.duty, start: found.start };
}
