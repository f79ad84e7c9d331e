import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import {
	answeredWithinIn,
	answerWritten,
	type LogFilter,
	openStatuses,
	statusesIn,
} from "../../domain/ticket/log-filter.ts";
import {
	callOutcomes,
	channels,
	ticketStatuses,
	urgencies,
} from "../../domain/ticket/ticket.ts";
import { urgencyWord } from "../../domain/ticket/urgency-words.ts";
import { useLanguage } from "../language.tsx";
import { noPlace, PlacePicker } from "../places/place-picker.tsx";
import { useProperty } from "../places/place-queries.ts";
import { useOnDuty } from "../queries.ts";
import { subjectOptions, useTicketSettings } from "../ticket-settings.ts";
import { answers, usePeopleOf } from "./filter-names.ts";
import { useLogWords } from "./log-words.ts";

interface Filtering {
	readonly filter: LogFilter;
	readonly onChange: (filter: LogFilter) => void;
}

/** Every filter, each of which takes effect at once. */
export function FilterForm({ filter, onChange }: Filtering) {
	return (
		<SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" mt="sm">
			<Waiting filter={filter} onChange={onChange} />
			<Time filter={filter} onChange={onChange} />
			<Ways filter={filter} onChange={onChange} />
			<About filter={filter} onChange={onChange} />
		</SimpleGrid>
	);
}

interface Choice {
	readonly value: string;
	readonly label: string;
}

/** One choice among several, the first of which is "any". */
function Choose({
	label,
	value,
	choices,
	onChange,
}: {
	label: string;
	value: string | undefined;
	choices: readonly Choice[];
	onChange: (value: string | null) => void;
}) {
	const say = useLogWords();
	const known = choices.some((choice) => choice.value === value);
	const labelOf = (one: string) =>
		choices.find((choice) => choice.value === one)?.label ?? one;
	return (
		<NativeSelect
			label={label}
			value={value ?? ""}
			onChange={(event) => onChange(event.currentTarget.value || null)}
			data={[
				{ value: "", label: say("filters.any") },
				...choices,
				// Several at once stand in an address, and are shown, but cannot be made here.
				...(value && !known
					? [{ value, label: value.split(",").map(labelOf).join(", ") }]
					: []),
			]}
		/>
	);
}

function Waiting({ filter, onChange }: Filtering) {
	const say = useLogWords();
	const { language, t } = useLanguage();
	const isOpen =
		filter.status.length === openStatuses.length &&
		openStatuses.every((each) => filter.status.includes(each));
	const waiting = filter.unacknowledged
		? "unacknowledged"
		: filter.overdue
			? "overdue"
			: undefined;
	return (
		<>
			<Choose
				label={say("filters.waiting")}
				value={waiting}
				choices={[
					{ value: "unacknowledged", label: say("filters.unacknowledged") },
					{ value: "overdue", label: say("filters.overdue") },
				]}
				onChange={(value) =>
					onChange({
						...filter,
						unacknowledged: value === "unacknowledged",
						overdue: value === "overdue",
					})
				}
			/>
			<Choose
				label={say("filters.status")}
				value={isOpen ? "open" : filter.status.join(",")}
				choices={[
					{ value: "open", label: say("filters.open") },
					...ticketStatuses.map((value) => ({
						value,
						label: t(`status.${value}`),
					})),
				]}
				onChange={(value) => onChange({ ...filter, status: statusesIn(value) })}
			/>
			<Choose
				label={say("filters.urgency")}
				value={filter.urgency.join(",")}
				choices={urgencies.map((value) => ({
					value,
					label: urgencyWord(value, language),
				}))}
				onChange={(value) =>
					onChange({
						...filter,
						urgency: urgencies.filter((each) => each === value),
					})
				}
			/>
		</>
	);
}

const spans = [1, 7, 30, 90, 365];

/** With the one that somebody wrote into an address. */
function spansWith(days: number | null): number[] {
	const isOwn = days !== null && !spans.includes(days);
	return isOwn ? [...spans, days].sort((one, other) => one - other) : spans;
}

function Time({ filter, onChange }: Filtering) {
	const say = useLogWords();
	return (
		<>
			<Choose
				label={say("filters.days")}
				value={filter.days === null ? undefined : String(filter.days)}
				choices={spansWith(filter.days).map((days) => ({
					value: String(days),
					label: say("filters.lastDays", { count: days }),
				}))}
				onChange={(value) =>
					onChange({ ...filter, days: value === null ? null : Number(value) })
				}
			/>
			<TextInput
				type="date"
				label={say("filters.from")}
				value={filter.from?.slice(0, 10) ?? ""}
				onChange={(event) =>
					onChange({ ...filter, from: event.currentTarget.value || null })
				}
			/>
			<TextInput
				type="date"
				label={say("filters.to")}
				value={filter.to?.slice(0, 10) ?? ""}
				onChange={(event) =>
					onChange({ ...filter, to: event.currentTarget.value || null })
				}
			/>
		</>
	);
}

