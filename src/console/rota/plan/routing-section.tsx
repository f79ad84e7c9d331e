import { Button, Group, NumberInput, Text, Title } from "@mantine/core";
import { useState } from "react";
import {
	type RoutingSide,
	withFallback,
	withStepAt,
	withStepMoved,
} from "../../../domain/rota/edits/routing.ts";
import type { RingStep } from "../../../domain/rota/rota.ts";
import { callWords } from "./call-words.ts";
import { ChooseNames } from "./choose.tsx";
import { Entry, Nothing, Section } from "./entry.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { PlanOrder } from "./plan-order.tsx";

const sides: readonly RoutingSide[] = ["open", "closed"];

/** Whom a call rings by day and by night, and who is rung when everybody else has been. */
export function RoutingSection() {
	const { say } = usePlan();
	return (
		<Section id="routing" title={say("sections.routing")}>
			{sides.map((side) => (
				<Side key={side} side={side} />
			))}
			<Title order={3} className={styles.dutyTitle ?? ""}>
				{say("routing.fallback")}
			</Title>
			<Fallback />
		</Section>
	);
}

function Side({ side }: { side: RoutingSide }) {
	const plan = usePlan();
	const { rota, desk, say, setOpen } = plan;
	const steps = rota.routing[side];
	const add = () => {
		const rung = steps.flatMap(({ ring }) => ring);
		const duties = Object.keys(rota.duties);
		const fresh = duties.find((duty) => !rung.includes(duty));
		const name = fresh ?? duties[0] ?? rota.fallback[0] ?? "";
		desk.change(say("said.stepAdded"), (before) =>
			withStepAt(before, side, before.routing[side].length, {
				ring: name === "" ? [] : [name],
				seconds: 25,
			}),
		);
		setOpen(`routing.${side}[${steps.length}]`, true);
	};
	return (
		<div className={styles.duty}>
			<Title order={3} className={styles.dutyTitle ?? ""}>
				{say(`routing.${side}`)}
			</Title>
			{steps.length === 0 ? <Nothing>{say("routing.noSteps")}</Nothing> : null}
			<PlanOrder
				isQuiet
				label={say(`routing.${side}`)}
				items={steps.map((step, index) => ({
					key: `step ${index} of ${steps.length}`,
					name: say("routing.step", { number: index + 1 }),
					content: <Step side={side} index={index} step={step} />,
				}))}
				onMove={(from, to) => {
					for (const index of steps.keys())
						setOpen(`routing.${side}[${index}]`, false);
					desk.change(say("said.stepMoved"), (before) =>
						withStepMoved(before, side, from, to),
					);
				}}
			/>
			{desk.canEdit ? (
				<Group>
					<Button
						variant="default"
						aria-label={`${say("routing.add")}: ${say(`routing.${side}`)}`}
						onClick={add}
					>
						{say("routing.add")}
					</Button>
				</Group>
			) : null}
			<Text className={styles.preview ?? ""}>{callWords(plan, side)}</Text>
		</div>
	);
}

/** A mobile phone's own voicemail answers at about this time. */
const voicemailSeconds = 25;

function Step({
	side,
	index,
	step,
}: {
	side: RoutingSide;
	index: number;
	step: RingStep;
}) {
	const { desk, say, nameOf, list, setOpen } = usePlan();
	const place = `routing.${side}[${index}]`;
	const take = (next: RingStep) =>
		desk.change(say("said.step", { number: index + 1 }), (rota) =>
			withStepAt(rota, side, index, next),
		);
	const names = list(step.ring.map(nameOf));
	return (
		<Entry
			place={place}
			name={`${say(`routing.${side}`)}: ${say("routing.step", { number: index + 1 })}`}
			editor={() => (
				<>
					<ChooseNames
						label={say("routing.whoRings")}
						value={step.ring}
						onTake={(ring) => take({ ...step, ring })}
					/>
					<NumberInput
						label={say("routing.seconds")}
						description={
							step.seconds > voicemailSeconds
								? say("routing.tooLong", { seconds: voicemailSeconds })
								: say("routing.secondsHint")
						}
						data-long={step.seconds > voicemailSeconds || undefined}
						value={step.seconds}
						min={5}
						max={120}
						allowDecimal={false}
						clampBehavior="blur"
						onChange={(value) => {
							const seconds = Number(value);
							if (seconds >= 5 && seconds <= 120) take({ ...step, seconds });
						}}
					/>
					<Group>
						<Button
							variant="default"
							onClick={() => {
								setOpen(place, false);
								desk.change(say("said.stepRemoved"), (rota) =>
									withStepAt(rota, side, index, null),
								);
							}}
						>
							{say("routing.remove")}
						</Button>
					</Group>
				</>
			)}
		>
			<span>
				<span className={styles.number}>{index + 1}.</span>{" "}
				{step.ring.length === 0
					? say("routing.ringsNobody")
					: say("routing.rings", {
							names,
							seconds: step.seconds,
							count: step.ring.length,
						})}
			</span>
			{step.seconds > voicemailSeconds ? (
				<div className={styles.facts}>
					{say("routing.tooLong", { seconds: voicemailSeconds })}
				</div>
			) : null}
		</Entry>
	);
}

function Fallback() {
	const { rota, desk, say, nameOf, list } = usePlan();
	const { fallback } = rota;
	const [isEmptied, setEmptied] = useState(false);
	return (
		<Entry
			place="fallback"
			name={say("routing.fallback")}
			editor={() => (
				<ChooseNames
					label={say("routing.fallbackWho")}
					value={fallback}
					error={isEmptied ? say("routing.fallbackKept") : undefined}
					onTake={(names) => {
						setEmptied(names.length === 0);
						desk.change(say("said.fallback"), (before) =>
							withFallback(before, names),
						);
					}}
				/>
			)}
		>
			{fallback.length === 0
				? say("routing.fallbackNone")
				: say("routing.fallbackWords", { names: list(fallback.map(nameOf)) })}
		</Entry>
	);
}
