import { Button, Checkbox, NativeSelect, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SwapView } from "../../web/api/swap-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import styles from "./my-duty.module.css";
import type { MyLine, MyShift } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";
import { cutsOf } from "./part-choices.ts";
import { CutChoice } from "./part-of-shift.tsx";
import { useSpanWords } from "./span-words.ts";

/** What somebody has filled in so far. */
interface Offer {
	/** Empty: everybody who is free. */
	readonly to: string;
	/** null: the whole shift. */
	readonly part: { readonly from: number; readonly to: number } | null;
	/** Which of the colleague's shifts; empty: none. */
	readonly inReturn: string;
	readonly note: string;
}

/** Offers a shift, or a part of it, to everybody or to one colleague. */
export function GiveAway({
	line,
	shift,
	done,
}: {
	line: MyLine;
	shift: MyShift;
	done(): void;
}) {
	const say = useMyDutyWords();
	const [offer, setOffer] = useState<Offer>(nothingYet);
	const fill = (more: Partial<Offer>) => setOffer({ ...offer, ...more });
	const offering = useOffering(line, shift, offer, done);
	const colleague = line.colleagues.find(({ id }) => id === offer.to);
	const name =
		colleague?.name ??
		shift.couldTake.find(({ person }) => person === offer.to)?.name;
	return (
		<form
			className={styles.give}
			onSubmit={(event) => {
				event.preventDefault();
				offering.mutate();
			}}
		>
			<Whom line={line} shift={shift} offer={offer} fill={fill} />
			<Part line={line} shift={shift} offer={offer} fill={fill} />
			{colleague && colleague.shifts.length > 0 ? (
				<InReturn colleague={colleague} line={line} offer={offer} fill={fill} />
			) : null}
			<Textarea
				label={say("give.note")}
				description={say("give.noteHint")}
				size="md"
				autosize
				maxLength={500}
				value={offer.note}
				onChange={(event) => fill({ note: event.currentTarget.value })}
			/>
			<Text size="sm">{say("give.remains")}</Text>
			<Refused error={offering.error} />
			<Button
				type="submit"
				className={styles.big ?? ""}
				loading={offering.isPending}
			>
				{name ? say("give.ask", { name }) : say("give.offer")}
			</Button>
		</form>
	);
}

const nothingYet: Offer = { to: "", part: null, inReturn: "", note: "" };

interface Filling {
	readonly line: MyLine;
	readonly offer: Offer;
	fill(more: Partial<Offer>): void;
}

function useOffering(
	{ line, colleagues }: MyLine,
	{ duty, start, end }: MyShift,
	{ to, part, inReturn, note }: Offer,
	done: () => void,
) {
	const { language } = useLanguage();
	const client = useQueryClient();
	const returned = colleagues
		.find(({ id }) => id === to)
		?.shifts.find((each) => each.start + each.duty === inReturn);
	return useMutation({
		mutationFn: () =>
			ask<SwapView>("/api/swaps", language, {
				method: "POST",
				body: {
					...{ line, duty },
					start: part ? new Date(part.from).toISOString() : start,
					end: part ? new Date(part.to).toISOString() : end,
					...(to !== "" && { to }),
					...(returned && { inReturn: returned }),
					...(note.trim() !== "" && { note: note.trim() }),
				},
			}),
		onSuccess: done,
		onSettled: () => client.invalidateQueries({ queryKey: ["swaps"] }),
	});
}

function Whom({
	line,
	shift,
	offer,
	fill,
}: Filling & { readonly shift: MyShift }) {
	const say = useMyDutyWords();
	const free = shift.couldTake.map(({ person, name, fit }) => ({
		value: person,
		label: fit === "fit" ? name : say("give.shortRest", { name }),
	}));
	const others = line.colleagues
		.filter(({ id }) => !shift.couldTake.some(({ person }) => person === id))
		.map(({ id, name }) => ({
			value: id,
			label: say("give.partly", { name }),
		}));
	return (
		<div>
			<NativeSelect
				label={say("give.whom")}
				size="md"
				value={offer.to}
				data={[
					{ value: "", label: say("give.anybody") },
					...free,
					// Somebody who is busy for a part of it may well have the rest.
					...(offer.part ? others : []),
				]}
				onChange={(event) =>
					fill({ to: event.currentTarget.value, inReturn: "" })
				}
			/>
			{free.length === 0 && !offer.part ? (
				<Text size="sm" mt={6}>
					{say("give.nobodyFree")}
				</Text>
			) : null}
		</div>
	);
}

function Part({
	line,
	shift,
	offer,
	fill,
}: Filling & { readonly shift: MyShift }) {
	const say = useMyDutyWords();
	const now = useNow();
	const days = cutsOf(shift, line.zone, now);
	const cuts = days.flatMap(({ at }) => at);
	const [first, last] = [cuts[0], cuts.at(-1)];
	if (first === undefined || last === undefined || cuts.length < 3) return null;
	const { part } = offer;
	const within = (keep: (at: number) => boolean) =>
		days
			.map(({ day, at }) => ({ day, at: at.filter(keep) }))
			.filter(({ at }) => at.length > 0);
	return (
		<>
			<Checkbox
				className={styles.check ?? ""}
				size="md"
				label={say("give.part")}
				checked={part !== null}
				onChange={(event) =>
					fill({
						to: "",
						part: event.currentTarget.checked
							? { from: first, to: last }
							: null,
					})
				}
			/>
			{part ? (
				<>
					<CutChoice
						label={say("give.from")}
						zone={line.zone}
						days={within((at) => at < last)}
						value={part.from}
						onChange={(from) =>
							fill({ part: { from, to: part.to > from ? part.to : last } })
						}
					/>
					<CutChoice
						label={say("give.to")}
						zone={line.zone}
						days={within((at) => at > part.from)}
						value={part.to}
						onChange={(to) => fill({ part: { ...part, to } })}
					/>
				</>
			) : null}
		</>
	);
}

function InReturn({
	colleague,
	line,
	offer,
	fill,
}: Filling & { readonly colleague: MyLine["colleagues"][number] }) {
	const say = useMyDutyWords();
	const words = useSpanWords(line.zone);
	return (
		<NativeSelect
			label={say("give.inReturn")}
			size="md"
			value={offer.inReturn}
			data={[
				{ value: "", label: say("give.nothing") },
				...colleague.shifts.map((shift) => ({
					value: shift.start + shift.duty,
					label: words.whole(shift),
				})),
			]}
			onChange={(event) => fill({ inReturn: event.currentTarget.value })}
		/>
	);
}