function Ways({ filter, onChange }: Filtering) {
	const say = useLogWords();
	const { language, t } = useLanguage();
	const lines = useOnDuty().data?.lines ?? [];
	return (
		<>
			{lines.length > 1 ? (
				<Choose
					label={say("filters.line")}
					value={filter.line ?? undefined}
					choices={lines.map(({ line, name }) => ({
						value: line,
						label: name[language],
					}))}
					onChange={(line) => onChange({ ...filter, line })}
				/>
			) : null}
			<Choose
				label={say("filters.channel")}
				value={filter.channel.join(",")}
				choices={channels.map((value) => ({
					value,
					label: say(`channels.${value}`),
				}))}
				onChange={(value) =>
					onChange({
						...filter,
						channel: channels.filter((each) => each === value),
					})
				}
			/>
			<Choose
				label={say("filters.outcome")}
				value={filter.outcome.join(",")}
				choices={callOutcomes.map((value) => ({
					value,
					label: t(`outcome.${value}`),
				}))}
				onChange={(value) =>
					onChange({
						...filter,
						outcome: callOutcomes.filter((each) => each === value),
					})
				}
			/>
			<Choose
				label={say("filters.answeredWithin")}
				value={answerWritten(filter.answeredWithin) ?? undefined}
				choices={answers.map((answer) => ({
					value: answerWritten(answer) ?? "",
					label: say(`filters.${answer.how}`, { seconds: answer.seconds }),
				}))}
				onChange={(value) =>
					onChange({ ...filter, answeredWithin: answeredWithinIn(value) })
				}
			/>
		</>
	);
}

function About({ filter, onChange }: Filtering) {
	const say = useLogWords();
	const { language } = useLanguage();
	const settings = useTicketSettings().data;
	return (
		<>
			<NativeSelect
				label={say("filters.subject")}
				value={filter.subject ?? ""}
				onChange={(event) =>
					onChange({ ...filter, subject: event.currentTarget.value || null })
				}
				data={[
					{ value: "", label: say("filters.any") },
					...subjectOptions(settings, language, filter.subject),
				]}
			/>
			<PlaceFilter filter={filter} onChange={onChange} />
			<PersonFilter filter={filter} onChange={onChange} />
			<Choose
				label={say("filters.costs")}
				value={filter.costs === null ? undefined : filter.costs ? "yes" : "no"}
				choices={[
					{ value: "yes", label: say("filters.costsYes") },
					{ value: "no", label: say("filters.costsNo") },
				]}
				onChange={(value) =>
					onChange({
						...filter,
						costs: value === null ? null : value === "yes",
					})
				}
			/>
			<Written
				label={say("filters.label")}
				value={filter.label}
				onChange={(label) => onChange({ ...filter, label })}
			/>
		</>
	);
}

function PersonFilter({ filter, onChange }: Filtering) {
	const say = useLogWords();
	const people = usePeopleOf(filter.line);
	if (people.length === 0) return null;
	return (
		<Choose
			label={say("filters.person")}
			value={filter.person ?? undefined}
			choices={people}
			onChange={(person) => onChange({ ...filter, person })}
		/>
	);
}

function PlaceFilter({ filter, onChange }: Filtering) {
	const property = useProperty(filter.property).data ?? null;
	return (
		<PlacePicker
			downTo="stairwell"
			value={{
				...noPlace,
				property,
				stairwell: filter.stairwell ?? "",
			}}
			onChange={(place) =>
				onChange({
					...filter,
					property: place.property?.id ?? null,
					stairwell: place.stairwell || null,
				})
			}
		/>
	);
}

/** A text that takes effect when it is left, or with Enter. */
function Written({
	label,
	value,
	onChange,
}: {
	label: string;
	value: string | null;
	onChange: (value: string | null) => void;
}) {
	return (
		<TextInput
			key={value}
			label={label}
			defaultValue={value ?? ""}
			onBlur={(event) => onChange(event.currentTarget.value.trim() || null)}
			onKeyDown={(event) => {
				if (event.key === "Enter") event.currentTarget.blur();
			}}
		/>
	);
}
