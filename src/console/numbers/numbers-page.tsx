import {
	Button,
	NativeSelect,
	Stack,
	Text,
	TextInput,
	Title,
} from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMemo } from "react";
import { useSearchParams } from "wouter";
import type { Numbers } from "../../web/api/number-shapes.ts";
import { useNow } from "../clock.ts";
import { type Days, spanOf } from "../days.ts";
import { useLanguage } from "../language.tsx";
import { MissingPage } from "../plain-pages.tsx";
import { useOnDuty } from "../queries.ts";
import { useReader } from "../reader.ts";
import { useSignedIn } from "../session.tsx";
import { useTitle } from "../title.ts";
import { headline } from "./amounts.ts";
import { commonClock } from "./common-clock.ts";
import { CallTable, TimeTable } from "./figure-tables.tsx";
import { type Asked, askedQuery, useNumbers } from "./number-queries.ts";
import { useNumberWords } from "./number-words.ts";
import styles from "./numbers.module.css";
import { PeopleTable } from "./people-table.tsx";
import { daysOf, type SpanKind, spanKinds } from "./span.ts";
import { WeekTable } from "./week-table.tsx";

/** How are we doing? Every number leads to its tickets. */
export default function NumbersPage() {
	const { may } = useSignedIn();
	return may.includes("see numbers") ? <NumbersOfCalls /> : <MissingPage />;
}

function NumbersOfCalls() {
	const say = useNumberWords();
	const choosing = useChoosing();
	const { asked } = choosing;
	const reader = useReader(asked?.line);
	const { data: numbers, error } = useNumbers(asked);
	useTitle(say("title"));
	return (
		<Stack gap="xl">
			<Title order={1} className={styles.headline ?? ""} aria-live="polite">
				{numbers ? headline(numbers, reader, say) : say("title")}
			</Title>
			<Choices choosing={choosing} />
			{numbers ? <WhoseClock numbers={numbers} /> : null}
			{error ? (
				<Text role="alert">{say("trouble", { why: error.message })}</Text>
			) : null}
			{numbers && asked ? (
				<>
					<div className={styles.pair}>
						<CallTable numbers={numbers} />
						<TimeTable numbers={numbers} />
					</div>
					<WeekTable numbers={numbers} />
					<PeopleTable numbers={numbers} />
				</>
			) : null}
		</Stack>
	);
}

function WhoseClock({ numbers }: { numbers: Numbers }) {
	const say = useNumberWords();
	const { language } = useLanguage();
	const line = commonClock(useOnDuty().data?.lines ?? [], numbers);
	return line === null ? null : (
		<Text maw="46rem">{say("zonesHow", { line: line.name[language] })}</Text>
	);
}

interface Choosing {
	readonly kind: SpanKind;
	readonly days: Days;
	/** Empty: all lines. */
	readonly line: string;
	readonly asked: Asked | null;
	choose(changed: {
		readonly span?: SpanKind;
		readonly line?: string;
		readonly days?: Days;
	}): void;
}

/** What is chosen stands in the address, so that it can be sent to somebody. */
function useChoosing(): Choosing {
	const [params, setParams] = useSearchParams();
	const line = params.get("line") ?? "";
	const { zone } = useReader(line);
	const now = useNow();
	const written = params.get("span");
	const kind = spanKinds.find((each) => each === written) ?? "days30";
	const usual = daysOf(kind === "custom" ? "days30" : kind, now, zone);
	const first =
		kind === "custom" ? (params.get("from") ?? usual.first) : usual.first;
	const last =
		kind === "custom" ? (params.get("to") ?? usual.last) : usual.last;
	const asked = useMemo(() => {
		const span = spanOf({ first, last }, zone);
		return span && { line, span };
	}, [first, last, zone, line]);
	return {
		kind,
		days: { first, last },
		line,
		asked,
		choose: (changed) => {
			const span = changed.span ?? kind;
			const days = changed.days ?? { first, last };
			const chosen = changed.line ?? line;
			setParams(
				{
					span,
					...(span === "custom" && { from: days.first, to: days.last }),
					...(chosen && { line: chosen }),
				},
				{ replace: true },
			);
		},
	};
}

function Choices({ choosing }: { choosing: Choosing }) {
	const say = useNumberWords();
	const { language } = useLanguage();
	const lines = useOnDuty().data?.lines ?? [];
	const { kind, days, line, asked, choose } = choosing;
	return (
		<div className={styles.tools}>
			{lines.length > 1 ? (
				<NativeSelect
					label={say("line")}
					value={line}
					onChange={(event) => choose({ line: event.currentTarget.value })}
					data={[
						{ value: "", label: say("allLines") },
						...lines.map((each) => ({
							value: each.line,
							label: each.name[language],
						})),
					]}
				/>
			) : null}
			<NativeSelect
				label={say("span")}
				value={kind}
				onChange={(event) =>
					choose({ span: event.currentTarget.value as SpanKind })
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
						error={asked ? null : say("badSpan")}
						onChange={(event) =>
							choose({ days: { ...days, first: event.currentTarget.value } })
						}
					/>
					<TextInput
						type="date"
						label={say("to")}
						value={days.last}
						onChange={(event) =>
							choose({ days: { ...days, last: event.currentTarget.value } })
						}
					/>
				</>
			) : null}
			{asked ? <Exports asked={asked} /> : null}
		</div>
	);
}

/** Downloads by plain links: the browser saves them while they come. */
function Exports({ asked }: { asked: Asked }) {
	const say = useNumberWords();
	const { language } = useLanguage();
	return (
		<div className={styles.exports}>
			{(["xlsx", "csv"] as const).map((format) => (
				<Button
					key={format}
					component="a"
					variant="default"
					href={`/api/numbers/export?${askedQuery(asked)}&format=${format}&lang=${language}`}
					download
					leftSection={<IconDownload size={18} aria-hidden />}
				>
					{say(format)}
				</Button>
			))}
		</div>
	);
}
