import { Alert, Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { Rota } from "../../../domain/rota/rota.ts";
import type { ReviewView } from "../../../web/api/rota-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { Sentences } from "../../sentences.tsx";
import { ask } from "../../server.ts";
import { useTitle } from "../../title.ts";
import { useDesk } from "../desk.tsx";
import { rotaPath } from "../rota-queries.ts";
import { ChangesTable } from "./changes-table.tsx";
import { Conflict } from "./conflict.tsx";
import styles from "./gate.module.css";
import { useGateWords } from "./gate-words.ts";
import { gateHeadline } from "./headline.ts";
import { Nights } from "./nights.tsx";
import { Part } from "./part.tsx";
import { PublishForm } from "./publish-form.tsx";
import { type Ticks, Warnings } from "./warnings.tsx";

/** What will change? Everything that somebody should have seen before a rota counts. */
export default function GatePage() {
	const say = useGateWords();
	const desk = useDesk();
	const [published, setPublished] = useState<number | null>(null);
	useTitle(say("title"));
	if (published !== null && !desk.isChanged)
		return <Published version={published} line={desk.line} />;
	if (!desk.isChanged) return <Nothing line={desk.line} />;
	return (
		<Stack gap="xl">
			{desk.newer ? <Conflict newer={desk.newer} /> : null}
			<Reviewed onPublished={setPublished} />
		</Stack>
	);
}

function Reviewed({ onPublished }: { onPublished(version: number): void }) {
	const say = useGateWords();
	const { language } = useLanguage();
	const desk = useDesk();
	const [ticks, setTicks] = useState<Ticks>({});
	const review = useReview();
	if (review.error)
		return (
			<Stack align="flex-start">
				<Text role="alert">
					{say("trouble", { why: review.error.message })}
				</Text>
				<Button onClick={() => void review.refetch()}>{say("again")}</Button>
			</Stack>
		);
	if (!review.data)
		return (
			<Stack aria-busy aria-label={say("loading")}>
				<Skeleton height={36} maw={640} />
				<Skeleton height={240} />
			</Stack>
		);
	const rotas = [desk.rota, desk.published.rota];
	const reader = { language, zone: desk.rota.zone };
	const errors = problemsOf(review.data, "error");
	const warnings = problemsOf(review.data, "warning");
	return (
		<Stack gap="xl">
			<Title order={1} className={styles.headline ?? ""}>
				<Sentences texts={gateHeadline(review.data, rotas, reader, say)} />
			</Title>
			{errors.length > 0 ? <Errors errors={errors} line={desk.line} /> : null}
			{warnings.length > 0 ? (
				<Part title={say("warnings")}>
					<Warnings warnings={warnings} ticks={ticks} onChange={setTicks} />
				</Part>
			) : null}
			<WhatChanges review={review.data} rotas={rotas} />
			<PublishForm
				warnings={warnings}
				reviewedAt={review.data.at}
				hasErrors={errors.length > 0}
				ticks={ticks}
				onPublished={onPublished}
			/>
		</Stack>
	);
}

function WhatChanges({
	review,
	rotas,
}: {
	review: ReviewView;
	rotas: readonly Rota[];
}) {
	const say = useGateWords();
	const { language } = useLanguage();
	return (
		<>
			{review.changes.length > 0 ? (
				<Part title={say("changes")}>
					<ChangesTable
						changes={review.changes}
						rotas={rotas}
						caption={say("changes")}
					/>
				</Part>
			) : null}
			{review.swaps.length > 0 ? (
				<Part title={say("swaps")}>
					<ul className={styles.plain}>
						{review.swaps.map(({ fate, what }) => (
							<li key={what.en} data-dies={fate === "dies" || undefined}>
								{say(fate === "dies" ? "swapDies" : "swapFollows", {
									what: what[language],
								})}
							</li>
						))}
					</ul>
				</Part>
			) : null}
			<Part title={say("nights")}>
				<Text c="dimmed" mb="xs">
					{say("nightsHow")}
				</Text>
				<Nights nights={review.nights} rotas={rotas} />
			</Part>
		</>
	);
}

function Errors({
	errors,
	line,
}: {
	errors: ReviewView["problems"];
	line: string;
}) {
	const say = useGateWords();
	const { language } = useLanguage();
	return (
		<Part title={say("errors")}>
			<ul className={styles.plain}>
				{errors.map(({ key, says, advises }) => (
					<li key={key} data-error>
						{says[language]} {advises[language]}
					</li>
				))}
			</ul>
			<Button
				component={Link}
				href={`/rota/${line}/plan`}
				variant="default"
				mt="sm"
			>
				{say("toPlan")}
			</Button>
		</Part>
	);
}

function Nothing({ line }: { line: string }) {
	const say = useGateWords();
	return (
		<Stack align="flex-start">
			<Title order={1}>{say("nothing")}</Title>
			<Button component={Link} href={`/rota/${line}`}>
				{say("toShifts")}
			</Button>
		</Stack>
	);
}

function Published({ version, line }: { version: number; line: string }) {
	const say = useGateWords();
	return (
		<Stack align="flex-start">
			<Alert
				role="status"
				variant="light"
				color="green"
				icon={<IconCircleCheck aria-hidden />}
				title={<Title order={1}>{say("done", { version })}</Title>}
			>
				{say("doneHow")}
			</Alert>
			<Button component={Link} href={`/rota/${line}`}>
				{say("toShifts")}
			</Button>
			<Button
				component={Link}
				href={`/rota/${line}/versions`}
				variant="default"
			>
				{say("seeVersions")}
			</Button>
		</Stack>
	);
}

/** The service reviews what lies on the desk against what is published now, swaps and kept what-ifs included. */
function useReview() {
	const { language } = useLanguage();
	const { line, rota, published } = useDesk();
	return useQuery({
		queryKey: ["rota", line, "review", published.version, rota],
		gcTime: 0,
		placeholderData: keepPreviousData,
		queryFn: ({ signal }) =>
			ask<ReviewView>(rotaPath(line, "/review"), language, {
				method: "POST",
				body: { rota },
				signal,
			}),
	});
}

function problemsOf(
	{ problems }: ReviewView,
	wanted: "error" | "warning",
): ReviewView["problems"] {
	return problems.filter(({ severity }) => severity === wanted);
}
