import {
	Button,
	Group,
	Modal,
	Select,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import { type FormEvent, useState } from "react";
import { typedTime } from "../../../domain/rota/edits/typed-time.ts";
import { writtenTime } from "../../../domain/rota/edits/written-time.ts";
import { clockOf } from "../../../domain/rota/wall-clock.ts";
import { useDesk } from "../desk.tsx";
import { dutiesInOrder, peopleInOrder } from "./board.ts";
import { givenTo } from "./gesture.ts";
import { HandoverWords } from "./gesture-line.tsx";
import type { Labels } from "./labels.ts";
import styles from "./override-dialog.module.css";
import type { Piece } from "./pieces.ts";
import { useTimelineWords } from "./timeline-words.ts";
import { TypedTimeField } from "./typed-time-field.tsx";

/** What the dialog begins with. */
export interface Asked {
	/** `times` moves the ends of a piece and leaves it to whoever has it. */
	readonly kind: "add" | "give" | "edit" | "times";
	readonly duty: string;
	readonly start: number;
	readonly end: number;
	/** A person's id or `nobody`; null while it is not said. */
	readonly person: string | null;
	readonly why: string;
	readonly piece: Piece | null;
}

/** What somebody said, with instants. */
export interface Told {
	readonly duty: string;
	readonly start: number;
	readonly end: number;
	readonly person: string;
	readonly why: string;
}

/** Asks who, from when to when and why; what it would hand over is said while it is typed. */
export function OverrideDialog({
	asked,
	labels,
	onClose,
	onTold,
}: {
	asked: Asked | null;
	labels: Labels;
	onClose: () => void;
	onTold: (told: Told) => void;
}) {
	const say = useTimelineWords();
	return (
		<Modal
			opened={asked !== null}
			onClose={onClose}
			lockScroll={false}
			size="lg"
			title={asked ? say(`dialog.${asked.kind}`) : ""}
			closeButtonProps={{ "aria-label": say("dialog.cancel") }}
			transitionProps={{ duration: 0 }}
		>
			{asked ? (
				<OverrideForm
					asked={asked}
					labels={labels}
					onClose={onClose}
					onTold={onTold}
				/>
			) : null}
		</Modal>
	);
}

function OverrideForm({
	asked,
	labels,
	onClose,
	onTold,
}: {
	asked: Asked;
	labels: Labels;
	onClose: () => void;
	onTold: (told: Told) => void;
}) {
	const say = useTimelineWords();
	const { rota } = useDesk();
	const [duty, setDuty] = useState(asked.duty);
	const [person, setPerson] = useState(asked.person);
	const [start, setStart] = useState(() => writtenTime(asked.start, rota.zone));
	const [end, setEnd] = useState(() => writtenTime(asked.end, rota.zone));
	const [why, setWhy] = useState(asked.why);
	const [isTried, setTried] = useState(false);
	const clock = clockOf(rota.zone);
	const from = clock?.read(start) ?? null;
	const to = clock?.read(end) ?? null;
	const isPlain = [start, end].every(
		(text) => typedTime(text, rota.zone).kind === "plain",
	);
	const endsFirst = from !== null && to !== null && to <= from;
	const isWhole =
		isPlain && !endsFirst && person !== null && from !== null && to !== null;
	const told = isWhole ? { duty, start: from, end: to, person, why } : null;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (told) onTold(told);
	};
	const faultOf = (instant: number | null) =>
		isTried && instant === null ? say("dialog.unreadable") : null;
	return (
		<form onSubmit={submit} noValidate>
			<Stack gap="md">
				{asked.kind === "times" ? (
					<Text fw={600}>{labels.person(person)}</Text>
				) : (
					<WhoField
						person={person}
						labels={labels}
						fault={isTried && person === null ? say("dialog.whoMissing") : null}
						onChange={setPerson}
					/>
				)}
				{Object.keys(rota.duties).length > 1 ? (
					<Select
						label={say("dialog.duty")}
						value={duty}
						disabled={asked.kind !== "add"}
						allowDeselect={false}
						onChange={(value) => setDuty(value ?? duty)}
						data={dutiesInOrder(rota).map((name) => ({
							value: name,
							label: labels.duty(name),
						}))}
					/>
				) : null}
				<div className={styles.times}>
					<TypedTimeField
						label={say("dialog.from")}
						value={start}
						zone={rota.zone}
						labels={labels}
						fault={faultOf(from)}
						onChange={setStart}
					/>
					<TypedTimeField
						label={say("dialog.to")}
						value={end}
						zone={rota.zone}
						labels={labels}
						fault={faultOf(to) ?? (endsFirst ? say("dialog.endsFirst") : null)}
						onChange={setEnd}
					/>
				</div>
				{asked.kind === "times" ? null : (
					<TextInput
						label={say("dialog.why")}
						{...(asked.person !== null && { "data-autofocus": true })}
						description={say("dialog.whyHint")}
						value={why}
						maxLength={500}
						onChange={(event) => setWhy(event.currentTarget.value)}
					/>
				)}
				{asked.kind === "times" ? null : (
					<Outcome told={told} labels={labels} />
				)}
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{say("dialog.cancel")}
					</Button>
					<Button type="submit">{say("dialog.save")}</Button>
				</Group>
			</Stack>
		</form>
	);
}

function WhoField({
	person,
	labels,
	fault,
	onChange,
}: {
	person: string | null;
	labels: Labels;
	fault: string | null;
	onChange: (person: string | null) => void;
}) {
	const say = useTimelineWords();
	const { rota } = useDesk();
	return (
		<Select
			label={say("dialog.who")}
			placeholder={say("dialog.whoHint")}
			value={person}
			error={fault}
			searchable
			{...(person === null && { "data-autofocus": true })}
			allowDeselect={false}
			maxDropdownHeight={280}
			comboboxProps={{ transitionProps: { duration: 0 } }}
			onChange={onChange}
			data={[
				...peopleInOrder(rota).map((id) => ({
					value: id,
					label: labels.person(id),
				})),
				{ value: "nobody", label: say("nobodyOnPurpose") },
			]}
		/>
	);
}

/** What would change hands; keeps its room, so that nothing jumps. */
function Outcome({ told, labels }: { told: Told | null; labels: Labels }) {
	const { timeline } = useDesk();
	const handover =
		told &&
		givenTo(timeline, told, told.person === "nobody" ? null : told.person);
	return (
		<div className={styles.outcome} aria-live="polite">
			{told ? (
				<HandoverWords
					handover={handover}
					labels={labels}
					timeline={timeline}
				/>
			) : null}
		</div>
	);
}
