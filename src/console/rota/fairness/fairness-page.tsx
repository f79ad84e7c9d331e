import {
	Button,
	NativeSelect,
	Stack,
	Text,
	TextInput,
	Title,
} from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import {
	type Fairness,
	fairness,
	type Measure,
	measures,
} from "../../../domain/fairness/fairness.ts";
import {
	fairnessInWords,
	standingOf,
} from "../../../domain/fairness/fairness-words.ts";
import { plannedTimelines } from "../../../domain/fairness/held.ts";
import { readNight, usualNight } from "../../../domain/fairness/night.ts";
import { clockOf } from "../../../domain/rota/wall-clock.ts";
import { useNow } from "../../clock.ts";
import { type Days, spanOf } from "../../days.ts";
import { useLanguage } from "../../language.tsx";
import { useSignedIn } from "../../session.tsx";
import { useTitle } from "../../title.ts";
import { useDesk } from "../desk.tsx";
import { rotaPath } from "../rota-queries.ts";
import { hoursText } from "../spans.ts";
import { amounts } from "./amounts.ts";
import { Chart } from "./chart.tsx";
import styles from "./fairness.module.css";
import { useFairnessWords } from "./fairness-page-words.ts";
import { type Counted, countedQuery, useHeld } from "./fairness-queries.ts";
import { daysOf, type SpanKind, spanKinds } from "./span.ts";
import { FairnessTable } from "./table.tsx";

/** Who has more, and who less, than an even share? What is planned is counted in the browser, by what lies on the desk. */
export default function FairnessPage() {
	const say = useFairnessWords();
	const { language } = useLanguage();
	const desk = useDesk();
	const { zone } = desk.published.rota;
	const reader = { language, zone };
	const asked = useAsked(zone);
	const { counted } = asked;
	const [measure, setMeasure] = useState<Measure>("nights");
	const [basis, setBasis] = useState<"planned" | "held">("planned");
	const planned = usePlanned(counted);
	const held = useHeld(desk.line, counted);
	useTitle(say("title"));
	const shown = {
		planned: planned?.people.map((one) => ({
			...one,
			standing: standingOf(one),
		})),
		held: held.data?.held.people,
	};
	return (
		<Stack gap="xl">
			<div>
				<Title order={1} className={styles.headline ?? ""} aria-live="polite">
					{planned ? fairnessInWords(planned)[language] : say("title")}
				</Title>
				{planned && planned.gapHours > 0 ? (
					<Text c="var(--nobody)">
						{say("gaps", {
							hours: hoursText(planned.gapHours * 3_600_000, reader),
						})}
					</Text>
				) : null}
				{desk.isChanged ? <Text c="dimmed">{say("withChanges")}</Text> : null}
			</div>
			<Asking asked={asked} duties={Object.keys(desk.rota.duties)} />
			{held.error ? (
				<Text role="alert">{say("trouble", { why: held.error.message })}</Text>
			) : null}
			<section>
				<div className={styles.tools}>
					<NativeSelect
						label={say("measure")}
						value={measure}
						onChange={(event) =>
							setMeasure(event.currentTarget.value as Measure)
						}
						data={measures.map((each) => ({
							value: each,
							label: say(`measures.${each}`),
						}))}
						mb="md"
					/>
				</div>
				<Chart
					planned={shown.planned ?? []}
					held={shown.held ?? []}
					measure={measure}
					show={amounts(measure, reader)}
				/>
			</section>
			<section>
				<Title order={2} mb="xs">
					{say("table")}
				</Title>
				<NativeSelect
					label={say("basis")}
					maw="16rem"
					mb="xs"
					value={basis}
					onChange={(event) =>
						setBasis(event.currentTarget.value as "planned" | "held")
					}
					data={[
						{ value: "planned", label: say("planned") },
						{ value: "held", label: say("held") },
					]}
				/>
				<FairnessTable
					people={shown[basis] ?? []}
					reader={reader}
					caption={`${say(basis)}, ${say(`${basis}How`)}`}
				/>
				<Text size="sm" c="dimmed" mt="sm" maw="46rem">
					{say("how")}
				</Text>
			</section>
			{counted ? <Pay line={desk.line} counted={counted} /> : null}
		</Stack>
	);
}

/** What is counted, and how it is chosen. */
interface Choosing {
	readonly kind: SpanKind;
	readonly days: Days;
	readonly duty: string;
	readonly night: { readonly start: string; readonly end: string };
	readonly counted: Counted | null;
	choose(kind: SpanKind): void;
	setDays(days: Days): void;
	setDuty(duty: string): void;
	setNight(night: { start: string; end: string }): void;
}

