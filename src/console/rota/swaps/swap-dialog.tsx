import {
	Button,
	Group,
	Modal,
	NativeSelect,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import { type FormEvent, useState } from "react";
import { typedTime } from "../../../domain/rota/edits/typed-time.ts";
import { writtenTime } from "../../../domain/rota/edits/written-time.ts";
import { clockOf } from "../../../domain/rota/wall-clock.ts";
import type { SwapView } from "../../../web/api/swap-shapes.ts";
import { Refused } from "../../refused.tsx";
import { useDesk } from "../desk.tsx";
import { useLabels } from "../timeline/labels.ts";
import { TypedTimeField } from "../timeline/typed-time-field.tsx";
import { useDoing } from "./swap-queries.ts";
import { useSwapWords } from "./swap-words.ts";

export type SwapDialogKind = "refuse" | "undo" | "fix" | "accept";

/** Asks what is needed before a planner refuses, undoes or corrects a swap, or enters who takes an offer. */
export function SwapDialog({
	kind,
	swap,
	onClose,
}: {
	kind: SwapDialogKind;
	swap: SwapView;
	onClose(): void;
}) {
	const say = useSwapWords();
	return (
		<Modal
			opened
			onClose={onClose}
			title={say(`dialog.${kind}`)}
			closeButtonProps={{ "aria-label": say("dialog.cancel") }}
			lockScroll={false}
			transitionProps={{ duration: 0 }}
		>
			<DialogForm kind={kind} swap={swap} onClose={onClose} />
		</Modal>
	);
}

function DialogForm({
	kind,
	swap,
	onClose,
}: {
	kind: SwapDialogKind;
	swap: SwapView;
	onClose(): void;
}) {
	const say = useSwapWords();
	const doing = useDoing(swap, onClose);
	const [why, setWhy] = useState("");
	const [taker, setTaker] = useState((swap.taker ?? swap.asked)?.id ?? "");
	const span = useTypedSpan(swap);
	const [isTried, setTried] = useState(false);
	const asksWho = kind === "accept" || (kind === "fix" && taker !== "");
	const whyMissing = kind !== "accept" && why.trim() === "";
	const told = toldBy();
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (told) doing.mutate({ verb: kind, ...told });
	};
	return (
		<form onSubmit={submit} noValidate>
			<Stack gap="md">
				<Text>{say(`dialog.${kind}Says`, { giver: swap.giver.name })}</Text>
				{kind === "accept" || kind === "fix" ? (
					<TakerField
						swap={swap}
						value={taker}
						fault={
							isTried && asksWho && taker === ""
								? say("dialog.takerMissing")
								: null
						}
						onChange={setTaker}
					/>
				) : null}
				{kind === "fix" ? (
					<SpanFields swap={swap} span={span} isTried={isTried} />
				) : null}
				{kind === "accept" ? null : (
					<TextInput
						label={say("dialog.why")}
						value={why}
						maxLength={500}
						error={isTried && whyMissing ? say("dialog.whyMissing") : null}
						onChange={(event) => setWhy(event.currentTarget.value)}
					/>
				)}
				<Refused error={doing.error} />
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{say("dialog.cancel")}
					</Button>
					<Button type="submit" loading={doing.isPending}>
						{say(`dialog.${kind}Yes`)}
					</Button>
				</Group>
			</Stack>
		</form>
	);

	function toldBy(): object | null {
		if (whyMissing) return null;
		if (kind === "accept") return taker === "" ? null : { person: taker };
		if (kind !== "fix") return { why };
		if (span.start === null || span.end === null) return null;
		if (span.end <= span.start) return null;
		return {
			why,
			...(span.isChanged && {
				start: new Date(span.start).toISOString(),
				end: new Date(span.end).toISOString(),
			}),
			...(taker !== "" && { taker }),
		};
	}
}

function TakerField({
	swap,
	value,
	fault,
	onChange,
}: {
	swap: SwapView;
	value: string;
	fault: string | null;
	onChange(person: string): void;
}) {
	const say = useSwapWords();
	const { published } = useDesk();
	const people = Object.entries(published.rota.people).filter(
		([id]) => id !== swap.giver.id,
	);
	return (
		<NativeSelect
			label={say("dialog.taker")}
			value={value}
			error={fault}
			onChange={(event) => onChange(event.currentTarget.value)}
			data={[
				{ value: "", label: "–" },
				...people.map(([id, { name }]) => ({ value: id, label: name })),
			]}
		/>
	);
}

/** The swap's times as they are typed; null while one is none, or is not said which of two. */
function useTypedSpan({ shift, zone }: SwapView) {
	const first = writtenTime(new Date(shift.start).getTime(), zone);
	const last = writtenTime(new Date(shift.end).getTime(), zone);
	const [from, setFrom] = useState(first);
	const [until, setUntil] = useState(last);
	const instant = (text: string) =>
		typedTime(text, zone).kind === "plain" || text.length > 16
			? (clockOf(zone)?.read(text) ?? null)
			: null;
	return {
		from,
		setFrom,
		until,
		setUntil,
		start: instant(from),
		end: instant(until),
		isChanged: from !== first || until !== last,
	};
}

function SpanFields({
	swap,
	span,
	isTried,
}: {
	swap: SwapView;
	span: ReturnType<typeof useTypedSpan>;
	isTried: boolean;
}) {
	const say = useSwapWords();
	const { published } = useDesk();
	const labels = useLabels(published.rota);
	const { start, end } = span;
	const fault = (instant: number | null) =>
		isTried && instant === null ? say("dialog.unreadable") : null;
	const endsFirst =
		start !== null && end !== null && end <= start
			? say("dialog.endsFirst")
			: null;
	return (
		<>
			<TypedTimeField
				label={say("dialog.from")}
				value={span.from}
				zone={swap.zone}
				labels={labels}
				fault={fault(start)}
				onChange={span.setFrom}
			/>
			<TypedTimeField
				label={say("dialog.until")}
				value={span.until}
				zone={swap.zone}
				labels={labels}
				fault={fault(end) ?? endsFirst}
				onChange={span.setUntil}
			/>
		</>
	);
}
