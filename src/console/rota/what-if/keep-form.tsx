import { Button, Checkbox, NativeSelect, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { RotaTime } from "../../../domain/rota/rota.ts";
import type { Expectation } from "../../../domain/what-if/saved-what-if.ts";
import type { WhatIf } from "../../../domain/what-if/what-if.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import styles from "./what-if.module.css";
import { useKeepWhatIf } from "./what-if-queries.ts";
import { type SayWhatIf, useWhatIfWords } from "./what-if-words.ts";

/** Keeps what the call says now, with one click; the name is proposed. */
export function KeepForm({
	line,
	at,
	caller,
	told,
}: {
	line: string;
	at: RotaTime;
	/** E.164; null: any caller. */
	caller: string | null;
	told: WhatIf;
}) {
	const say = useWhatIfWords();
	const { language } = useLanguage();
	const keeping = useKeepWhatIf(line);
	const [typedName, setTypedName] = useState<string | null>(null);
	const [yearly, setYearly] = useState(false);
	const [chosen, setChosen] = useState(0);
	const choices = expectationsOf(told, say);
	const choice = choices[chosen] ?? choices[0];
	const isLocal = at.length === 16;
	const proposed = told.firstLine[language].replace(/: .*$/s, "");
	const name = (typedName ?? proposed).trim();
	return (
		<form
			className={styles.keepForm}
			onSubmit={(event) => {
				event.preventDefault();
				if (!choice || name === "") return;
				const { expects } = choice;
				keeping.mutate(
					{ name, at, caller, expects, yearly: yearly && isLocal },
					{ onSuccess: () => setTypedName(null) },
				);
			}}
		>
			<NativeSelect
				label={say("keep.expects")}
				value={String(chosen)}
				onChange={(event) => setChosen(Number(event.currentTarget.value))}
				data={choices.map(({ label }, index) => ({
					value: String(index),
					label,
				}))}
			/>
			<TextInput
				label={say("keep.name")}
				maxLength={100}
				value={typedName ?? proposed}
				onChange={(event) => setTypedName(event.currentTarget.value)}
			/>
			{isLocal ? (
				<Checkbox
					label={say("keep.yearly")}
					checked={yearly}
					onChange={(event) => setYearly(event.currentTarget.checked)}
				/>
			) : null}
			<div>
				<Button type="submit" variant="default" loading={keeping.isPending}>
					{say("keep.button")}
				</Button>
			</div>
			<div role="status">
				{keeping.isSuccess ? <Text>{say("keep.kept")}</Text> : null}
			</div>
			<Refused error={keeping.error} />
		</form>
	);
}

/** What can be expected of the call: what it says now, and nothing that is not so. */
function expectationsOf(
	{ steps, office, duties }: WhatIf,
	say: SayWhatIf,
): { label: string; expects: Expectation }[] {
	const covered = Object.entries(duties).filter(
		([, { person }]) => person !== null,
	);
	return [
		{ label: say("keep.rings"), expects: ringsNow(steps) },
		{
			label: say(office.open ? "keep.officeOpen" : "keep.officeClosed"),
			expects: { kind: "office", open: office.open },
		},
		...covered.map(([duty]) => ({
			label: say("keep.covered", { duty }),
			expects: { kind: "covered", duty } as const,
		})),
	];
}

export function ringsNow(steps: WhatIf["steps"]): Expectation {
	return {
		kind: "rings",
		steps: steps.map(({ people }) => people.map(({ id }) => id)),
	};
}
