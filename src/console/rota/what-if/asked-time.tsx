import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { typedTime } from "../../../domain/rota/edits/typed-time.ts";
import type { RotaTime } from "../../../domain/rota/rota.ts";
import { clockTime } from "../../times.ts";
import type { Reader } from "../../wall-clock.ts";
import styles from "./what-if.module.css";
import { useWhatIfWords } from "./what-if-words.ts";

/** Date and time on the rota's wall clock. One that the clocks skip or show twice waits until it is chosen which is meant. */
export function AskedTime({
	at,
	reader,
	refuses,
	onTake,
}: {
	at: RotaTime;
	reader: Reader;
	/** Why a time cannot be asked about; null when it can. */
	refuses(time: RotaTime): string | null;
	onTake(time: RotaTime): void;
}) {
	const say = useWhatIfWords();
	const [typed, setTyped] = useState<string | null>(null);
	const judged = typed === null ? null : typedTime(typed, reader.zone);
	const refused = typed !== null && judged ? refuses(typed) : null;
	const take = (time: RotaTime) => {
		setTyped(null);
		onTake(time);
	};
	const shown = (time: RotaTime) =>
		clockTime(new Date(`${time.slice(0, 16)}Z`), { ...reader, zone: "UTC" });
	return (
		<div>
			<TextInput
				type="datetime-local"
				label={say("when")}
				value={typed ?? at.slice(0, 16)}
				error={refused}
				onChange={(event) => {
					const text = event.currentTarget.value;
					const { kind } = typedTime(text, reader.zone);
					if (kind === "plain" && refuses(text) === null) take(text);
					else setTyped(text);
				}}
				onBlur={() => {
					if (judged?.kind === "unreadable") setTyped(null);
				}}
			/>
			{judged?.kind === "skipped" || judged?.kind === "twice" ? (
				<div role="alert" className={styles.asked}>
					<p>{say(judged.kind, { time: shown(typed ?? "") })}</p>
					<Group gap="xs">
						{judged.choices.map((choice, index) => (
							<Button
								key={choice}
								variant="default"
								onClick={() => take(choice)}
							>
								{judged.kind === "skipped"
									? shown(choice)
									: say(index === 0 ? "first" : "second", {
											time: shown(choice),
										})}
							</Button>
						))}
					</Group>
				</div>
			) : null}
		</div>
	);
}
