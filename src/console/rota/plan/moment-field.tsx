import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { typedTime } from "../../../domain/rota/edits/typed-time.ts";
import type { RotaTime } from "../../../domain/rota/rota.ts";
import { readRotaTime } from "../../../domain/rota/wall-clock.ts";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { TypedText } from "./typed-text.tsx";

/**
 * A date with a time of day on the rota's wall clock. One that the clocks jump over, or show twice, is not taken before it is
 * chosen which is meant.
 */
export function MomentField({
	label,
	value,
	onTake,
	error,
}: {
	label: string;
	value: RotaTime;
	onTake: (time: RotaTime) => void;
	error?: string | null;
}) {
	const { rota, say } = usePlan();
	const [asked, setAsked] = useState<string | null>(null);
	const judged = asked === null ? null : typedTime(asked, rota.zone);
	const choose = (time: RotaTime) => {
		setAsked(null);
		onTake(time);
	};
	return (
		<div>
			<TypedText
				type="datetime-local"
				label={label}
				value={value.slice(0, 16)}
				error={error}
				accepts={(text) => readRotaTime(text) !== null}
				onTake={(text) => {
					const { kind } = typedTime(text, rota.zone);
					if (kind === "plain") choose(text);
					else setAsked(text);
				}}
			/>
			{value.length > 16 ? (
				<Text size="sm" c="dimmed">
					{say("moment.offset", { offset: value.slice(16) })}
				</Text>
			) : null}
			{judged?.kind === "skipped" || judged?.kind === "twice" ? (
				<div role="alert" className={styles.asked}>
					<p>
						{say(`moment.${judged.kind}`, { time: asked?.slice(11) ?? "" })}
					</p>
					<Group gap="xs">
						{judged.choices.map((choice, index) => (
							<Button
								key={choice}
								variant="default"
								onClick={() => choose(choice)}
							>
								{judged.kind === "skipped"
									? choice.slice(11)
									: say(index === 0 ? "moment.first" : "moment.second", {
											time: choice.slice(11, 16),
										})}
							</Button>
						))}
					</Group>
				</div>
			) : null}
		</div>
	);
}