function useAsked(zone: string): Choosing {
	const now = useNow();
	const [kind, setKind] = useState<SpanKind>("next");
	const [own, setDays] = useState<Days | null>(null);
	const [duty, setDuty] = useState("");
	const [night, setNight] = useState<Choosing["night"]>(usualNight);
	const usual = daysOf(kind === "custom" ? "next" : kind, now, zone);
	const { first, last } = kind === "custom" ? (own ?? usual) : usual;
	const written = `${night.start}-${night.end}`;
	const counted = useMemo(() => {
		const span = spanOf({ first, last }, zone);
		return span && readNight(written) ? { span, duty, night: written } : null;
	}, [first, last, zone, duty, written]);
	return {
		kind,
		days: { first, last },
		duty,
		night,
		counted,
		choose: (next) => {
			if (next === "custom") setDays({ first, last });
			setKind(next);
		},
		setDays,
		setDuty,
		setNight,
	};
}

function usePlanned(counted: Counted | null): Fairness | null {
	const { rota, published, inputs } = useDesk();
	return useMemo(() => {
		const night = counted && readNight(counted.night);
		if (!night) return null;
		const { span, duty } = counted;
		const known = clockOf(rota.zone) ? rota : published.rota;
		return fairness({
			pieces: plannedTimelines({ rota: known, ...inputs }, span),
			...{ span, night },
			...(duty && { duties: [duty] }),
		});
	}, [rota, published.rota, inputs, counted]);
}

function Asking({
	asked,
	duties,
}: {
	asked: Choosing;
	duties: readonly string[];
}) {
	const say = useFairnessWords();
	const { kind, days, night } = asked;
	return (
		<div className={styles.tools}>
			<NativeSelect
				label={say("span")}
				value={kind}
				onChange={(event) =>
					asked.choose(event.currentTarget.value as SpanKind)
				}
				data={spanKinds.map((each) => ({
					value: each,
					label: say(`spans.${each}`),
				}))}
			/>
			{kind === "custom" ? (
				<>
					<TextInput
						type="date"
						label={say("from")}
						value={days.first}
						error={asked.counted ? null : say("badSpan")}
						onChange={(event) =>
							asked.setDays({ ...days, first: event.currentTarget.value })
						}
					/>
					<TextInput
						type="date"
						label={say("to")}
						value={days.last}
						onChange={(event) =>
							asked.setDays({ ...days, last: event.currentTarget.value })
						}
					/>
				</>
			) : null}
			{duties.length > 1 ? (
				<NativeSelect
					label={say("duty")}
					value={asked.duty}
					onChange={(event) => asked.setDuty(event.currentTarget.value)}
					data={[
						{ value: "", label: say("allDuties") },
						...duties.map((duty) => ({ value: duty, label: duty })),
					]}
				/>
			) : null}
			<TextInput
				type="time"
				label={say("nightFrom")}
				value={night.start}
				onChange={(event) =>
					asked.setNight({ ...night, start: event.currentTarget.value })
				}
			/>
			<TextInput
				type="time"
				label={say("nightTo")}
				value={night.end}
				onChange={(event) =>
					asked.setNight({ ...night, end: event.currentTarget.value })
				}
			/>
		</div>
	);
}

/** A download by a plain link: the browser saves it while it comes. */
function Pay({ line, counted }: { line: string; counted: Counted }) {
	const say = useFairnessWords();
	const { language } = useLanguage();
	const mayExport = useSignedIn().may.includes("export standby pay");
	if (!mayExport) return null;
	const address = (format: "csv" | "xlsx") =>
		rotaPath(
			line,
			`/standby-pay?${countedQuery(counted)}&format=${format}&lang=${language}`,
		);
	return (
		<section>
			<Title order={2} mb="xs">
				{say("pay.title")}
			</Title>
			<Text c="dimmed" mb="sm" maw="46rem">
				{say("pay.how")}
			</Text>
			<div className={styles.tools}>
				{(["xlsx", "csv"] as const).map((format) => (
					<Button
						key={format}
						component="a"
						variant="default"
						href={address(format)}
						download
						leftSection={<IconDownload size={18} aria-hidden />}
					>
						{say(`pay.${format}`)}
					</Button>
				))}
			</div>
		</section>
	);
}
