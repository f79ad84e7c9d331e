import { NativeSelect, NumberInput } from "@mantine/core";
import type { PhoneShown } from "../control/shown.ts";
import type { Behaviour } from "../habits.ts";
import { useLanguage } from "./language.tsx";
import { ask } from "./network.ts";
import styles from "./phone-card.module.css";

const kinds: readonly Behaviour["kind"][] = [
	"by-hand",
	"busy",
	"switched-off",
	"voicemail",
	"declines",
	"answers",
];

/** What a phone does when it is rung: a choice, and after how many seconds where that matters. */
export function HabitsOf({ phone }: { phone: PhoneShown }) {
	const { words } = useLanguage();
	const { behaviour } = phone;
	const change = (next: Behaviour) =>
		void ask(
			`/phones/${encodeURIComponent(phone.number)}`,
			{ behaviour: next },
			"PATCH",
		);
	const seconds = "afterSeconds" in behaviour ? behaviour.afterSeconds : null;
	return (
		<div className={styles.habits}>
			<NativeSelect
				size="md"
				className={styles.habit ?? ""}
				aria-label={words.whenCalled(phone.name)}
				value={behaviour.kind}
				onChange={(event) =>
					change(behaviourOf(event.currentTarget.value, seconds))
				}
				data={kinds.map((kind) => ({
					value: kind,
					label: words.behaviours[kind],
				}))}
			/>
			{seconds === null ? null : (
				<NumberInput
					size="md"
					className={styles.seconds ?? ""}
					aria-label={words.seconds(phone.name)}
					min={0}
					max={300}
					suffix=" s"
					hideControls
					value={seconds}
					onChange={(value) =>
						change(behaviourOf(behaviour.kind, Number(value) || 0))
					}
				/>
			)}
		</div>
	);
}

function behaviourOf(kind: string, seconds: number | null): Behaviour {
	switch (kind) {
		case "answers":
			return { kind, afterSeconds: seconds ?? 3, presses: "1" };
		case "voicemail":
			return { kind, afterSeconds: seconds ?? 15 };
		case "declines":
			return { kind, afterSeconds: seconds ?? 3 };
		case "busy":
		case "switched-off":
			return { kind };
		default:
			return { kind: "by-hand" };
	}
}
