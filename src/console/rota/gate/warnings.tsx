import { Button, Checkbox, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ReviewView } from "../../../web/api/rota-shapes.ts";
import { useLanguage } from "../../language.tsx";
import styles from "./gate.module.css";
import { useGateWords } from "./gate-words.ts";

type Warning = ReviewView["problems"][number];

/** Ticks and reasons by the warning's key. */
export type Ticks = Readonly<
	Record<string, { readonly isTicked: boolean; readonly reason: string }>
>;

const untouched = { isTicked: false, reason: "" };

/** The warnings that are ticked and have a reason, as they are sent. */
export function acceptedIn(warnings: readonly Warning[], ticks: Ticks) {
	return warnings.flatMap(({ key }) => {
		const { isTicked, reason } = ticks[key] ?? untouched;
		return isTicked && reason.trim() !== ""
			? [{ problem: key, reason: reason.trim() }]
			: [];
	});
}

/** Each warning with its tick and its reason; several may be given the same one at once. */
export function Warnings({
	warnings,
	ticks,
	onChange,
}: {
	warnings: readonly Warning[];
	ticks: Ticks;
	onChange(ticks: Ticks): void;
}) {
	const say = useGateWords();
	return (
		<>
			<Text c="dimmed">{say("warningsHow")}</Text>
			{warnings.length > 1 ? (
				<ForAll
					onAll={(reason) =>
						onChange(
							Object.fromEntries(
								warnings.map(({ key }) => [key, { isTicked: true, reason }]),
							),
						)
					}
				/>
			) : null}
			<ul className={styles.warnings}>
				{warnings.map((warning) => (
					<WarningItem
						key={warning.key}
						warning={warning}
						tick={ticks[warning.key] ?? untouched}
						onTick={(tick) => onChange({ ...ticks, [warning.key]: tick })}
					/>
				))}
			</ul>
		</>
	);
}

function ForAll({ onAll }: { onAll(reason: string): void }) {
	const say = useGateWords();
	const [reason, setReason] = useState("");
	return (
		<form
			className={styles.forAll}
			onSubmit={(event) => {
				event.preventDefault();
				if (reason.trim() !== "") onAll(reason);
			}}
		>
			<TextInput
				label={say("sameReason")}
				value={reason}
				maxLength={500}
				className={styles.forAllReason ?? ""}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
			<Button type="submit" variant="default" disabled={reason.trim() === ""}>
				{say("tickAll")}
			</Button>
		</form>
	);
}

function WarningItem({
	warning,
	tick,
	onTick,
}: {
	warning: Warning;
	tick: Ticks[string];
	onTick(tick: Ticks[string]): void;
}) {
	const say = useGateWords();
	const { language } = useLanguage();
	const what = warning.says[language];
	return (
		<li className={styles.warning} data-gap={warning.id === "gap" || undefined}>
			<Checkbox
				checked={tick.isTicked}
				onChange={(event) =>
					onTick({ ...tick, isTicked: event.currentTarget.checked })
				}
				label={what}
				aria-label={say("meant", { what })}
				description={warning.advises[language]}
			/>
			{tick.isTicked ? (
				<TextInput
					mt="xs"
					placeholder={say("reason")}
					aria-label={say("reasonLabel", { what })}
					value={tick.reason}
					maxLength={500}
					required
					data-autofocus
					onChange={(event) =>
						onTick({ ...tick, reason: event.currentTarget.value })
					}
				/>
			) : null}
		</li>
	);
}
