import { Button, Group, Radio, Stack, Text, Title } from "@mantine/core";
import { DateTime } from "luxon";
import { useMemo, useState } from "react";
import { type MergeConflict, mergeRotas } from "../../../domain/rota/merge.ts";
import { reviewSpan } from "../../../domain/rota/review.ts";
import { compileRota } from "../../../domain/rota/timeline.ts";
import { useNow } from "../../clock.ts";
import { type Desk, useDesk } from "../desk.tsx";
import { type LoadedRota, usePublishedRota } from "../rota-queries.ts";
import { changesBetween } from "./changes-between.ts";
import { ChangesTable } from "./changes-table.tsx";
import styles from "./gate.module.css";
import { useGateWords } from "./gate-words.ts";

/** Somebody published meanwhile: their change is shown, and brought together with what lies on the desk, or that is given up. */
export function Conflict({ newer }: { newer: number }) {
	const desk = useDesk();
	const base = usePublishedRota(desk.line, desk.basedOn);
	if (!base.data) return null;
	return <LoadedConflict newer={newer} desk={desk} base={base.data} />;
}

function LoadedConflict({
	newer,
	desk,
	base,
}: {
	newer: number;
	desk: Desk;
	base: LoadedRota;
}) {
	const say = useGateWords();
	const { published } = desk;
	const [takeTheirs, setTakeTheirs] = useState<readonly string[]>([]);
	const merge = mergeRotas(base.rota, desk.rota, published.rota, takeTheirs);
	const changes = useTheirChanges(desk, base);
	return (
		<section className={styles.conflict} aria-labelledby="conflict">
			<Title order={2} id="conflict">
				{say("conflict.title", { name: published.publishedBy, version: newer })}
			</Title>
			{published.note ? (
				<Text>{say("conflict.note", { note: published.note })}</Text>
			) : null}
			<Text>{say("conflict.how")}</Text>
			{changes.length > 0 ? (
				<div>
					<Title order={3} mt="sm">
						{say("conflict.theirs")}
					</Title>
					<ChangesTable
						changes={changes}
						rotas={[published.rota, base.rota]}
						caption={say("conflict.theirs")}
					/>
				</div>
			) : null}
			<Choices
				conflicts={merge.conflicts}
				name={published.publishedBy}
				takeTheirs={takeTheirs}
				onChange={setTakeTheirs}
			/>
			<Group mt="sm">
				<Button
					onClick={() =>
						desk.rebase(say("conflict.merged", { version: newer }), merge.rota)
					}
				>
					{say("conflict.merge")}
				</Button>
				<Button variant="default" onClick={() => void desk.restart()}>
					{say("conflict.giveUp")}
				</Button>
			</Group>
		</section>
	);
}

function Choices({
	conflicts,
	name,
	takeTheirs,
	onChange,
}: {
	conflicts: readonly MergeConflict[];
	name: string;
	takeTheirs: readonly string[];
	onChange(places: readonly string[]): void;
}) {
	const say = useGateWords();
	if (conflicts.length === 0) return <Text>{say("conflict.noPlaces")}</Text>;
	return (
		<Stack gap="md">
			<Title order={3} mt="sm">
				{say("conflict.places")}
			</Title>
			{conflicts.map(({ where, mine, theirs }) => (
				<Radio.Group
					key={where}
					label={<code>{where}</code>}
					aria-label={say("conflict.choose", { where })}
					value={takeTheirs.includes(where) ? "theirs" : "mine"}
					onChange={(chosen) =>
						onChange(
							chosen === "theirs"
								? [...takeTheirs, where]
								: takeTheirs.filter((each) => each !== where),
						)
					}
				>
					<Stack gap="xs" mt={4}>
						<Radio
							value="mine"
							label={say("conflict.mine")}
							description={<Written value={mine} />}
						/>
						<Radio
							value="theirs"
							label={say("conflict.their", { name })}
							description={<Written value={theirs} />}
						/>
					</Stack>
				</Radio.Group>
			))}
		</Stack>
	);
}

/** A part of the document as it would stand there. */
function Written({ value }: { value: unknown }) {
	const say = useGateWords();
	if (value === undefined) return <i>{say("conflict.absent")}</i>;
	return (
		<span className={styles.written}>
			{typeof value === "string" ? value : JSON.stringify(value)}
		</span>
	);
}

function useTheirChanges(desk: Desk, base: LoadedRota) {
	const now = useNow();
	const { inputs, publishedTimeline } = desk;
	return useMemo(() => {
		const span = reviewSpan(DateTime.fromJSDate(now));
		const before = compileRota(base.rota, { ...span, ...inputs });
		return changesBetween(before, publishedTimeline, span);
	}, [now, base, inputs, publishedTimeline]);
}
