import { Button, Group, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import {
	withDuty,
	withDutyRenamed,
	withLayerMoved,
	withoutDuty,
} from "../../../domain/rota/edits/duties.ts";
import type { DutyName, Layer } from "../../../domain/rota/rota.ts";
import { AddLayer } from "./add-layer.tsx";
import { Entry, Nothing, Section } from "./entry.tsx";
import { LayerEntry } from "./layer-entry.tsx";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { PlanOrder } from "./plan-order.tsx";
import { TypedText } from "./typed-text.tsx";

export function DutiesSection() {
	const { rota, say, desk } = usePlan();
	const duties = Object.entries(rota.duties);
	return (
		<Section id="duties" title={say("sections.duties")}>
			{duties.length === 0 ? <Nothing>{say("duties.none")}</Nothing> : null}
			{/* By place: a duty that gets another name is still the same one. */}
			{duties.map(([duty, layers], index) => (
				<Duty key={String(index)} duty={duty} layers={layers} />
			))}
			{desk.canEdit ? <AddDuty /> : null}
		</Section>
	);
}

function Duty({ duty, layers }: { duty: DutyName; layers: readonly Layer[] }) {
	const { desk, say, nameOf, setOpen } = usePlan();
	const top = layers.length - 1;
	const name = nameOf(duty);
	return (
		<div className={styles.duty}>
			<Entry
				place={`duties.${duty}`}
				name={name}
				exactly
				editor={() => <DutyEditor duty={duty} />}
			>
				<Title order={3} className={styles.dutyTitle ?? ""}>
					{name}
				</Title>
				{layers.length > 1 ? (
					<span className={styles.facts}>{say("duties.stack")}</span>
				) : null}
			</Entry>
			{layers.length === 0 ? <Nothing>{say("duties.noLayer")}</Nothing> : null}
			<PlanOrder
				isQuiet
				label={say("duties.layersOf", { duty: name })}
				items={layers
					.map((layer, index) => ({
						key: `layer ${index} of ${layers.length}`,
						name: say("layer.name", { number: index + 1 }),
						content: (
							<LayerEntry
								duty={duty}
								index={index}
								layer={layer}
								isAlone={layers.length === 1}
							/>
						),
					}))
					.reverse()}
				onMove={(from, to) => {
					for (const index of layers.keys())
						setOpen(`duties.${duty}[${index}]`, false);
					desk.change(say("said.layerMoved", { duty: name }), (rota) =>
						withLayerMoved(rota, duty, top - from, top - to),
					);
				}}
			/>
			{desk.canEdit ? <AddLayer duty={duty} /> : null}
		</div>
	);
}

function DutyEditor({ duty }: { duty: DutyName }) {
	const { desk, rota, say, nameOf, setOpen } = usePlan();
	const isLastFallback =
		rota.fallback.length > 0 && rota.fallback.every((name) => name === duty);
	const others = [...Object.keys(rota.duties), ...Object.keys(rota.people)];
	const [taken, setTaken] = useState<string | null>(null);
	const rename = (text: string) => {
		const to = text.trim();
		desk.change(say("said.dutyRenamed", { from: nameOf(duty), to }), (before) =>
			withDutyRenamed(before, duty, to),
		);
		setOpen(`duties.${duty}`, false);
		setOpen(`duties.${to}`, true);
	};
	return (
		<>
			<div className={styles.fields}>
				<TypedText
					label={say("duties.name")}
					description={say("duties.nameHint")}
					value={duty}
					maxLength={60}
					atOnce={false}
					error={taken}
					accepts={(text) => {
						const isFree = !others.includes(text.trim());
						setTaken(isFree ? null : say("duties.taken"));
						return isFree && text.trim() !== "";
					}}
					onTake={rename}
				/>
			</div>
			<Group align="center">
				<Button
					variant="default"
					disabled={isLastFallback}
					onClick={() =>
						desk.change(
							say("said.dutyRemoved", { duty: nameOf(duty) }),
							(before) => withoutDuty(before, duty),
						)
					}
				>
					{say("duties.remove")}
				</Button>
				<span className={styles.facts}>
					{say(isLastFallback ? "duties.isFallback" : "duties.removeHint")}
				</span>
			</Group>
		</>
	);
}

function AddDuty() {
	const { desk, rota, say } = usePlan();
	const [name, setName] = useState<string | null>(null);
	if (name === null)
		return (
			<Group>
				<Button variant="default" onClick={() => setName("")}>
					{say("duties.add")}
				</Button>
			</Group>
		);
	const wanted = name.trim();
	const isTaken =
		Object.hasOwn(rota.duties, wanted) || Object.hasOwn(rota.people, wanted);
	const add = (event: FormEvent) => {
		event.preventDefault();
		if (wanted === "" || isTaken) return;
		desk.change(say("said.dutyAdded", { duty: wanted }), (before) =>
			withDuty(before, wanted),
		);
		setName(null);
	};
	return (
		<form
			className={styles.editor}
			aria-label={say("duties.add")}
			onSubmit={add}
		>
			<TextInput
				autoFocus
				label={say("duties.name")}
				description={say("duties.nameHint")}
				value={name}
				maxLength={60}
				error={isTaken ? say("duties.taken") : null}
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			<Group>
				<Button type="submit">{say("duties.addNow")}</Button>
				<Button variant="default" onClick={() => setName(null)}>
					{say("cancel")}
				</Button>
			</Group>
		</form>
	);
}
