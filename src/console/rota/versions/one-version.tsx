import {
	Button,
	Group,
	Skeleton,
	Stack,
	Table,
	Text,
	Title,
} from "@mantine/core";
import { DateTime } from "luxon";
import { useMemo } from "react";
import { useLocation } from "wouter";
import {
	type ChangedPlace,
	changedPlaces,
} from "../../../domain/rota/changed-places.ts";
import { reviewSpan } from "../../../domain/rota/review.ts";
import { shiftsOf } from "../../../domain/rota/shifts.ts";
import { compileRota } from "../../../domain/rota/timeline.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { type DeskInputs, useDesk } from "../desk.tsx";
import { changesBetween } from "../gate/changes-between.ts";
import { ChangesTable, DutyName, Holder } from "../gate/changes-table.tsx";
import {
	type LoadedRota,
	rotaPath,
	usePublishedRota,
} from "../rota-queries.ts";
import { spanText } from "../spans.ts";
import { useVersionWords } from "./version-words.ts";
import styles from "./versions.module.css";

/** One version: what it changed, whom it would have had on duty, and the way to bring it back. */
export function OneVersion({ version }: { version: number }) {
	const say = useVersionWords();
	const { line, inputs } = useDesk();
	const after = usePublishedRota(line, version);
	const before = usePublishedRota(line, Math.max(1, version - 1));
	const error = after.error ?? before.error;
	if (error)
		return <Text role="alert">{say("trouble", { why: error.message })}</Text>;
	if (!after.data || !before.data)
		return <Skeleton height={320} aria-label={say("loading")} />;
	return (
		<section aria-label={say("version", { version })}>
			<Stack gap="lg">
				<Tools version={after.data} />
				{version === 1 ? (
					<Text>{say("first")}</Text>
				) : (
					<WhatItChanged
						before={before.data}
						after={after.data}
						inputs={inputs}
					/>
				)}
				<ItsShifts version={after.data} inputs={inputs} />
			</Stack>
		</section>
	);
}

function Tools({ version }: { version: LoadedRota }) {
	const say = useVersionWords();
	const desk = useDesk();
	const [, go] = useLocation();
	const bringBack = () => {
		desk.rebase(say("broughtBack", { version: version.version }), version.rota);
		go(`/rota/${desk.line}/publish`);
	};
	return (
		<div>
			<Group>
				{desk.canEdit && version.version !== desk.published.version ? (
					<Button onClick={bringBack}>
						{say("bringBack", { version: version.version })}
					</Button>
				) : null}
				<Button
					component="a"
					variant="default"
					href={rotaPath(desk.line, `/export?version=${version.version}`)}
					download
				>
					{say("download")}
				</Button>
			</Group>
			{desk.canEdit && version.version !== desk.published.version ? (
				<Text size="sm" c="dimmed" mt={4}>
					{say("bringBackHow")}
				</Text>
			) : null}
		</div>
	);
}

interface Compared {
	readonly before: LoadedRota;
	readonly after: LoadedRota;
	readonly inputs: DeskInputs;
}

function WhatItChanged({ before, after, inputs }: Compared) {
	const say = useVersionWords();
	const changes = useMemo(() => {
		const span = reviewSpan(DateTime.fromISO(after.publishedAt));
		const [one, other] = [before, after].map(({ rota }) =>
			compileRota(rota, { ...span, ...inputs }),
		);
		if (!one || !other) return [];
		return changesBetween(one, other, span);
	}, [before, after, inputs]);
	const places = changedPlaces(before.rota, after.rota);
	const caption = say("changes");
	return (
		<>
			<div>
				<Title order={2}>{say("what", { version: after.version })}</Title>
				{changes.length > 0 ? (
					<>
						<Text c="dimmed">{caption}</Text>
						<ChangesTable
							changes={changes}
							rotas={[after.rota, before.rota]}
							caption={caption}
						/>
					</>
				) : (
					<Text c="dimmed">{say("noChanges")}</Text>
				)}
			</div>
			<div>
				<Title order={2}>{say("places")}</Title>
				{places.length > 0 ? (
					<Places places={places} />
				) : (
					<Text c="dimmed">{say("noPlaces")}</Text>
				)}
			</div>
		</>
	);
}

function Places({ places }: { places: readonly ChangedPlace[] }) {
	const say = useVersionWords();
	return (
		<Table.ScrollContainer minWidth={520} type="native" tabIndex={0}>
			<Table aria-label={say("places")} className={styles.places ?? ""}>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{say("where")}</Table.Th>
						<Table.Th>{say("before")}</Table.Th>
						<Table.Th>{say("after")}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{places.map(({ where, before, after }) => (
						<Table.Tr key={`${where} ${before === undefined}`}>
							<Table.Td>{where}</Table.Td>
							<Table.Td>{written(before)}</Table.Td>
							<Table.Td>{written(after)}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</Table.ScrollContainer>
	);

	function written(value: unknown): string {
		if (value === undefined) return say("absent");
		return typeof value === "string" ? value : JSON.stringify(value);
	}
}

function ItsShifts({
	version: { rota, publishedAt },
	inputs,
}: {
	version: LoadedRota;
	inputs: DeskInputs;
}) {
	const say = useVersionWords();
	const { language } = useLanguage();
	const now = useNow();
	const reader = { language, zone: rota.zone };
	const shifts = useMemo(() => {
		const from = DateTime.fromISO(publishedAt);
		const span = { from, to: from.plus({ weeks: 2 }) };
		const timeline = compileRota(rota, { ...span, ...inputs });
		return Object.keys(rota.duties).flatMap((duty) =>
			shiftsOf(timeline, duty, span).map((shift) => ({ duty, ...shift })),
		);
	}, [rota, publishedAt, inputs]);
	return (
		<div>
			<Title order={2}>{say("shifts")}</Title>
			<Table.ScrollContainer minWidth={420} type="native" tabIndex={0}>
				<Table aria-label={say("shifts")}>
					<Table.Thead>
						<Table.Tr>
							<Table.Th>{say("when")}</Table.Th>
							<Table.Th>{say("who")}</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{shifts.map(({ duty, start, end, person }) => (
							<Table.Tr key={`${duty} ${start.toMillis()}`}>
								<Table.Td>
									{spanText(start.toJSDate(), end.toJSDate(), now, reader)}
									<Text size="sm" c="dimmed">
										<DutyName duty={duty} />
									</Text>
								</Table.Td>
								<Table.Td>
									<Holder holder={person} rotas={[rota]} />
								</Table.Td>
							</Table.Tr>
						))}
					</Table.Tbody>
				</Table>
			</Table.ScrollContainer>
		</div>
	);
}
